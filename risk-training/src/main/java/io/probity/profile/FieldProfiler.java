package io.probity.profile;

import io.probity.input.DecimalText;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the profile of a column from its figures. */
final class FieldProfiler {

  private static final int MOST_LEVELS_SHOWN = 10;
  private static final int FENCE = 3; // distances of the quartiles
  private static final double SUSPECT_AUC = 0.85;
  private static final double SUSPECT_IV = 1.0;
  private static final double STRONG_IV = 0.5;
  private static final double MOSTLY_MISSING = 0.5;
  private static final int FEW_NUMBERS = 10;
  private static final int MANY_RECORDS = 1_000;

  private final ColumnFigures figures;
  private final Field field;
  private final boolean judges;

  /**
   * Creates a profiler.
   *
   * @param field what the column seems to be
   * @param judges whether the target has goods and bads
   */
  FieldProfiler(Field field, ColumnFigures figures, boolean judges) {
    this.figures = figures;
    this.field = field;
    this.judges = judges && field.role() != FieldRole.TARGET;
  }

  FieldProfile profile() {
    boolean isNumber = field.kind() == FieldKind.NUMBER && field.role() != FieldRole.TARGET;
    Map<Double, OutcomeCounts> codes = isNumber ? figures.codes().found() : Map.of();
    SortedMap<Double, OutcomeCounts> numbers = figures.numbers().sorted(codes);
    Optional<FieldProfile.NumberRange> range =
        isNumber && !numbers.isEmpty() ? Optional.of(range(numbers)) : Optional.empty();
    Optional<FieldProfile.Power> power = power(numbers, codes);
    Map<Double, Long> codeRecords = new TreeMap<>();
    codes.forEach((code, counts) -> codeRecords.put(code, counts.total()));
    return new FieldProfile(
        field.name(),
        field.kind(),
        field.role(),
        figures.present(),
        figures.missing().total(),
        figures.invalid(),
        figures.distinct(),
        range,
        codeRecords,
        commonest(),
        Histogram.of(numbers, codes, figures.levels(), isNumber),
        power,
        remarks(codeRecords, power));
  }

  private FieldProfile.NumberRange range(SortedMap<Double, OutcomeCounts> numbers) {
    long total = numbers.values().stream().mapToLong(OutcomeCounts::total).sum();
    double lower = quantile(numbers, total, 0.25);
    double upper = quantile(numbers, total, 0.75);
    double reach = FENCE * (upper - lower);
    long outliers = 0;
    if (reach > 0) {
      for (Map.Entry<Double, OutcomeCounts> cell : numbers.entrySet()) {
        boolean far = cell.getKey() < lower - reach || cell.getKey() > upper + reach;
        outliers += far ? cell.getValue().total() : 0;
      }
    }
    return new FieldProfile.NumberRange(
        figures.codes().least(),
        lower,
        quantile(numbers, total, 0.5),
        upper,
        figures.codes().largest(),
        outliers);
  }

  private static double quantile(
      SortedMap<Double, OutcomeCounts> numbers, long total, double share) {
    long rank = (long) ((total - 1) * share);
    long below = 0;
    for (Map.Entry<Double, OutcomeCounts> cell : numbers.entrySet()) {
      below += cell.getValue().total();
      if (below > rank) {
        return cell.getKey();
      }
    }
    throw new IllegalStateException("there is no record");
  }

  private Optional<FieldProfile.Power> power(
      SortedMap<Double, OutcomeCounts> numbers, Map<Double, OutcomeCounts> codes) {
    if (!judges || figures.present() == 0) {
      return Optional.empty();
    }
    return switch (field.kind()) {
      case NUMBER, DATE -> {
        Collection<OutcomeCounts> apart = new ArrayList<>(codes.values());
        apart.add(figures.missing());
        yield Optional.of(SingleColumn.ofNumbers(numbers, apart));
      }
      case CATEGORY -> Optional.of(SingleColumn.ofLevels(figures.levels(), figures.missing()));
      case TEXT -> Optional.empty();
    };
  }

  private Map<String, Long> commonest() {
    Map<String, Long> shown = new LinkedHashMap<>();
    figures.levels().entrySet().stream()
        .sorted(Comparator.<Map.Entry<String, OutcomeCounts>>comparingLong(
            level -> -level.getValue().total()))
        .limit(MOST_LEVELS_SHOWN)
        .forEach(level -> shown.put(level.getKey(), level.getValue().total()));
    return shown;
  }

  private List<String> remarks(Map<Double, Long> codes, Optional<FieldProfile.Power> power) {
    List<String> remarks = new ArrayList<>();
    if (field.role() == FieldRole.TARGET) {
      if (figures.missing().total() > 0) {
        remarks.add(
            "the target is missing or neither 0 nor 1 in some records: decide what they are");
      }
      return remarks;
    }
    long records = figures.present() + figures.missing().total();
    if (figures.present() == 0) {
      remarks.add("no record has a value: ignore it");
    } else if (figures.distinct() == 1 && figures.missing().total() == 0) {
      remarks.add("every record has the same value: ignore it");
    } else if (figures.missing().total() > MOSTLY_MISSING * records) {
      remarks.add("mostly missing: find out whether missing means something");
    }
    if (figures.invalid() > 0) {
      remarks.add("some texts are no " + field.kind().name().toLowerCase(Locale.ROOT)
          + ": correct them, or declare what they stand for");
    }
    codes.forEach(
        (code, count) -> remarks.add(
            DecimalText.of(code)
                + " looks like a code: give it its name, or take it out of the specials if it is a number"));
    if (field.kind() == FieldKind.NUMBER
        && figures.distinct() > 2
        && figures.distinct() <= FEW_NUMBERS
        && records >= MANY_RECORDS) {
      remarks.add("few different numbers: make it a category if they are codes");
    }
    if (field.kind() == FieldKind.TEXT && field.role() == FieldRole.IGNORED) {
      remarks.add("too many different texts for a category: group them, or leave it ignored");
    }
    if (power.isPresent() && isSuspect(power.get())) {
      remarks.add("leakage suspect, too good for one column: make sure that it is known before the"
          + " loan and not made from the outcome");
    } else if (power.isPresent() && power.get().informationValue() >= STRONG_IV) {
      remarks.add("strong for one column: make sure that it is known before the loan and is not the"
          + " lender's own judgement");
    }
    return remarks;
  }

  private static boolean isSuspect(FieldProfile.Power power) {
    return power.auc().orElse(0.5) >= SUSPECT_AUC || power.informationValue() >= SUSPECT_IV;
  }
}
