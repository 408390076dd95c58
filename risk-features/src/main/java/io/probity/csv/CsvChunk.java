package io.probity.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A run of whole records of one file. What it holds must not be used any more once it was given back
 * to its {@link CsvInput}.
 */
public final class CsvChunk {

  final byte[] bytes;
  final int start;
  final int end;
  private final int number;
  private final int file;
  private final long firstLine;
  private final @Nullable CsvFault fault;

  /**
   * Creates a chunk.
   *
   * @param bytes the records from {@code start} to {@code end}; a line feed stands at {@code end}, and
   *     at least {@link Bytes#WORD} bytes follow it
   * @param number its number in the whole input
   * @param file the number of the file
   * @param firstLine the line that it begins on if it is the first of its file, else 0
   * @param fault why the file ends here, or null if it does not
   */
  CsvChunk(
      byte[] bytes,
      int start,
      int end,
      int number,
      int file,
      long firstLine,
      @Nullable CsvFault fault) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.number = number;
    this.file = file;
    this.firstLine = firstLine;
    this.fault = fault;
    bytes[end] = '\n';
  }

  /** Returns a chunk of a single record, as {@link RecordScanner#recordBytes} gave it. */
  public static CsvChunk ofRecord(byte[] record) {
    byte[] padded = Arrays.copyOf(record, record.length + ChunkCutter.PADDING);
    return new CsvChunk(padded, 0, record.length, 0, 0, 1, null);
  }

  /** Returns its number in the whole input, from 0 on. */
  public int number() {
    return number;
  }

  /** Returns the number of the file in {@link CsvFiles#files}. */
  public int file() {
    return file;
  }

  /** Returns the line that it begins on if it is the first chunk of its file, else 0. */
  public long firstLine() {
    return firstLine;
  }

  /** Returns the number of bytes. */
  public int size() {
    return end - start;
  }

  /** Returns why the file cannot be read on after this chunk, or null if it can. */
  @Nullable
  CsvFault fault() {
    return fault;
  }
}
