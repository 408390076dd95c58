package io.probity.table;

import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The file that broken records are set aside in: line, reason, then the record byte for byte as it was
 * written, with the separator of the input.
 */
final class RejectsFile implements Closeable {

  private final CsvMode.Quarantine mode;
  private final char separator;
  private final WholeFile file;
  private long count;

  private RejectsFile(CsvMode.Quarantine mode, char separator, WholeFile file) {
    this.mode = mode;
    this.separator = separator;
    this.file = file;
  }

  /**
   * Begins the file.
   *
   * @param header the header as it is written
   */
  static RejectsFile create(CsvMode.Quarantine mode, char separator, byte[] header)
      throws IOException {
    RejectsFile rejects = new RejectsFile(mode, separator, WholeFile.create(mode.rejects()));
    rejects.write("reject_line", "reject_reason", header);
    return rejects;
  }

  void add(long line, List<Violation> violations, byte[] record) throws IOException {
    String reason = violations.stream().map(Violation::toString).collect(Collectors.joining(" | "));
    write(Long.toString(line), '"' + reason.replace("\"", "\"\"") + '"', record);
    count++;
  }

  private void write(String line, String reason, byte[] record) throws IOException {
    OutputStream out = file.stream();
    out.write((line + separator + reason + separator).getBytes(StandardCharsets.UTF_8));
    out.write(record);
    out.write('\n');
  }

  long count() {
    return count;
  }

  void finish(String name, long accepted) throws IOException {
    file.commit();
    double share = count == 0 ? 0.0 : (double) count / (count + accepted);
    if (share > mode.largestShare()) {
      throw new InvalidInputException(new Violation(
          name,
          String.format(
              Locale.ROOT, "at most %.4f of the records may be broken", mode.largestShare()),
          String.format(Locale.ROOT, "%.4f (%d records)", share, count),
          "see " + mode.rejects() + " for the reasons"));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
