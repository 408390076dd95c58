package io.probity.preparation;

import io.probity.input.Violations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the economy from a CSV of the columns {@link MacroSeries#COLUMNS}. */
public final class MacroFile {

  private MacroFile() {}

  /**
   * Reads a series.
   *
   * @throws io.probity.input.InvalidInputException if the file breaks a rule, with all violations of
   *     the record
   */
  public static MacroSeries read(Path file, char separator) throws IOException {
    List<String> columns = MacroSeries.COLUMNS;
    Map<String, Integer> positions = RecordCells.positions(columns);
    List<MacroSeries.Month> months = new ArrayList<>();
    try (RecordReader records =
        RecordReader.open(file, separator, columns.subList(0, 2), columns)) {
      while (records.advance()) {
        Violations violations = new Violations();
        RecordCells cells = new RecordCells(
            records.name(), records.line(), positions, allCells(records), violations);
        months.add(new MacroSeries.Month(
            cells.givenMonth("month"),
            cells.givenDay("published_on"),
            cells.number("unemployment_rate"),
            cells.number("gdp_growth"),
            cells.number("policy_rate")));
        violations.throwIfAny();
      }
    }
    return MacroSeries.of(months);
  }

  private static List<String> allCells(RecordReader records) {
    List<String> cells = new ArrayList<>(List.of(records.key()));
    cells.addAll(List.of(records.cells()));
    return cells;
  }
}
