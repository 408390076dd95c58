package io.probity.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What {@link FullDiskTest} runs on a small file system, in two processes: the first fills it, goes on
 * when there is room, fills it again and is gone with a broken last line; the second opens the logs on
 * the full file system and goes on when it has grown. Each fails with what is wrong.
 */
final class FullDiskProcess {

  private static final int THREADS = 4;
  private static final int REFUSALS = 3;
  private static final long ROOM = 200 << 10;
  private static final int MORE = 20;
  private static final String FILLER = "filler";

  private final Path disk;
  private final Path acknowledgedFiles;
  private final AuditLevel level;
  private final ExecutorService lent = Executors.newCachedThreadPool();

  private FullDiskProcess(Path disk, Path acknowledgedFiles, AuditLevel level) {
    this.disk = disk;
    this.acknowledgedFiles = acknowledgedFiles;
    this.level = level;
  }

  public static void main(String[] args) {
    FullDiskProcess process =
        new FullDiskProcess(Path.of(args[1]), Path.of(args[2]), AuditLevel.valueOf(args[3]));
    int exitCode = 1;
    try {
      if (args[0].equals("fill")) {
        process.fill();
      } else {
        process.goOn();
      }
      exitCode = 0;
    } catch (Exception failed) {
      failed.printStackTrace();
    }
    Runtime.getRuntime().halt(exitCode); // nothing is closed, as when the process is killed
  }

  private JsonLinesAudit open(WhenFull whenFull) throws IOException {
    AuditSettings settings = AuditSettings.of(level)
        .withWhenFull(whenFull)
        .withCapacity(8)
        .withPatience(Duration.ofMillis(20))
        .withSegmentBytes(1 << 15);
    return JsonLinesAudit.open(log(whenFull), settings, new Random(1), lent);
  }

  private Path log(WhenFull whenFull) {
    return disk.resolve(whenFull.name());
  }

  private void fill() throws Exception {
    for (WhenFull whenFull : WhenFull.values()) {
      leave(ROOM);
      Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
      Set<Integer> refused = new ConcurrentSkipListSet<>();
      JsonLinesAudit audit = open(whenFull);
      recordUntilRefused(audit, 0, acknowledged, refused);
      require(acknowledged.size() > MORE, "only " + acknowledged + " were acknowledged");
      if (level != AuditLevel.ENQUEUED) {
        requireKept(whenFull, acknowledged, refused);
      }

      Files.delete(disk.resolve(FILLER));
      awaitWritten(audit);
      recordAll(audit, 1_000_000, acknowledged);
      require(audit.failure().isEmpty(), "the log still knows of a failure");
      requireKept(whenFull, acknowledged, refused);

      leave(ROOM / 4);
      if (level == AuditLevel.ENQUEUED) {
        audit.close();
      } else {
        recordUntilRefused(audit, 2_000_000, acknowledged, refused);
        requireKept(whenFull, acknowledged, refused);
      }
      Files.write(acknowledgedFiles.resolve(whenFull.name()), texts(acknowledged));
      Files.write(acknowledgedFiles.resolve(whenFull + ".refused"), texts(refused));
      Files.delete(disk.resolve(FILLER));
    }
    leave(0);
    for (WhenFull whenFull : WhenFull.values()) {
      breakLastLine(whenFull);
    }
  }

  private void goOn() throws Exception {
    Set<Integer> nobody = Set.of();
    for (WhenFull whenFull : WhenFull.values()) {
      Set<Integer> acknowledged = numbers(whenFull.name());
      Set<Integer> refused = numbers(whenFull + ".refused");
      JsonLinesAudit audit = open(whenFull);
      requireKept(whenFull, acknowledged, refused);
      recordUntilRefused(audit, 3_000_000, acknowledged, refused);
      if (whenFull == WhenFull.BLOCK) {
        enlarge();
      } else {
        Files.delete(disk.resolve(FILLER));
      }
      awaitWritten(audit);
      recordAll(audit, 4_000_000, acknowledged);
      audit.close();
      requireKept(whenFull, acknowledged, level == AuditLevel.ENQUEUED ? nobody : refused);
      AuditVerification verification =
          AuditVerifier.verify(AuditLog.of(log(whenFull)), List.of(audit.head()));
      require(verification.isSound(), verification.faults().toString());
      require(verification.recoveries() == 1, "no line says that a broken one was cut off");
      leave(0);
    }
  }

  /** Records by several threads until each of them was refused some times. */
  private void recordUntilRefused(
      JsonLinesAudit audit, int first, Set<Integer> acknowledged, Set<Integer> refused)
      throws Exception {
    List<Future<?>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int start = first + thread;
      tasks.add(lent.submit(() -> {
        int refusals = 0;
        for (int seed = start; refusals < REFUSALS || hasRoom(audit); seed += THREADS) {
          try {
            audit.record(AuditFixture.entry(seed));
            acknowledged.add(seed);
          } catch (AuditException full) {
            requireTold(full);
            refused.add(seed);
            refusals++;
          }
        }
      }));
    }
    for (Future<?> task : tasks) {
      task.get(30, TimeUnit.SECONDS);
    }
  }

  /** Whether the disk, not only a queue, has still room. */
  private boolean hasRoom(JsonLinesAudit audit) {
    return level == AuditLevel.ENQUEUED && audit.failure().isEmpty();
  }

  /** What a caller is told must name the file and the reason, and forbid to act. */
  private void requireTold(AuditException full) {
    String message = full.getMessage();
    boolean isTold = message.contains("must not be acted upon")
        && (message.contains("decisions-") || message.contains("head.json"))
        && message.contains("No space left");
    boolean isQueueOnly = level == AuditLevel.ENQUEUED && message.endsWith("acted upon");
    require(isTold || isQueueOnly, "the caller is told only: " + message);
  }

  private static void recordAll(JsonLinesAudit audit, int first, Set<Integer> acknowledged) {
    for (int seed = first; seed < first + MORE; seed++) {
      audit.record(AuditFixture.entry(seed));
      acknowledged.add(seed);
      awaitWritten(audit);
    }
  }

  /** Waits until the thread that was lent has written what waited; nothing waits at other levels. */
  private static void awaitWritten(JsonLinesAudit audit) {
    for (int tries = 0; audit.waiting() > 0; tries++) {
      require(tries < 10_000, audit.waiting() + " entries still wait");
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Each acknowledged decision stands in the log once, none of the refused does, all replay. */
  private void requireKept(WhenFull whenFull, Set<Integer> acknowledged, Set<Integer> refused)
      throws IOException {
    AuditLog log = AuditLog.of(log(whenFull));
    AuditVerification verification = AuditVerifier.verify(log, List.of());
    require(verification.faultCount() == 0, verification.faults().toString());
    List<Integer> found = new ArrayList<>();
    log.forEachLine(line -> line.head().text("id", ""), id -> {
      if (!id.isEmpty()) {
        found.add(Integer.valueOf(id.replace("application-", "")));
      }
    });
    Set<Integer> once = new TreeSet<>(found);
    require(once.size() == found.size(), "decisions stand twice among " + found);
    require(once.containsAll(acknowledged), "of " + acknowledged + " only " + once + " are kept");
    once.retainAll(refused);
    require(once.isEmpty(), once + " were refused and stand in the log");
    ReplayReport replay = Replay.run(log, AuditFixture.engines());
    require(replay.differenceCount() == 0, replay.differences().toString());
    require(replay.fromInputs() == found.size(), "replayed " + replay.fromInputs());
  }

  /** Fills the file system but for some bytes. */
  private void leave(long room) throws IOException {
    Path filler = disk.resolve(FILLER);
    byte[] page = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (Files.getFileStore(disk).getUsableSpace() > room) {
        out.write(page);
      }
    }
  }

  /** Leaves what a process leaves that is killed while it writes a line. */
  private void breakLastLine(WhenFull whenFull) throws IOException {
    List<Path> segments = AuditLog.of(log(whenFull)).segments();
    Path last = segments.get(segments.size() - 1);
    try {
      Files.writeString(last, "{\"seq\":", StandardOpenOption.APPEND);
    } catch (IOException pageWasFull) {
      Files.delete(disk.resolve(FILLER));
      Files.writeString(last, "{\"seq\":", StandardOpenOption.APPEND);
      leave(0);
    }
  }

  private void enlarge() throws Exception {
    int exitCode = new ProcessBuilder("mount", "-o", "remount,size=4m", disk.toString())
        .inheritIO()
        .start()
        .waitFor();
    require(exitCode == 0, "the file system cannot be made larger");
  }

  private static List<String> texts(Set<Integer> numbers) {
    return numbers.stream().map(String::valueOf).toList();
  }

  private Set<Integer> numbers(String name) throws IOException {
    Set<Integer> numbers = new ConcurrentSkipListSet<>();
    Files.readAllLines(acknowledgedFiles.resolve(name), StandardCharsets.UTF_8)
        .forEach(line -> numbers.add(Integer.valueOf(line)));
    return numbers;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
