package io.probity.profile;

import io.probity.csv.TextHash;
import io.probity.schema.Field;
import io.probity.table.Column;
import io.probity.table.DistinctCount;
import io.probity.table.LevelColumn;
import io.probity.table.Table;
import io.probity.table.TextColumn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What is counted of one column. Figures of parts add up to those of the whole. */
final class ColumnFigures {

  private final Field field;
  private final DistinctCount distinct = new DistinctCount();
  private final GridHistogram numbers = new GridHistogram();
  private final SuspectCodes codes = new SuspectCodes();
  private final Map<String, OutcomeCounts> levels = new TreeMap<>();
  private final OutcomeCounts missing = new OutcomeCounts();
  private long present;
  private long invalid;

  ColumnFigures(Field field) {
    this.field = field;
  }

  /**
   * Counts the values of some records.
   *
   * @param outcomes one a record, see {@link OutcomeCounts}
   * @param broken how many of the values were no value of the kind
   */
  void add(Table table, byte[] outcomes, int broken) {
    invalid += broken;
    Column column = table.column(field.name());
    for (int row = 0; row < outcomes.length; row++) {
      if (column instanceof TextColumn texts) {
        addText(texts.text(row).strip(), outcomes[row]);
      } else if (Double.isNaN(column.cell(row))) {
        missing.add(outcomes[row]);
      } else if (column instanceof LevelColumn category) {
        present++;
        levels
            .computeIfAbsent(
                category.levels().get((int) column.cell(row)), level -> new OutcomeCounts())
            .add(outcomes[row]);
      } else {
        addNumber(column.cell(row), outcomes[row]);
      }
    }
  }

  private void addNumber(double value, byte outcome) {
    present++;
    distinct.add(TextHash.of(value));
    numbers.add(value, outcome);
    codes.add(value, outcome);
  }

  private void addText(String text, byte outcome) {
    if (text.isEmpty()) {
      missing.add(outcome);
      return;
    }
    present++;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    distinct.add(TextHash.of(bytes, 0, bytes.length));
  }

  void addAll(ColumnFigures other) {
    distinct.addAll(other.distinct);
    numbers.addAll(other.numbers);
    codes.addAll(other.codes);
    other.levels.forEach((level, counts) ->
        levels.computeIfAbsent(level, added -> new OutcomeCounts()).addAll(counts));
    missing.addAll(other.missing);
    present += other.present;
    invalid += other.invalid;
  }

  Field field() {
    return field;
  }

  GridHistogram numbers() {
    return numbers;
  }

  SuspectCodes codes() {
    return codes;
  }

  Map<String, OutcomeCounts> levels() {
    return levels;
  }

  OutcomeCounts missing() {
    return missing;
  }

  long present() {
    return present;
  }

  long invalid() {
    return invalid;
  }

  long distinct() {
    return levels.isEmpty() ? distinct.estimate() : levels.size();
  }
}
