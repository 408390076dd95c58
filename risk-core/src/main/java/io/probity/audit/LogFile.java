package io.probity.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A file that lines are appended to. */
interface LogFile extends Closeable {

  /**
   * The most that a {@link RandomAccessFile} writes from the stack. For more it takes memory from the
   * system and gives it back each time, which costs several times as much as the writing.
   */
  int PIECE = 1 << 13;

  /** Opens files. */
  @FunctionalInterface
  interface Opener {
    LogFile open(Path path) throws IOException;
  }

  /** Writes the first bytes of an array at the end, or fails with a part of them written. */
  void append(byte[] bytes, int length) throws IOException;

  /** Cuts off what is behind a length. */
  void truncate(long length) throws IOException;

  /** Forces everything to the device. */
  void sync() throws IOException;

  /**
   * Opens a file of the file system, which is made if it does not exist. It is no channel, since a
   * channel closes when a thread that uses it is interrupted, and here that would be a caller's.
   */
  static LogFile open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    file.seek(file.length());
    return new LogFile() {
      @Override
      public void append(byte[] bytes, int length) throws IOException {
        for (int from = 0; from < length; from += PIECE) {
          file.write(bytes, from, Math.min(PIECE, length - from));
        }
      }

      @Override
      public void truncate(long length) throws IOException {
        file.setLength(length);
        file.seek(length);
      }

      @Override
      public void sync() throws IOException {
        file.getFD().sync();
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
