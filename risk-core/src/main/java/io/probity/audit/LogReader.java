package io.probity.audit;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a log in order, while its writer may add lines and files. A file counts as read to
 * its end only when it was read again after a later file was seen, since the writer adds nothing to it
 * from then on. Not safe for several threads at the same time.
 */
final class LogReader implements Closeable {

  private static final int BUFFER = 1 << 18;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FEEDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private final AuditLog log;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream(); // of a line
  private @Nullable Path file;
  private @Nullable InputStream in;
  private long number;
  private int at;
  private int end;
  private boolean isFollowed;
  private boolean isAtEnd;

  LogReader(AuditLog log) {
    this.log = log;
  }

  /** Returns the next lines, up to a number; none at the end. */
  List<RawLine> read(int most) throws IOException {
    List<RawLine> lines = new ArrayList<>(most);
    RawLine line = lines.size() < most ? next() : null;
    while (line != null) {
      lines.add(line);
      line = lines.size() < most ? next() : null;
    }
    return lines;
  }

  private @Nullable RawLine next() throws IOException {
    while (in != null || openNext()) {
      int from = at;
      int feed = feed(at);
      at = feed + 1;
      if (feed < end && begun.size() == 0) {
        return line(Arrays.copyOfRange(buffer, from, feed), true, false);
      }
      begun.write(buffer, from, feed - from);
      if (feed < end) {
        return line(taken(), true, false);
      }
      if (!fill()) {
        Optional<Path> later = later();
        if (later.isPresent() && !isFollowed) {
          isFollowed = true;
        } else {
          closeFile();
          isAtEnd = later.isEmpty(); // what is added from now on is not read
          if (begun.size() > 0) {
            return line(taken(), false, later.isEmpty());
          }
        }
      }
    }
    return null;
  }

  /** Returns what was read of a line that does not lie in the buffer as a whole. */
  private byte[] taken() {
    byte[] bytes = begun.toByteArray();
    begun.reset();
    return bytes;
  }

  private RawLine line(byte[] bytes, boolean isComplete, boolean isLast) {
    return new RawLine(path(), ++number, bytes, isComplete, isLast);
  }

  private Path path() {
    return file == null ? Path.of("") : file;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = in == null ? 0 : Math.max(0, in.read(buffer));
    return end > 0;
  }

  private boolean openNext() throws IOException {
    Optional<Path> next = isAtEnd ? Optional.empty() : later();
    if (next.isEmpty()) {
      return false;
    }
    file = next.get();
    in = Files.newInputStream(file);
    isFollowed = false;
    number = 0;
    at = 0;
    end = 0;
    return true;
  }

  /** Returns the file behind the one that is read. */
  private Optional<Path> later() throws IOException {
    Path current = file;
    return log.segments().stream()
        .filter(segment -> current == null || segment.compareTo(current) > 0)
        .findFirst();
  }

  /** Returns where the next line feed stands at or behind a place, or the end of the buffer. */
  private int feed(int from) {
    int i = from;
    while (i + Long.BYTES <= end) {
      long different = (long) EIGHT.get(buffer, i) ^ FEEDS; // a zero byte is a line feed
      long zeros = (different - ONES) & ~different & HIGH;
      if (zeros != 0) {
        return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
      }
      i += Long.BYTES;
    }
    while (i < end && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private void closeFile() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }

  @Override
  public void close() throws IOException {
    closeFile();
  }
}
