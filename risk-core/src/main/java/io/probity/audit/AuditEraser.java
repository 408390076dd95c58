package io.probity.audit;

import io.probity.file.WholeFile;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Erases what is personal in the records of applications: inputs, features, amounts and the salt that
 * the commitment was made with. The chain still holds, since it keeps only the commitment.
 *
 * <p>The log must be closed meanwhile; the files that hold such records are written anew, whole or not
 * at all.
 */
public final class AuditEraser {

  private static final int BATCH = 4096;

  private AuditEraser() {}

  /**
   * Erases the personal part of all records of applications.
   *
   * @param ids of the applications
   * @return how many records were erased
   * @throws AuditException if the log is being written
   */
  public static long erase(Path folder, Set<String> ids) throws IOException {
    try (FileChannel channel = FileChannel.open(
            folder.resolve(AuditLog.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new AuditException("the log is being written; close it, then erase");
      }
      long erased = 0;
      for (Path segment : AuditLog.of(folder).segments()) {
        erased += eraseIn(segment, ids);
      }
      return erased;
    } catch (OverlappingFileLockException sameProcess) {
      throw new AuditException("the log is being written; close it, then erase", sameProcess);
    }
  }

  private static long eraseIn(Path segment, Set<String> ids) throws IOException {
    Set<Long> lines = new HashSet<>();
    forEachBatch(
        segment,
        batch -> batch.forEach(raw -> {
          if (isOf(raw, ids)) {
            lines.add(raw.number());
          }
        }));
    if (lines.isEmpty()) {
      return 0;
    }
    try (WholeFile file = WholeFile.create(segment)) {
      forEachBatch(segment, batch -> write(file, batch, lines));
      file.commit();
    }
    return lines.size();
  }

  @FunctionalInterface
  private interface Batches {
    void take(List<RawLine> lines) throws IOException;
  }

  private static void forEachBatch(Path segment, Batches batches) throws IOException {
    try (LogReader reader = new LogReader(AuditLog.of(segment))) {
      List<RawLine> batch = reader.read(BATCH);
      while (!batch.isEmpty()) {
        batches.take(batch);
        batch = reader.read(BATCH);
      }
    }
  }

  private static boolean isOf(RawLine raw, Set<String> ids) {
    Optional<AuditLine> line = AuditLine.parse(raw.bytes(), raw.place());
    if (line.isEmpty() || line.get().hasNoPersonalPart()) {
      return false;
    }
    JsonObject head = line.get().head();
    return ids.contains(head.text("id", ""));
  }

  private static void write(WholeFile file, List<RawLine> batch, Set<Long> lines)
      throws IOException {
    for (RawLine raw : batch) {
      byte[] kept = lines.contains(raw.number())
          ? AuditLine.parse(raw.bytes(), raw.place()).orElseThrow().erased()
          : raw.bytes();
      file.stream().write(kept);
      if (raw.isComplete()) {
        file.stream().write('\n');
      }
    }
  }
}
