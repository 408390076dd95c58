package io.probity.validation;

import io.probity.binning.Bin;
import io.probity.input.DecimalText;
import io.probity.input.NearestName;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column that puts every record into one of a few named groups: a segment, a grade, a protected
 * attribute, a slice of time, the bins of a feature. Immutable.
 */
public final class Groups {

  /** The group of records whose value is missing. */
  public static final String MISSING = "(missing)";

  /** The group of records whose level the schema does not know. */
  public static final String UNSEEN = "(unseen)";

  /** The most groups of a column. */
  public static final int MOST = 65_535;

  /** The most distinct numbers that become groups of their own where no cuts are given. */
  public static final int MOST_NUMBERS = 20;

  private static final int QUARTERS = 4;

  private final String name;
  private final List<String> labels;
  private final char[] codes;

  private Groups(String name, List<String> labels, char[] codes) {
    this.name = name;
    this.labels = labels;
    this.codes = codes;
  }

  /**
   * Returns groups by their positions.
   *
   * @param labels the name of each group, at most {@value #MOST}
   * @param codes the position of each record's group in the labels
   */
  public static Groups of(String name, List<String> labels, int[] codes) {
    if (labels.size() > MOST) {
      throw new IllegalArgumentException(
          "the column " + name + " has " + labels.size() + " groups; at most " + MOST + " can be");
    }
    char[] kept = new char[codes.length];
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] < 0 || codes[row] >= labels.size()) {
        throw new IllegalArgumentException("the column " + name + " has groups 0 to "
            + (labels.size() - 1) + ", but row " + row + " has " + codes[row]);
      }
      kept[row] = (char) codes[row];
    }
    return new Groups(name, List.copyOf(labels), kept);
  }

  /** Returns groups by their names, which are sorted. */
  public static Groups ofNames(String name, List<String> names) {
    return ofTexts(name, names.toArray(new String[0]), List.copyOf(new TreeSet<>(names)));
  }

  /** Returns the slices of time of days, by time; a missing day is in {@link #MISSING}. */
  static Groups ofDays(String name, double[] days, TimeSlice length) {
    Map<Double, String> labelOf = new LinkedHashMap<>(); // few days, many records
    String[] texts = new String[days.length];
    for (int row = 0; row < days.length; row++) {
      texts[row] = Double.isNaN(days[row])
          ? MISSING
          : labelOf.computeIfAbsent(
              days[row], day -> length.label(LocalDate.ofEpochDay(day.longValue())));
    }
    TreeSet<String> labels = new TreeSet<>(Arrays.asList(texts)); // "(" sorts before digits
    return ofTexts(name, texts, List.copyOf(labels));
  }

  /**
   * Returns groups of the cells of a field. Special codes are groups of their own, and so are missing
   * values and unseen levels. Groups without records are left out.
   *
   * @param cuts for a number: the lower ends of all groups but the first, rising; without cuts each
   *     distinct number is a group, or where there are more than {@value #MOST_NUMBERS}, each quarter
   *     of the records
   * @throws IllegalArgumentException if the field is no number or category, a category is given cuts,
   *     or cuts do not rise
   */
  public static Groups ofCells(Field field, double[] cells, double... cuts) {
    for (int i = 0; i < cuts.length; i++) {
      if (!Double.isFinite(cuts[i]) || (i > 0 && !(cuts[i] > cuts[i - 1]))) {
        throw new IllegalArgumentException("the cuts of " + field.name()
            + " must be finite and rise, not " + Arrays.toString(cuts));
      }
    }
    return switch (field.kind()) {
      case CATEGORY -> ofLevels(field, cells, cuts);
      case NUMBER -> cuts.length == 0 ? ofNumbers(field, cells) : ofCuts(field, cells, cuts);
      case DATE, TEXT ->
        throw new IllegalArgumentException("the field " + field.name() + " is a " + field.kind()
            + "; only a " + FieldKind.NUMBER + " or a " + FieldKind.CATEGORY + " makes groups");
    };
  }

  private static Groups ofLevels(Field field, double[] cells, double[] cuts) {
    if (cuts.length > 0) {
      throw new IllegalArgumentException(
          "the field " + field.name() + " is a category; only a number can be cut");
    }
    List<String> levels = field.rules().levels();
    String[] texts = new String[cells.length];
    for (int row = 0; row < texts.length; row++) {
      String outside = outside(field, cells[row]);
      texts[row] =
          !outside.isEmpty() ? outside : cells[row] >= 0 ? levels.get((int) cells[row]) : UNSEEN;
    }
    return ofTexts(field.name(), texts, withOutside(field, levels));
  }

  private static Groups ofNumbers(Field field, double[] cells) {
    TreeSet<Double> numbers = new TreeSet<>();
    for (double cell : cells) {
      if (SpecialValues.isNumber(cell) && numbers.add(cell) && numbers.size() > MOST_NUMBERS) {
        return ofCuts(field, cells, quarters(cells));
      }
    }
    String[] texts = new String[cells.length];
    for (int row = 0; row < texts.length; row++) {
      String outside = outside(field, cells[row]);
      texts[row] = outside.isEmpty() ? DecimalText.of(cells[row]) : outside;
    }
    List<String> labels = numbers.stream().map(DecimalText::of).toList();
    return ofTexts(field.name(), texts, withOutside(field, labels));
  }

  /** Returns the numbers that begin the second, third and last quarter of the sorted records. */
  private static double[] quarters(double[] cells) {
    double[] sorted =
        Arrays.stream(cells).filter(SpecialValues::isNumber).sorted().toArray();
    return IntStream.range(1, QUARTERS)
        .mapToDouble(quarter -> sorted[(int) ((long) quarter * sorted.length / QUARTERS)])
        .filter(cut -> cut > sorted[0])
        .distinct()
        .toArray();
  }

  private static Groups ofCuts(Field field, double[] cells, double[] cuts) {
    List<String> labels = intervals(cuts);
    String[] texts = new String[cells.length];
    for (int row = 0; row < texts.length; row++) {
      String outside = outside(field, cells[row]);
      texts[row] = outside.isEmpty() ? labels.get(interval(cuts, cells[row])) : outside;
    }
    return ofTexts(field.name(), texts, withOutside(field, labels));
  }

  /** Returns the names of the intervals between cuts, the lower end included. */
  static List<String> intervals(double[] cuts) {
    String[] labels = new String[cuts.length + 1];
    for (int i = 0; i < labels.length; i++) {
      double low = i == 0 ? Double.NEGATIVE_INFINITY : cuts[i - 1];
      double high = i == cuts.length ? Double.POSITIVE_INFINITY : cuts[i];
      labels[i] = new Bin.Interval(low, high).label();
    }
    return List.of(labels);
  }

  /** Returns the position of the interval between cuts that a number lies in. */
  static int interval(double[] cuts, double number) {
    int found = Arrays.binarySearch(cuts, number);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static String outside(Field field, double cell) {
    if (Double.isNaN(cell)) {
      return MISSING;
    }
    int code = SpecialValues.codeOf(cell);
    if (code < 0) {
      return "";
    }
    return field.rules().specials().stream()
        .filter(special -> special.code() == code)
        .findFirst()
        .map(SpecialCode::name)
        .orElse(MISSING);
  }

  private static List<String> withOutside(Field field, List<String> labels) {
    TreeSet<String> outside = new TreeSet<>(List.of(MISSING, UNSEEN));
    field.rules().specials().forEach(special -> outside.add(special.name()));
    outside.removeAll(labels);
    return Stream.concat(labels.stream(), outside.stream()).toList();
  }

  /** Groups texts, the groups in the order of the labels, those without records left out. */
  private static Groups ofTexts(String name, String[] texts, List<String> labels) {
    Map<String, Integer> position = new LinkedHashMap<>();
    for (String label : labels) {
      position.put(label, position.size());
    }
    int[] codes = new int[texts.length];
    boolean[] used = new boolean[labels.size()];
    for (int row = 0; row < texts.length; row++) {
      codes[row] = position.getOrDefault(texts[row], 0);
      used[codes[row]] = true;
    }
    int[] renumbered = new int[labels.size()];
    List<String> kept = new ArrayList<>();
    for (int label = 0; label < used.length; label++) {
      renumbered[label] = kept.size();
      if (used[label]) {
        kept.add(labels.get(label));
      }
    }
    return of(name, kept, Arrays.stream(codes).map(code -> renumbered[code]).toArray());
  }

  /** Returns the name of the column. */
  public String name() {
    return name;
  }

  /** Returns the names of the groups, in order. */
  public List<String> labels() {
    return labels;
  }

  /** Returns the number of records. */
  public int rows() {
    return codes.length;
  }

  /** Returns the position of a record's group in the labels. */
  public int code(int row) {
    return codes[row];
  }

  /**
   * Returns the position of a group.
   *
   * @throws IllegalArgumentException if there is none of that name, naming the nearest
   */
  public int codeOf(String label) {
    int code = labels.indexOf(label);
    if (code < 0) {
      throw new IllegalArgumentException("the column " + name + " has no group \"" + label + "\"; "
          + NearestName.remedy(label, labels));
    }
    return code;
  }

  /** Returns the number of records in each group. */
  public int[] counts() {
    int[] counts = new int[labels.size()];
    for (char code : codes) {
      counts[code]++;
    }
    return counts;
  }

  /** Returns the positions of the records of each group, rising. */
  int[][] rowsByGroup() {
    int[] counts = counts();
    int[][] rows = new int[counts.length][];
    for (int group = 0; group < rows.length; group++) {
      rows[group] = new int[counts[group]];
    }
    int[] next = new int[counts.length];
    for (int row = 0; row < codes.length; row++) {
      rows[codes[row]][next[codes[row]]++] = row;
    }
    return rows;
  }

  /** Returns the groups of the records at the given positions, in that order. */
  Groups rowsAt(int[] positions) {
    char[] picked = new char[positions.length];
    for (int i = 0; i < positions.length; i++) {
      picked[i] = codes[positions[i]];
    }
    return new Groups(name, labels, picked);
  }
}
