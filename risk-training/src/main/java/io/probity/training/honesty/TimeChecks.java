package io.probity.training.honesty;

import io.probity.schema.Derivation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldSource;
import io.probity.schema.Operand;
import io.probity.schema.Schema;
import io.probity.table.Column;
import io.probity.table.Table;
import io.probity.training.split.LearnSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Checks of dates: known too late, or outcomes that depend on when. */
final class TimeChecks {

  private static final double SOME = 0.01;
  private static final double EXPECTED = 5.0;
  private static final int MONTHS_OF_A_QUARTER = 3;

  private final Schema schema;
  private final Table table;
  private final LearnSet records;

  TimeChecks(Schema schema, Table table, LearnSet records) {
    this.schema = schema;
    this.table = table;
    this.records = records;
  }

  List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    List<Field> days = table.schema().fields(FieldRole.DATE);
    for (Field field : table.schema().fields()) {
      boolean isDay = !days.isEmpty() && field.name().equals(days.get(0).name());
      if (field.kind() == FieldKind.DATE && !isDay) {
        Column column = table.column(field.name());
        StrengthChecks.filledByOutcome(
                field.name(), records, row -> !Double.isNaN(column.cell(row)))
            .ifPresent(findings::add);
        if (!days.isEmpty()) {
          afterwards(field.name(), column, days.get(0).name(), findings);
        }
      }
    }
    if (!days.isEmpty()) {
      constantInTime(days.get(0).name(), findings);
    }
    return findings;
  }

  private void afterwards(String name, Column column, String day, List<Finding> findings) {
    Column days = table.column(day);
    int filled = 0;
    int after = 0;
    for (int row = 0; row < records.rows(); row++) {
      filled += Double.isNaN(column.cell(row)) ? 0 : 1;
      after += column.cell(row) > days.cell(row) ? 1 : 0;
    }
    if (!(after > SOME * filled)) {
      return;
    }
    List<String> used = featuresFrom(name);
    List<String> fields = new ArrayList<>(List.of(name));
    fields.addAll(used);
    findings.add(new Finding(
        Finding.Code.POST_EVENT_DATE,
        used.isEmpty() ? Finding.Severity.WARNING : Finding.Severity.ERROR,
        fields,
        String.format(
                Locale.ROOT,
                "%s lies after %s in %d of %d records: it was not known then; ",
                name,
                day,
                after,
                filled)
            + (used.isEmpty()
                ? "make no feature from it"
                : "exclude " + String.join(", ", used) + ", made from it")));
  }

  /** Returns the features in use that are derived straight from a field. */
  private List<String> featuresFrom(String name) {
    List<String> used = new ArrayList<>();
    for (Field field : records.features().fields()) {
      FieldSource source =
          schema.has(field.name()) ? schema.field(field.name()).source() : field.source();
      if (source instanceof FieldSource.Derived derived && reads(derived.how(), name)) {
        used.add(field.name());
      }
    }
    return used;
  }

  private static boolean reads(Derivation derivation, String name) {
    return derivation.operands().stream()
        .anyMatch(
            operand -> operand instanceof Operand.OfField field && field.name().equals(name));
  }

  private void constantInTime(String day, List<Finding> findings) {
    Column days = table.column(day);
    Map<Integer, int[]> quarters = new TreeMap<>();
    int[] all = new int[2];
    for (int row = 0; row < records.rows(); row++) {
      if (!Double.isNaN(days.cell(row))) {
        LocalDate date = LocalDate.ofEpochDay((long) days.cell(row));
        int quarter = date.getYear() * 4 + (date.getMonthValue() - 1) / MONTHS_OF_A_QUARTER;
        quarters.computeIfAbsent(quarter, key -> new int[2])[records.targetUnsafe()[row]]++;
        all[records.targetUnsafe()[row]]++;
      }
    }
    for (int outcome = 0; outcome <= 1; outcome++) {
      double share = (double) all[outcome] / (all[0] + all[1]);
      List<String> without = new ArrayList<>();
      for (Map.Entry<Integer, int[]> quarter : quarters.entrySet()) {
        int[] counts = quarter.getValue();
        if (counts[outcome] == 0 && (counts[0] + counts[1]) * share >= EXPECTED) {
          int key = quarter.getKey();
          without.add(Math.floorDiv(key, 4) + "-Q" + (Math.floorMod(key, 4) + 1));
        }
      }
      if (!without.isEmpty()) {
        findings.add(new Finding(
            Finding.Code.CONSTANT_IN_TIME,
            Finding.Severity.WARNING,
            List.of(day),
            "there are no " + (outcome == 1 ? "bads" : "goods") + " in "
                + String.join(", ", without)
                + ": the outcome of these records is probably not known yet, or was read otherwise;"
                + " leave them out"));
      }
    }
  }
}
