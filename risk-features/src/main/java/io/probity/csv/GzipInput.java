package io.probity.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip file of one or more members, checked to its last byte. Java's own stream takes
 * whatever follows a member and is no member for the end of the file, so that data could be lost in
 * silence.
 *
 * <p>Source: RFC 1952, GZIP file format specification version 4.3, 1996.
 */
final class GzipInput extends InputStream {

  static final int FIRST_BYTE = 0x1F;
  static final int SECOND_BYTE = 0x8B;

  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int filled;
  private boolean finished;

  /** Begins to read a file at its first byte. */
  GzipInput(InputStream in) throws IOException {
    this.in = in;
    readHeader(readByte());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!finished) {
      int count = inflate(into, from, length);
      if (count > 0) {
        checksum.update(into, from, count);
        return count;
      }
      if (inflater.finished()) {
        position = filled - inflater.getRemaining();
        readTrailer();
      } else if (inflater.needsInput()) {
        fill();
        inflater.setInput(buffer, 0, filled);
      } else {
        throw new ZipException("a dictionary is asked for");
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private int inflate(byte[] into, int from, int length) throws ZipException {
    try {
      return inflater.inflate(into, from, length);
    } catch (DataFormatException broken) {
      ZipException damaged = new ZipException("the compressed data are damaged");
      damaged.initCause(broken);
      throw damaged;
    }
  }

  private void readHeader(int first) throws IOException {
    int second = readByte();
    int method = readByte();
    int flags = readByte();
    if (first != FIRST_BYTE
        || second != SECOND_BYTE
        || method != DEFLATE
        || (flags & RESERVED) != 0) {
      throw new ZipException("what should be a member of a gzip file is none");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(readByte() | readByte() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.setInput(buffer, position, filled - position);
  }

  /** Checks the end of a member and begins the next, if there is one; zeros may fill up the file. */
  private void readTrailer() throws IOException {
    if (readInt() != (int) checksum.getValue() || readInt() != (int) inflater.getBytesWritten()) {
      throw new ZipException("the checksum of the compressed data is wrong");
    }
    checksum.reset();
    inflater.reset();
    int next = nextByte();
    if (next > 0) {
      readHeader(next);
      return;
    }
    while (next == 0) {
      next = nextByte();
    }
    if (next > 0) {
      throw new ZipException("something follows the compressed data");
    }
    finished = true;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      readByte();
    }
  }

  private void skipText() throws IOException {
    int last = readByte();
    while (last != 0) {
      last = readByte();
    }
  }

  private int readInt() throws IOException {
    return readByte() | readByte() << 8 | readByte() << 16 | readByte() << 24;
  }

  private int readByte() throws IOException {
    if (position == filled) {
      fill();
    }
    return buffer[position++] & 0xFF;
  }

  /** Returns the next byte, or -1 at the end of the file. */
  private int nextByte() throws IOException {
    if (position == filled && !refill()) {
      return -1;
    }
    return buffer[position++] & 0xFF;
  }

  private void fill() throws IOException {
    if (!refill()) {
      throw new EOFException("the compressed data are cut short");
    }
  }

  private boolean refill() throws IOException {
    position = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }
}
