package io.probity.preparation;

import io.probity.file.UnfinishedFiles;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records on disk, parted by the hash of a key, so that all records of a key are in one part and a
 * part fits into memory. The files lie in a folder of their own, which closing removes. Not safe for
 * several threads.
 */
final class SpillFiles implements Closeable {

  private static final int BUFFER = 1 << 16;
  private static final long PART_BYTES = 24L << 20;
  private static final int MOST_PARTS = 256;
  private static final int SEVEN_BITS = 7;

  private final Path folder;
  private final List<OutputStream> parts = new ArrayList<>();
  private boolean isWritten;

  /** Opens the files of the parts; a test opens some that fail. */
  @FunctionalInterface
  interface Opener {

    /** Opens files on the disk. */
    Opener DISK = Files::newOutputStream;

    OutputStream open(Path file) throws IOException;
  }

  private SpillFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Creates the files.
   *
   * @param near the folder in which the folder of the files is made
   * @param bytes about how many bytes will be written
   */
  static SpillFiles create(Path near, long bytes, Opener opener) throws IOException {
    SpillFiles files = new SpillFiles(Files.createTempDirectory(near, ".spill-"));
    UnfinishedFiles.add(files.folder);
    int count = (int) StrictMath.min(MOST_PARTS, 1 + bytes / PART_BYTES);
    try {
      for (int part = 0; part < count; part++) {
        files.parts.add(new BufferedOutputStream(opener.open(files.file(part)), BUFFER));
      }
      return files;
    } catch (IOException failed) {
      files.close();
      throw failed;
    }
  }

  /** Returns how many parts there are. */
  int parts() {
    return parts.size();
  }

  /** Returns a file beside the parts, which is removed with them. */
  Path file(int number) {
    return folder.resolve("part-" + number);
  }

  /** Adds a record: its kind, the line it came from, its key and its other cells. */
  void add(int kind, long line, String key, String[] cells) throws IOException {
    int mixed = key.hashCode() * 0x9E3779B9;
    OutputStream out = parts.get((mixed >>> 8) % parts.size());
    out.write(kind);
    number(out, line);
    text(out, key);
    for (String cell : cells) {
      text(out, cell);
    }
  }

  /** Returns the bytes of a part, after which nothing can be added. */
  byte[] read(int part) throws IOException {
    if (!isWritten) {
      for (OutputStream out : parts) {
        out.close();
      }
      isWritten = true;
    }
    byte[] bytes = Files.readAllBytes(file(part));
    Files.delete(file(part));
    return bytes;
  }

  /** Closes and removes the files; what could not be written no longer matters. */
  @Override
  public void close() throws IOException {
    for (OutputStream out : parts) {
      closeUnneeded(out);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    UnfinishedFiles.forget(folder);
  }

  private static boolean closeUnneeded(OutputStream out) {
    try {
      out.close();
      return true;
    } catch (IOException full) {
      return false;
    }
  }

  private static void text(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(out, bytes.length);
    out.write(bytes);
  }

  /** Writes a number of at least 0, seven bits a byte, the lowest first. */
  private static void number(OutputStream out, long value) throws IOException {
    long left = value;
    while (left >= 1L << SEVEN_BITS) {
      out.write((int) (left & 0x7F) | 0x80);
      left >>>= SEVEN_BITS;
    }
    out.write((int) left);
  }
}
