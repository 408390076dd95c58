package io.probity.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How many records a CSV is likely to hold, by its size and the length of its first lines. */
final class RecordEstimate {

  private static final int SAMPLE = 1 << 16;
  private static final int GZIP_RATIO = 5;

  private RecordEstimate() {}

  /** Returns the estimate for a file, compressed by gzip or not, or a folder of files. */
  static long of(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return ofFile(path);
    }
    long records = 0;
    List<Path> files;
    try (Stream<Path> listed = Files.list(path)) {
      files = listed.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?")).toList();
    }
    for (Path file : files) {
      records += ofFile(file);
    }
    return records;
  }

  private static long ofFile(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(SAMPLE);
    }
    boolean compressed = file.toString().endsWith(".gz");
    long lines = 1;
    for (byte one : start) {
      lines += one == '\n' ? 1 : 0;
    }
    double bytesPerLine =
        compressed ? 100.0 / GZIP_RATIO : Math.max(1.0, start.length / (double) lines);
    return (long) (Files.size(file) / bytesPerLine);
  }
}
