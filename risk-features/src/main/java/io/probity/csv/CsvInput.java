package io.probity.csv;

import io.probity.file.Sha256;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open CSV files, read one after another and cut into chunks of whole records. All files must have the
 * header of the first.
 *
 * <p>Where chunks end follows from the bytes and the wanted size alone. Not safe for use by several
 * threads; the chunks may be worked on by any thread.
 */
public final class CsvInput implements Closeable {

  /** The usual size of a chunk in bytes. */
  public static final int CHUNK_BYTES = 1 << 20;

  /** The longest record in bytes. */
  public static final int LONGEST_RECORD = 1 << 24;

  private final CsvFiles files;
  private final @Nullable InputStream stream;
  private final char separator;
  private final int chunkBytes;
  private final Deque<byte[]> free = new ArrayDeque<>();
  private final List<String> digests = new ArrayList<>();
  private final CsvHeader header;
  private @Nullable ChunkCutter current;
  private @Nullable CsvChunk waiting;
  private int opened;
  private int handedOut;

  private CsvInput(CsvFiles files, @Nullable InputStream stream, char separator, int chunkBytes)
      throws IOException {
    this.files = files;
    this.stream = stream;
    this.separator = separator;
    this.chunkBytes = chunkBytes;
    this.header = openNext(null);
  }

  /**
   * Opens the files and reads the header.
   *
   * @param chunkBytes the wanted size of a chunk, at least 1; a longer record makes a longer chunk
   * @throws InvalidInputException if the first file is empty, is no CSV or its header breaks a rule
   */
  public static CsvInput open(CsvFiles files, char separator, int chunkBytes) throws IOException {
    return open(files, null, separator, chunkBytes);
  }

  /**
   * Begins to read a stream, such as standard input, which is closed with this input.
   *
   * @param name what it is called in messages
   * @param chunkBytes the wanted size of a chunk, at least 1; a longer record makes a longer chunk
   * @throws InvalidInputException if it is empty, is no CSV or its header breaks a rule
   */
  public static CsvInput open(InputStream stream, String name, char separator, int chunkBytes)
      throws IOException {
    return open(new CsvFiles(name, List.of(Path.of(name))), stream, separator, chunkBytes);
  }

  private static CsvInput open(
      CsvFiles files, @Nullable InputStream stream, char separator, int chunkBytes)
      throws IOException {
    if (chunkBytes < 1 || chunkBytes > LONGEST_RECORD) {
      throw new IllegalArgumentException(
          "a chunk must have 1 to " + LONGEST_RECORD + " bytes, not " + chunkBytes);
    }
    return new CsvInput(files, stream, separator, chunkBytes);
  }

  /** Returns the files. */
  public CsvFiles files() {
    return files;
  }

  /** Returns the names of the columns, the same in every file. */
  public List<String> header() {
    return header.names();
  }

  /** Returns the header of the first file as it is written, without its line end. */
  public byte[] headerBytes() {
    return header.bytes();
  }

  /**
   * Returns the next chunk, or null after the last. Only the first chunks of a file may be without
   * records.
   *
   * @throws InvalidInputException if a further file is empty or its header differs from the first
   */
  public @Nullable CsvChunk next() throws IOException {
    while (true) {
      CsvChunk chunk = waiting;
      waiting = null;
      if (chunk == null && current != null) {
        chunk = current.next(handedOut);
      }
      if (chunk != null) {
        handedOut++;
        return chunk;
      }
      closeCurrent();
      if (opened == files.files().size()) {
        return null;
      }
      openNext(header);
    }
  }

  /** Gives a chunk back that was worked on. */
  public void release(CsvChunk chunk) {
    if (chunk.bytes.length == chunkBytes + ChunkCutter.PADDING) {
      free.push(chunk.bytes);
    }
  }

  /**
   * Returns the SHA-256 of what was read, in hexadecimal, once the last chunk was handed out: of one
   * file that of its bytes as they are stored; of several that of the text which names the digest of
   * each file on a line of its own, in the order of reading, each line ended by a line feed.
   */
  public String sha256() {
    if (digests.size() < files.files().size()) {
      throw new IllegalStateException("the digest is known after the last chunk");
    }
    if (digests.size() == 1) {
      return digests.get(0);
    }
    return Sha256.of((String.join("\n", digests) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
    }
  }

  private void closeCurrent() throws IOException {
    if (current != null) {
      digests.add(current.sha256());
      current.close();
      current = null;
    }
  }

  private CsvHeader openNext(@Nullable CsvHeader expected) throws IOException {
    int file = opened++;
    String name = files.name(file);
    InputStream content = stream == null ? Files.newInputStream(files.files().get(file)) : stream;
    ChunkCutter cutter = ChunkCutter.open(content, name, file, separator, chunkBytes, free);
    current = cutter;
    try {
      RecordScanner scanner = new RecordScanner(separator);
      long line = 1;
      while (true) {
        CsvChunk chunk = cutter.next(handedOut);
        if (chunk == null) {
          throw new InvalidInputException(new Violation(
              name, "the file is empty", "", "it needs a header and at least one record"));
        }
        scanner.reset(chunk, line);
        if (scanner.next()) {
          CsvHeader found = CsvHeader.of(scanner, name);
          if (expected != null) {
            found.requireSame(expected, files.name(0));
          }
          waiting = new CsvChunk(
              chunk.bytes,
              scanner.position(),
              chunk.end,
              handedOut,
              file,
              scanner.nextLine(),
              chunk.fault());
          return found;
        }
        CsvFault fault = scanner.fault();
        if (fault != null) {
          throw fault.at(name, scanner.line());
        }
        line = scanner.nextLine();
        release(chunk);
      }
    } catch (IOException | RuntimeException failed) {
      cutter.close();
      throw failed;
    }
  }
}
