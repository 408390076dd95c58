package io.probity.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The file that broken records are set aside in: line, reason, then the record as it was. */
final class RejectsFile implements Closeable {

  private final CsvMode.Quarantine mode;
  private final WholeFile file;
  private final CsvWriter writer;
  private long count;

  private RejectsFile(CsvMode.Quarantine mode, WholeFile file, CsvWriter writer) {
    this.mode = mode;
    this.file = file;
    this.writer = writer;
  }

  static RejectsFile create(CsvMode.Quarantine mode, List<String> header) throws IOException {
    WholeFile file = WholeFile.create(mode.rejects());
    CsvWriter writer = CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .build(file.stream(), StandardCharsets.UTF_8);
    List<String> names = new ArrayList<>(List.of("reject_line", "reject_reason"));
    names.addAll(header);
    writer.writeRecord(names);
    return new RejectsFile(mode, file, writer);
  }

  void add(CsvRecord record, List<Violation> violations) {
    List<String> fields = new ArrayList<>();
    fields.add(Long.toString(record.getStartingLineNumber()));
    fields.add(violations.stream().map(Violation::toString).collect(Collectors.joining(" | ")));
    fields.addAll(record.getFields());
    writer.writeRecord(fields);
    count++;
  }

  long count() {
    return count;
  }

  void finish(String name, long accepted) throws IOException {
    writer.flush();
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
