package io.probity.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The files of a log, in order. A log is a folder of files {@code decisions-000000000001.jsonl}, named
 * by the number of their first line; files are only ever added, so a log can be read while it is
 * written. A single file is read as a log too.
 */
public final class AuditLog {

  static final String LOCK = "lock";
  static final String HEAD = "head.json";

  private static final int BATCH = 4096;
  private static final int SLICE = 128;

  private final Path path;

  private AuditLog(Path path) {
    this.path = path;
  }

  /** Returns the log of a folder or a file. */
  public static AuditLog of(Path path) {
    return new AuditLog(path);
  }

  /**
   * Returns the log of a folder or a file that is there.
   *
   * @throws NoSuchFileException if it is not, or the folder holds no file of a log
   */
  public static AuditLog existing(Path path) throws IOException {
    AuditLog log = new AuditLog(path);
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (log.segments().isEmpty()) {
      throw new NoSuchFileException(
          path.toString(), null, "the folder holds no log, so no file decisions-*.jsonl");
    }
    return log;
  }

  static String segmentName(long firstSequence) {
    return String.format(Locale.ROOT, "decisions-%012d.jsonl", firstSequence);
  }

  /** Returns the files, in order. */
  public List<Path> segments() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.getFileName().toString().matches("decisions-\\d{12,}\\.jsonl"))
          .sorted()
          .toList();
    }
  }

  /** Returns the published head beside the files, if there is one. */
  Path headFile() {
    return path.resolve(HEAD);
  }

  /**
   * Reads all lines of a sound log, takes each apart by all cores (the common pool), and hands on the
   * results in order. A line that its writer has not finished is passed over.
   *
   * @throws AuditException at the first line that is no line of a log
   */
  public <T> void forEachLine(Function<AuditLine, T> read, Consumer<T> use) throws IOException {
    forEachSlice(
        slice -> slice.stream()
            .filter(raw -> !raw.isUnfinished())
            .map(raw -> AuditLine.parse(raw.bytes(), raw.place())
                .orElseThrow(() -> new AuditException(raw.place()
                    + " is no line of a log; run \"risk audit verify\" to see what is wrong")))
            .map(read)
            .toList(),
        results -> results.forEach(use));
  }

  /**
   * Reads all lines, works on slices of them by all cores (the common pool) while the next lines are
   * read, and hands on the results in order.
   */
  <T> void forEachSlice(Function<List<RawLine>, T> work, Consumer<T> use) throws IOException {
    try (LogReader reader = new LogReader(this)) {
      List<RawLine> lines = reader.read(BATCH);
      while (!lines.isEmpty()) {
        ForkJoinTask<List<RawLine>> ahead =
            ForkJoinPool.commonPool().submit(() -> reader.read(BATCH));
        try {
          slices(lines).parallelStream().map(work).toList().forEach(use);
        } finally {
          ahead.quietlyJoin(); // the reader is closed behind this
        }
        lines = taken(ahead);
      }
    }
  }

  private static List<RawLine> taken(ForkJoinTask<List<RawLine>> ahead) throws IOException {
    Throwable failed = ahead.getException();
    if (failed instanceof IOException unreadable) {
      throw unreadable;
    }
    if (failed != null && failed.getCause() instanceof IOException unreadable) {
      throw unreadable;
    }
    return Objects.requireNonNull(ahead.join());
  }

  private static List<List<RawLine>> slices(List<RawLine> lines) {
    List<List<RawLine>> slices = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += SLICE) {
      slices.add(lines.subList(from, Math.min(lines.size(), from + SLICE)));
    }
    return slices;
  }
}
