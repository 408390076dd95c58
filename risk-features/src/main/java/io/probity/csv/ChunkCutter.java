package io.probity.csv;

import io.probity.file.Sha256;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Deque;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the content of one file into chunks that end where a record ends. A compressed file is known by
 * its first bytes, whatever its name.
 */
final class ChunkCutter implements Closeable {

  /** The bytes that follow the last one of a chunk. */
  static final int PADDING = 2 * Bytes.WORD;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final MessageDigest digest;
  private final InputStream content;
  private final RecordEnds ends;
  private final int file;
  private final int chunkBytes;
  private final Deque<byte[]> free;
  private byte[] rest = new byte[0];
  private boolean isFirst = true;
  private boolean atEnd;
  private @Nullable CsvFault fault;

  private ChunkCutter(
      MessageDigest digest,
      InputStream content,
      int file,
      char separator,
      int chunkBytes,
      Deque<byte[]> free) {
    this.digest = digest;
    this.content = content;
    this.ends = new RecordEnds(separator);
    this.file = file;
    this.chunkBytes = chunkBytes;
    this.free = free;
  }

  /**
   * Begins with a stream, which it closes.
   *
   * @param free buffers to use again
   */
  static ChunkCutter open(
      InputStream stream, String name, int file, char separator, int chunkBytes, Deque<byte[]> free)
      throws IOException {
    MessageDigest digest = Sha256.newDigest();
    InputStream raw = new BufferedInputStream(new DigestInputStream(stream, digest), 1 << 16);
    try {
      raw.mark(2);
      boolean compressed =
          raw.read() == GzipInput.FIRST_BYTE && raw.read() == GzipInput.SECOND_BYTE;
      raw.reset();
      InputStream content = compressed ? new GzipInput(raw) : raw;
      return new ChunkCutter(digest, content, file, separator, chunkBytes, free);
    } catch (ZipException | EOFException broken) {
      raw.close();
      throw CsvFault.BROKEN_GZIP.at(name, 0);
    } catch (IOException | RuntimeException failed) {
      raw.close();
      throw failed;
    }
  }

  /** Returns the SHA-256 of the bytes of the file, once the last chunk was handed out. */
  String sha256() {
    return Sha256.of(digest);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  /**
   * Returns the next chunk, or null after the last.
   *
   * @param number its number in the whole input
   */
  @Nullable
  CsvChunk next(int number) throws IOException {
    if (atEnd && rest.length == 0) {
      return null;
    }
    byte[] buffer = buffer(Math.max(chunkBytes, 2 * rest.length));
    System.arraycopy(rest, 0, buffer, 0, rest.length);
    int filled = fill(buffer, rest.length, buffer.length - PADDING);
    if (isFirst) {
      while (!atEnd && filled < BYTE_ORDER_MARK.length) {
        buffer = Arrays.copyOf(buffer, BYTE_ORDER_MARK.length + PADDING);
        filled = fill(buffer, filled, BYTE_ORDER_MARK.length);
      }
    }
    int start = isFirst && startsWithMark(buffer, filled) ? BYTE_ORDER_MARK.length : 0;
    isFirst = false;
    int longest = start + CsvInput.LONGEST_RECORD + 1;
    int cut = cut(buffer, start, filled);
    while (cut < 0 && filled < longest) {
      int room = Math.min(2 * filled, longest);
      buffer = Arrays.copyOf(buffer, room + PADDING);
      filled = fill(buffer, filled, room);
      cut = cut(buffer, start, filled);
    }
    if (cut < 0) {
      fault = CsvFault.LONG_RECORD;
      atEnd = true;
      cut = start;
    }
    rest = fault == null ? Arrays.copyOfRange(buffer, cut, filled) : new byte[0];
    return new CsvChunk(buffer, start, cut, number, file, 0, fault);
  }

  /** Returns where the records of a buffer end, or a negative number if none does. */
  private int cut(byte[] buffer, int start, int filled) {
    if (fault != null) {
      return Math.max(start, ends.last(buffer, start, filled));
    }
    return atEnd ? filled : ends.last(buffer, start, filled);
  }

  private byte[] buffer(int room) {
    return room == chunkBytes && !free.isEmpty() ? free.pop() : new byte[room + PADDING];
  }

  /** Reads until the buffer is filled up to a position or the file ends. */
  private int fill(byte[] buffer, int from, int to) throws IOException {
    int filled = from;
    while (filled < to && !atEnd) {
      int count = read(buffer, filled, to - filled);
      atEnd = count < 0;
      filled += Math.max(0, count);
    }
    return filled;
  }

  private int read(byte[] buffer, int from, int length) throws IOException {
    if (!(content instanceof GzipInput)) {
      return content.read(buffer, from, length);
    }
    try {
      return content.read(buffer, from, length);
    } catch (ZipException | EOFException broken) {
      fault = CsvFault.BROKEN_GZIP;
      return -1;
    }
  }

  private static boolean startsWithMark(byte[] buffer, int filled) {
    int length = BYTE_ORDER_MARK.length;
    return filled >= length && Arrays.equals(buffer, 0, length, BYTE_ORDER_MARK, 0, length);
  }
}
