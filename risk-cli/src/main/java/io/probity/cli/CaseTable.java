package io.probity.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.file.WholeFile;
import io.probity.input.DecimalText;
import io.probity.portfolio.DecidedCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV of what two policies do with each record. */
final class CaseTable {

  private static final List<String> COLUMNS =
      List.of("outcome", "pd", "limit", "rate", "expected_loss", "capital", "profit");

  private CaseTable() {}

  static void write(List<DecidedCase> first, List<DecidedCase> second, Path out, char separator)
      throws IOException {
    try (WholeFile file = WholeFile.create(out);
        CsvWriter writer = CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(LineDelimiter.LF)
            .build(file.stream(), StandardCharsets.UTF_8)) {
      List<String> header = new ArrayList<>(List.of("record"));
      COLUMNS.forEach(column -> header.add("first_" + column));
      COLUMNS.forEach(column -> header.add("second_" + column));
      writer.writeRecord(header);
      for (int i = 0; i < first.size(); i++) {
        List<String> record = new ArrayList<>(List.of(Integer.toString(i + 1)));
        add(first.get(i), record);
        add(second.get(i), record);
        writer.writeRecord(record);
      }
      writer.flush();
      file.commit();
    }
  }

  private static void add(DecidedCase one, List<String> record) {
    record.add(one.outcome().name());
    for (double value : new double[] {
      one.pd(), one.limit(), one.rate(), one.expectedLoss(), one.capital(), one.profit()
    }) {
      record.add(DecimalText.of(value));
    }
  }
}
