package io.probity.preparation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.table.CsvMode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an application with a broken record: strict mode throws; quarantine sets the whole
 * application aside, because features of half a history would be wrong, and writes every violation.
 */
final class BrokenRecords implements Closeable {

  private static final List<String> COLUMNS =
      List.of("application_id", "place", "rule", "received", "remedy");

  private final CsvMode mode;
  private final @Nullable WholeFile file;
  private final @Nullable CsvWriter writer;
  private long count;

  private BrokenRecords(CsvMode mode, @Nullable WholeFile file, @Nullable CsvWriter writer) {
    this.mode = mode;
    this.file = file;
    this.writer = writer;
  }

  static BrokenRecords open(CsvMode mode) throws IOException {
    if (!(mode instanceof CsvMode.Quarantine quarantine)) {
      return new BrokenRecords(mode, null, null);
    }
    WholeFile file = WholeFile.create(quarantine.rejects());
    CsvWriter writer = CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .build(file.stream(), StandardCharsets.UTF_8);
    writer.writeRecord(COLUMNS);
    return new BrokenRecords(mode, file, writer);
  }

  /**
   * Sets an application aside.
   *
   * @throws InvalidInputException in strict mode
   */
  void add(String id, List<Violation> violations) {
    if (writer == null) {
      throw new InvalidInputException(violations);
    }
    for (Violation one : violations) {
      writer.writeRecord(id, one.place(), one.rule(), one.received(), one.remedy());
    }
    count++;
  }

  long count() {
    return count;
  }

  /**
   * Completes the file of rejects.
   *
   * @throws InvalidInputException if more were set aside than the mode allows; the file is kept
   */
  void finish(long accepted) throws IOException {
    if (writer == null || file == null || !(mode instanceof CsvMode.Quarantine quarantine)) {
      return;
    }
    writer.flush();
    file.commit();
    double share = count == 0 ? 0.0 : (double) count / (count + accepted);
    if (share > quarantine.largestShare()) {
      throw new InvalidInputException(new Violation(
          String.valueOf(quarantine.rejects().getFileName()),
          String.format(
              Locale.ROOT, "at most %.4f of them may be broken", quarantine.largestShare()),
          String.format(Locale.ROOT, "%.4f (%d)", share, count),
          "see the file for the reasons"));
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
