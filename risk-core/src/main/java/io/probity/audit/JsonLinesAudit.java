package io.probity.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Records entries as JSON lines in a folder of rotated files, each line in a chain of digests (see
 * {@link AuditLine}). Safe for use by several threads; one process at a time may hold a log.
 *
 * <p>At {@code WRITTEN} and {@code SYNCED} the calling threads write: one of them takes all entries
 * that wait, writes them at once and wakes the others. No thread is needed. At {@code ENQUEUED} the
 * host lends one thread through an executor, which is kept busy until {@link #close}.
 *
 * <p>If writing fails, what was half written is cut off again. At {@code WRITTEN} and {@code SYNCED}
 * the callers get an {@link AuditException}, and the next call tries again. At {@code ENQUEUED} the
 * entries stay in the queue and are written once that is possible; when the queue is full, {@link
 * WhenFull} says what happens.
 */
public final class JsonLinesAudit implements AuditSink, Closeable {

  private static final int BATCH = 512;
  private static final int TURNS = 6000; // some thirty microseconds, what two writes take
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final AuditSettings settings;
  private final EntryText text;
  private final SegmentWriter writer;
  private final Queue<Pending> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ReentrantLock writing = new ReentrantLock();
  private final Condition idle = writing.newCondition();
  private final List<Pending> held = new ArrayList<>();
  private volatile boolean closed;
  private volatile @Nullable IOException failure;

  private JsonLinesAudit(AuditSettings settings, SegmentWriter writer, RandomGenerator salts) {
    this.settings = settings;
    this.writer = writer;
    this.text = new EntryText(settings, salts);
  }

  /**
   * Opens a log at level {@code WRITTEN} or {@code SYNCED}.
   *
   * @param folder of the log; made if it does not exist
   * @param salts where the salts of personal parts come from: a {@link java.security.SecureRandom}
   * @throws AuditException if another process or sink writes the log, or its last line is broken
   */
  public static JsonLinesAudit open(Path folder, AuditSettings settings, RandomGenerator salts)
      throws IOException {
    if (settings.level() == AuditLevel.ENQUEUED) {
      throw new IllegalArgumentException(
          "the level ENQUEUED needs a thread of the host's; pass an executor");
    }
    return openWith(folder, settings, salts, LogFile::open);
  }

  /**
   * Opens a log at any level.
   *
   * @param executor runs one task for as long as the log is open, at level {@code ENQUEUED} only
   */
  public static JsonLinesAudit open(
      Path folder, AuditSettings settings, RandomGenerator salts, Executor executor)
      throws IOException {
    JsonLinesAudit audit = openWith(folder, settings, salts, LogFile::open);
    if (settings.level() == AuditLevel.ENQUEUED) {
      executor.execute(audit::writeUntilClosed);
    }
    return audit;
  }

  static JsonLinesAudit openWith(
      Path folder, AuditSettings settings, RandomGenerator salts, LogFile.Opener opener)
      throws IOException {
    return new JsonLinesAudit(
        settings, SegmentWriter.open(folder, settings.segmentBytes(), opener), salts);
  }

  @Override
  public void record(AuditEntry entry) {
    Pending pending = new Pending(entry);
    boolean queues = settings.level() == AuditLevel.ENQUEUED;
    if (!queues) {
      pending.parts = text.of(entry);
    }
    admit();
    if (closed) {
      waiting.decrementAndGet();
      throw new AuditException("the log is closed, so the decision is not recorded");
    }
    queue.add(pending);
    if (queues) {
      if (closed) {
        throw new AuditException("the log was closed, so the decision may not be recorded");
      }
      return;
    }
    settle(pending);
    if (pending.failure != null) {
      throw new AuditException(
          "the decision could not be recorded and must not be acted upon: "
              + pending.failure.getMessage(),
          pending.failure);
    }
  }

  /**
   * Returns when an entry is written or has failed. Whoever finds nobody writing writes for all; the
   * others wait awake for about as long as two writes take, since to sleep and be woken costs more, and
   * then asleep.
   */
  private void settle(Pending pending) {
    for (int turns = 0; turns < TURNS && !pending.settled; turns++) {
      if (writing.tryLock()) {
        drainUntilSettled(pending);
      }
    }
    if (!pending.settled) {
      writing.lock();
      drainUntilSettled(pending);
    }
  }

  /** Writes until an entry is settled, and gives the lock back. */
  private void drainUntilSettled(Pending pending) {
    try {
      while (!pending.settled) {
        drain();
      }
    } finally {
      writing.unlock();
    }
  }

  /** Takes a place in the queue. */
  private void admit() {
    long idleLeft = settings.patience().toNanos();
    while (waiting.incrementAndGet() > settings.capacity()) {
      waiting.decrementAndGet();
      if (settings.whenFull() == WhenFull.REFUSE || closed || idleLeft < 0) {
        throw full();
      }
      if (drainOnce() == 0) {
        LockSupport.parkNanos(IDLE_NANOS); // an interrupt ends it, and uses up the patience
        idleLeft -= IDLE_NANOS;
      }
    }
  }

  private int drainOnce() {
    writing.lock();
    try {
      return drain();
    } finally {
      writing.unlock();
    }
  }

  private AuditException full() {
    IOException last = failure;
    String message = "the log has no room for the decision, which must not be acted upon";
    return last == null
        ? new AuditException(message)
        : new AuditException(message + ": " + last.getMessage(), last);
  }

  private void writeUntilClosed() {
    while (!closed) {
      writing.lock();
      try {
        if (drain() == 0) {
          idle.awaitNanos(IDLE_NANOS);
        }
      } catch (InterruptedException stopped) {
        return;
      } finally {
        writing.unlock();
      }
    }
  }

  /** Writes what waits, up to a batch, and returns how many entries were settled. */
  private int drain() {
    boolean queues = settings.level() == AuditLevel.ENQUEUED;
    Pending next = held.size() < BATCH ? queue.poll() : null;
    while (next != null) {
      held.add(next);
      next = held.size() < BATCH ? queue.poll() : null;
    }
    if (held.isEmpty()) {
      return 0;
    }
    try {
      writer.append(held.stream().map(this::parts).toList(), settings.level() == AuditLevel.SYNCED);
      failure = null;
    } catch (IOException | RuntimeException failed) {
      IOException why = failed instanceof IOException io ? io : new IOException(failed);
      failure = why;
      if (queues) {
        return 0;
      }
      held.forEach(pending -> pending.failure = why);
    }
    int settled = held.size();
    held.forEach(pending -> pending.settled = true);
    held.clear();
    waiting.addAndGet(-settled);
    return settled;
  }

  private LineParts parts(Pending pending) {
    LineParts made = pending.parts;
    if (made == null) {
      try {
        made = text.of(pending.entry);
      } catch (RuntimeException unwritable) {
        made = text.unwritable(pending.entry, unwritable);
      }
      pending.parts = made;
    }
    return made;
  }

  /** Returns the end of the log as it is written by now. */
  public AuditHead head() {
    writing.lock();
    try {
      return writer.head();
    } finally {
      writing.unlock();
    }
  }

  /** Writes everything that waits, and returns the head behind it. */
  public AuditHead flush() {
    writing.lock();
    try {
      while (waiting.get() > 0 && drain() > 0) {
        // one batch after another
      }
      return writer.head();
    } finally {
      writing.unlock();
    }
  }

  /** Returns how many entries wait. */
  public int waiting() {
    return waiting.get();
  }

  /** Returns why writing failed last; empty once it succeeds again. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Writes everything that waits, forces it to the device and publishes the head in {@code head.json}.
   *
   * @throws AuditException if entries could not be written, saying how many
   */
  @Override
  public void close() throws IOException {
    writing.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      flush();
      int lost = waiting.get();
      writer.close();
      if (lost > 0) {
        throw new AuditException(lost + " entries could not be written when the log was closed");
      }
    } finally {
      writing.unlock();
    }
  }

  /**
   * An entry on its way. Guarded by the lock, but for the parts, which its caller may set before, and
   * for what is read once it is settled.
   */
  private static final class Pending {

    private final AuditEntry entry;
    private @Nullable LineParts parts;
    private @Nullable IOException failure;
    private volatile boolean settled;

    Pending(AuditEntry entry) {
      this.entry = entry;
    }
  }
}
