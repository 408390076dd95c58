package io.probity.preparation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Lines with their places in a whole, written part by part in rising order within each part, and
 * merged to that order. Not safe for several threads.
 */
final class OrderedParts implements Closeable {

  private static final int BUFFER = 1 << 15;

  private final SpillFiles beside;
  private final SpillFiles.Opener opener;
  private final List<Part> reading = new ArrayList<>();
  private DataOutputStream writing;
  private int parts;

  OrderedParts(SpillFiles beside, SpillFiles.Opener opener) throws IOException {
    this.beside = beside;
    this.opener = opener;
    this.writing = open();
  }

  /** Adds a line to the present part; its place must be above that of the line before. */
  void add(long place, byte[] line) throws IOException {
    writing.writeLong(place);
    writing.writeInt(line.length);
    writing.write(line);
  }

  /** Ends the present part. */
  void nextPart() throws IOException {
    writing.close();
    parts++;
    writing = open();
  }

  /** Writes all lines in order. */
  void mergeTo(OutputStream out) throws IOException {
    writing.close();
    PriorityQueue<Part> queue =
        new PriorityQueue<>(Comparator.comparingLong((Part part) -> part.place));
    for (int i = 0; i <= parts; i++) {
      Part part = new Part(file(i));
      reading.add(part);
      if (part.advance()) {
        queue.add(part);
      }
    }
    while (!queue.isEmpty()) {
      Part part = queue.remove();
      out.write(part.line);
      if (part.advance()) {
        queue.add(part);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Part part : reading) {
      part.in.close();
    }
    writing.close();
  }

  private DataOutputStream open() throws IOException {
    return new DataOutputStream(new BufferedOutputStream(opener.open(file(parts)), BUFFER));
  }

  private Path file(int part) {
    return beside.file(part).resolveSibling("lines-" + part);
  }

  /** A part that is being read. */
  private static final class Part {

    private final DataInputStream in;
    private long place;
    private byte[] line = new byte[0];

    Part(Path file) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    boolean advance() throws IOException {
      try {
        place = in.readLong();
      } catch (EOFException end) {
        return false;
      }
      line = new byte[in.readInt()];
      in.readFully(line);
      return true;
    }
  }
}
