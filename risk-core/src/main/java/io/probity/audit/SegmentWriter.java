package io.probity.audit;

import io.probity.file.WholeFile;
import io.probity.input.JsonText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to the files of one log, which it holds a lock on. A line that a killed process left
 * unfinished is cut off when the log is opened, and a line says so. Not safe for several threads.
 */
final class SegmentWriter implements Closeable {

  private final Path folder;
  private final long segmentBytes;
  private final LogFile.Opener opener;
  private final FileChannel lockFile;
  private final ChainDigest digest = new ChainDigest();
  private final LineBuffer buffer = new LineBuffer();
  private long sequence;
  private byte[] chain = AuditHead.EMPTY.bytes();
  private @Nullable LogFile file;
  private String name = "";
  private List<LineParts> owed = List.of(); // what an opening on a full disk could not say
  private long length;
  private boolean damaged;

  private SegmentWriter(
      Path folder, long segmentBytes, LogFile.Opener opener, FileChannel lockFile) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.opener = opener;
    this.lockFile = lockFile;
  }

  static SegmentWriter open(Path folder, long segmentBytes, LogFile.Opener opener)
      throws IOException {
    Files.createDirectories(folder);
    FileChannel lockFile = lock(folder);
    SegmentWriter writer = new SegmentWriter(folder, segmentBytes, opener, lockFile);
    try {
      writer.recover();
      return writer;
    } catch (IOException | RuntimeException broken) {
      writer.closeFiles();
      throw broken;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(
        folder.resolve(AuditLog.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null && lock.isValid()) {
        return channel;
      }
    } catch (OverlappingFileLockException sameProcess) {
      channel.close();
      throw inUse(folder, sameProcess);
    }
    channel.close();
    throw inUse(folder, null);
  }

  private static AuditException inUse(Path folder, @Nullable Throwable cause) {
    String message = "the log " + folder.getFileName()
        + " is being written by another process or sink; give each its own folder";
    return cause == null ? new AuditException(message) : new AuditException(message, cause);
  }

  AuditHead head() {
    return new AuditHead(sequence, HexFormat.of().formatHex(chain));
  }

  private void recover() throws IOException {
    List<Path> segments = AuditLog.of(folder).segments();
    for (int i = segments.size() - 1; i >= 0; i--) {
      Tail tail = Tail.of(segments.get(i));
      byte[] last = tail.last;
      if (last != null) {
        continueAt(segments.get(i), last, tail);
        return;
      }
      Files.delete(segments.get(i)); // not one whole line, so nothing in it was acknowledged
    }
  }

  private void continueAt(Path segment, byte[] lastLine, Tail tail) throws IOException {
    AuditLine last = AuditLine.parse(lastLine, segment.getFileName() + ", last line")
        .orElseThrow(() -> new AuditException("the last line of " + segment.getFileName()
            + " is no line of a log; run \"risk audit verify\" and restore the file"));
    sequence = last.sequence();
    chain = new AuditHead(sequence, last.chain()).bytes();
    open(segment);
    length = tail.wholeBytes;
    if (tail.brokenBytes > 0) {
      opened().truncate(length);
      List<LineParts> recovery = List.of(EntryText.recovery(tail.brokenBytes));
      try {
        write(recovery, false);
      } catch (IOException full) {
        owed = recovery;
      }
    }
  }

  /** Appends lines, all of them or none. */
  void append(List<LineParts> lines, boolean sync) throws IOException {
    repair();
    if (file == null || length == 0 || length >= segmentBytes) {
      beginSegment();
    }
    if (!owed.isEmpty()) {
      write(owed, false);
      owed = List.of();
    }
    write(lines, sync);
  }

  private void beginSegment() throws IOException {
    if (file != null) {
      file.sync();
      file.close();
      file = null;
      publishHead();
    }
    Path path = folder.resolve(AuditLog.segmentName(sequence + 1));
    open(path);
    length = 0;
    damaged = true; // a file of that name can only be what an earlier failure left
    repair();
    write(List.of(EntryText.segment(head())), false);
  }

  private void write(List<LineParts> lines, boolean sync) throws IOException {
    LogFile current = opened();
    buffer.clear();
    long lastSequence = sequence;
    byte[] lastChain = chain;
    for (LineParts line : lines) {
      lastChain = digest.next(lastChain, ++lastSequence, line.bodyHash());
      line.appendTo(buffer, lastSequence, lastChain);
    }
    try {
      current.append(buffer.bytes(), buffer.length());
      if (sync) {
        current.sync();
      }
    } catch (IOException failed) {
      damaged = true;
      try {
        repair();
      } catch (IOException stillBroken) {
        failed.addSuppressed(stillBroken);
      }
      throw new IOException(name + ": " + failed.getMessage(), failed);
    }
    length += buffer.length();
    sequence = lastSequence;
    chain = lastChain;
  }

  /** Cuts off what a failed write left behind. */
  private void repair() throws IOException {
    if (damaged && file != null) {
      file.truncate(length);
      damaged = false;
    }
  }

  private void open(Path path) throws IOException {
    file = opener.open(path);
    name = String.valueOf(path.getFileName());
  }

  private LogFile opened() throws IOException {
    if (file == null) {
      throw new IOException("no file is open");
    }
    return file;
  }

  /** Writes the head to a file beside the lines. */
  void publishHead() throws IOException {
    JsonText out = JsonText.pretty().beginObject().put("sequence", sequence);
    byte[] text = out.put("chain", head().chain()).endObject().toBytes();
    try {
      WholeFile.write(folder.resolve(AuditLog.HEAD), text);
    } catch (IOException failed) {
      throw new IOException(AuditLog.HEAD + ": " + failed.getMessage(), failed);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (file != null) {
        repair();
        file.sync();
        publishHead();
      }
    } finally {
      closeFiles();
    }
  }

  private void closeFiles() throws IOException {
    try {
      if (file != null) {
        file.close();
      }
    } finally {
      lockFile.close();
    }
  }

  /** The end of a file: its last whole line, and the bytes behind it. */
  private static final class Tail {

    private static final int LINES = 256;

    private byte @Nullable [] last;
    private long wholeBytes;
    private long brokenBytes;

    static Tail of(Path segment) throws IOException {
      Tail tail = new Tail();
      try (LogReader reader = new LogReader(AuditLog.of(segment))) {
        List<RawLine> lines = reader.read(LINES);
        while (!lines.isEmpty()) {
          lines.forEach(tail::take);
          lines = reader.read(LINES);
        }
      }
      return tail;
    }

    private void take(RawLine line) {
      if (line.isComplete()) {
        last = line.bytes();
        wholeBytes += line.bytes().length + 1L;
      } else {
        brokenBytes = line.bytes().length;
      }
    }
  }
}
