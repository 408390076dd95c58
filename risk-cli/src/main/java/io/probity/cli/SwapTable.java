package io.probity.cli;

import io.probity.file.WholeFile;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.portfolio.StrategyFigures;
import io.probity.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV of everybody on whom two sides decide otherwise: another outcome or another limit. It appears
 * whole, by {@link #commit}, or not at all.
 */
final class SwapTable implements Closeable {

  private static final List<String> EACH = List.of("outcome", "pd", "score", "grade", "limit");

  private final WholeFile file;
  private final Layout layout;
  private long records;

  private SwapTable(WholeFile file, Layout layout) {
    this.file = file;
    this.layout = layout;
  }

  /**
   * How the file is written.
   *
   * @param passed the columns that are passed through
   * @param texts the texts of these columns
   * @param hasLimits whether limits are known; their cells are empty otherwise
   * @param separator between fields
   * @param neutralise whether cells that a spreadsheet would run are disarmed
   */
  record Layout(
      List<String> passed, Table texts, boolean hasLimits, char separator, boolean neutralise) {

    Layout {
      passed = List.copyOf(passed);
    }
  }

  static SwapTable create(Path out, Layout layout) throws IOException {
    List<String> names = new ArrayList<>();
    for (String side : List.of("first_", "second_")) {
      EACH.forEach(column -> names.add(side + column));
      for (int i = 1; i <= Judgement.REASONS; i++) {
        names.add(side + "reason_" + i);
      }
    }
    names.addAll(List.of("limit_change", "bad"));
    List<String> header = new ArrayList<>(List.of("record"));
    for (String passed : layout.passed()) {
      if (names.contains(passed) || header.contains(passed)) {
        throw new InvalidInputException(new Violation(
            "--pass", "the file has a column of this name already", passed, "leave it out"));
      }
      header.add(passed);
    }
    header.addAll(names);
    SwapTable table = new SwapTable(WholeFile.create(out), layout);
    table.write(header);
    return table;
  }

  /**
   * Writes a record if both decide otherwise.
   *
   * @param row its position, from 0 on
   * @param bad what came of it: 1 bad, 0 good, -1 not known
   */
  void add(int row, Judgement first, Judgement second, int bad) throws IOException {
    if (first.side().decidesLike(second.side())) {
      return;
    }
    records++;
    List<String> fields = new ArrayList<>(List.of(Integer.toString(row + 1)));
    layout.passed().forEach(name -> fields.add(layout.texts().texts(name).text(row)));
    add(first, fields);
    add(second, fields);
    fields.add(
        layout.hasLimits()
            ? second.side().limit().subtract(first.side().limit()).toPlainString()
            : "");
    fields.add(bad == StrategyFigures.UNKNOWN ? "" : Integer.toString(bad));
    write(fields);
  }

  private void add(Judgement one, List<String> fields) {
    fields.add(one.side().outcome().name());
    fields.add(DecimalText.of(one.side().pd()));
    fields.add(Integer.toString(one.score()));
    fields.add(one.grade());
    fields.add(layout.hasLimits() ? one.side().limit().toPlainString() : "");
    for (int i = 0; i < Judgement.REASONS; i++) {
      fields.add(i < one.reasons().size() ? one.reasons().get(i) : "");
    }
  }

  private void write(List<String> fields) throws IOException {
    String line = CsvLine.of(fields, layout.separator(), layout.neutralise()) + "\n";
    file.stream().write(line.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns how many records were written. */
  long records() {
    return records;
  }

  /** Lets the file appear. */
  void commit() throws IOException {
    file.commit();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
