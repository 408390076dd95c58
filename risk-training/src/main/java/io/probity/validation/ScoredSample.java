package io.probity.validation;

import io.probity.input.NearestName;
import io.probity.metrics.RankedOutcomes;
import io.probity.model.RiskModel;
import io.probity.table.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scored records with known outcomes, as columns: what a validation judges. Immutable; each {@code
 * with} method returns a sample with one column more.
 *
 * <p>A PD and an outcome are needed; weights, whole-number scores, grades, days, groups to divide the
 * records by and the bins of the model's features are there where somebody gave them. A record of
 * weight 0 counts as absent. A whole weight of k stands for k equal records.
 */
public final class ScoredSample {

  private final double[] pd;
  private final int[] target;
  private final double @Nullable [] weights; // null where every record counts once
  private final int @Nullable [] scores;
  private final @Nullable Groups grades;
  private final double @Nullable [] days;
  private final Map<String, Groups> groups;
  private final Map<String, Groups> bins;
  private final Set<String> modelInputs;
  private final SampleOrigin origin;

  private ScoredSample(Columns columns) {
    this.pd = columns.pd;
    this.target = columns.target;
    this.weights = columns.weights;
    this.scores = columns.scores;
    this.grades = columns.grades;
    this.days = columns.days;
    this.groups = columns.groups;
    this.bins = columns.bins;
    this.modelInputs = columns.modelInputs;
    this.origin = columns.origin;
  }

  /**
   * Returns a sample without anything but PDs and outcomes.
   *
   * @param pd of each record, in [0, 1]
   * @param target of each record, 1 for bad and 0 for good
   * @throws IllegalArgumentException if there is no record, the lengths differ or a value is not as
   *     described
   */
  public static ScoredSample of(double[] pd, int[] target) {
    if (pd.length == 0) {
      throw new IllegalArgumentException("a validation needs at least one record");
    }
    Columns columns = new Columns(pd.clone(), target.clone());
    requireLength("outcomes", target.length, pd.length);
    for (int row = 0; row < pd.length; row++) {
      if (!(pd[row] >= 0 && pd[row] <= 1)) {
        throw new IllegalArgumentException(
            "a PD must be in [0, 1], but row " + row + " has " + pd[row]);
      }
      if (target[row] != 0 && target[row] != 1) {
        throw new IllegalArgumentException(
            "target must be 0 for good or 1 for bad, but row " + row + " has " + target[row]);
      }
    }
    return new ScoredSample(columns);
  }

  /**
   * Scores every record of a table as it is scored alone, and takes outcomes and weights from it: PD,
   * score, grade, and the bins of the features where the model is a scorecard.
   *
   * @param table with the model's inputs and the target
   */
  public static ScoredSample of(RiskModel model, Table table) {
    return TableScoring.score(model, table);
  }

  /**
   * Returns this sample with weights.
   *
   * @param values one for each record, finite and at least 0, not all 0
   */
  public ScoredSample withWeights(double[] values) {
    requireLength("weights", values.length, rows());
    double largest = 0.0;
    for (int row = 0; row < values.length; row++) {
      if (!(values[row] >= 0 && values[row] <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "a weight must be finite and at least 0, but row " + row + " has " + values[row]);
      }
      largest = Math.max(largest, values[row]);
    }
    if (!(largest > 0)) {
      throw new IllegalArgumentException("at least one record with a weight above 0 is needed");
    }
    Columns columns = columns();
    columns.weights = unlessAllOne(values.clone());
    return new ScoredSample(columns);
  }

  private static double @Nullable [] unlessAllOne(double[] values) {
    for (double value : values) {
      if (value != 1) {
        return values;
      }
    }
    return null;
  }

  /** Returns this sample with the whole-number score of each record, higher for safer ones. */
  public ScoredSample withScores(int[] values) {
    requireLength("scores", values.length, rows());
    Columns columns = columns();
    columns.scores = values.clone();
    return new ScoredSample(columns);
  }

  /** Returns this sample with the grade of each record; the labels run from the safest grade. */
  public ScoredSample withGrades(Groups values) {
    requireLength("grades", values.rows(), rows());
    Columns columns = columns();
    columns.grades = values;
    return new ScoredSample(columns);
  }

  /** Returns this sample with the day of each record, in days since 1970-01-01; NaN is missing. */
  public ScoredSample withDays(double[] values) {
    requireLength("days", values.length, rows());
    for (double day : values) {
      if (!Double.isNaN(day) && !(day == Math.rint(day) && Math.abs(day) < 1e9)) {
        throw new IllegalArgumentException("a day must be a whole number of days, not " + day);
      }
    }
    Columns columns = columns();
    columns.days = values.clone();
    return new ScoredSample(columns);
  }

  /** Returns this sample with a column of groups, such as a segment or a protected attribute. */
  public ScoredSample withGroups(Groups values) {
    requireLength("groups", values.rows(), rows());
    Columns columns = columns();
    columns.groups = with(groups, values);
    return new ScoredSample(columns);
  }

  /** Returns this sample with the bins of a feature; the labels are those of the binning. */
  public ScoredSample withBins(Groups values) {
    requireLength("bins", values.rows(), rows());
    Columns columns = columns();
    columns.bins = with(bins, values);
    return new ScoredSample(columns);
  }

  /** Returns this sample with the names of the fields that the PD was computed from. */
  public ScoredSample withModelInputs(Set<String> names) {
    Columns columns = columns();
    columns.modelInputs = new LinkedHashSet<>(names);
    return new ScoredSample(columns);
  }

  /** Returns this sample with another origin; {@link SampleOrigin#OTHER_RECORDS} unless stated. */
  public ScoredSample withOrigin(SampleOrigin other) {
    Columns columns = columns();
    columns.origin = other;
    return new ScoredSample(columns);
  }

  private static Map<String, Groups> with(Map<String, Groups> before, Groups added) {
    Map<String, Groups> more = new LinkedHashMap<>(before);
    more.put(added.name(), added);
    return more;
  }

  /** Returns the number of records, those of weight 0 included. */
  public int rows() {
    return pd.length;
  }

  /** Returns the PD of a record. */
  public double pd(int row) {
    return pd[row];
  }

  /** Returns whether a record is bad. */
  public boolean isBad(int row) {
    return target[row] == 1;
  }

  /** Returns the weight of a record, 1 where there are no weights. */
  public double weight(int row) {
    return weights == null ? 1.0 : weights[row];
  }

  /**
   * Returns the score of a record.
   *
   * @throws IllegalArgumentException if the sample has no scores
   */
  public int score(int row) {
    return scores()[row];
  }

  /**
   * Returns the grades.
   *
   * @throws IllegalArgumentException if the sample has none
   */
  public Groups grades() {
    if (grades == null) {
      throw new IllegalArgumentException("the records have no grades");
    }
    return grades;
  }

  /**
   * Returns a column of groups.
   *
   * @throws IllegalArgumentException if there is none of that name, naming the nearest
   */
  public Groups groups(String name) {
    Groups found = groups.get(name);
    if (found == null) {
      throw new IllegalArgumentException("the records have no column of groups \"" + name + "\"; "
          + NearestName.remedy(name, groups.keySet()));
    }
    return found;
  }

  /** Returns the bins of a feature, where the sample has them. */
  public Optional<Groups> bins(String feature) {
    return Optional.ofNullable(bins.get(feature));
  }

  /** Returns whether the PD was computed from the field. */
  public boolean usesInput(String field) {
    return modelInputs.contains(field);
  }

  /** Returns whether the records were learned from. */
  public SampleOrigin origin() {
    return origin;
  }

  /** Returns whether some weight is not 1. */
  boolean isWeighted() {
    return weights != null;
  }

  /** Returns whether weights, if any, may count as numbers of records. */
  boolean hasWholeWeights() {
    return weights == null
        || IntStream.range(0, weights.length)
            .allMatch(row -> weight(row) == Math.rint(weight(row)));
  }

  boolean hasScores() {
    return scores != null;
  }

  int[] scores() {
    if (scores == null) {
      throw new IllegalArgumentException("the records have no scores");
    }
    return scores;
  }

  boolean hasGrades() {
    return grades != null;
  }

  /** Returns the slices of time that the records lie in. */
  Groups slices(TimeSlice length) {
    if (days == null) {
      throw new IllegalArgumentException(
          "slices of time need the day of each record, which this sample does not have");
    }
    return Groups.ofDays(length.name(), days, length);
  }

  double[] pdUnsafe() {
    return pd;
  }

  int[] targetUnsafe() {
    return target;
  }

  /** Ranks the records by PD. */
  RankedOutcomes rankedByPd() {
    return ranked(pd);
  }

  /** Ranks the records by score, the riskiest highest. */
  RankedOutcomes rankedByScore() {
    int[] points = scores();
    double[] risk = new double[points.length];
    for (int row = 0; row < risk.length; row++) {
      risk[row] = -(double) points[row];
    }
    return ranked(risk);
  }

  private RankedOutcomes ranked(double[] risk) {
    return weights == null
        ? RankedOutcomes.of(risk, target)
        : RankedOutcomes.of(risk, target, weights);
  }

  /** Returns the records with a weight above 0. */
  ScoredSample withoutAbsent() {
    int[] present = IntStream.range(0, rows()).filter(row -> weight(row) > 0).toArray();
    return present.length == rows() ? this : rowsAt(present);
  }

  /** Returns the records at the given positions, in that order. */
  ScoredSample rowsAt(int[] positions) {
    Columns columns = new Columns(
        IntStream.of(positions).mapToDouble(row -> pd[row]).toArray(),
        IntStream.of(positions).map(row -> target[row]).toArray());
    double[] before = weights;
    columns.weights = before == null
        ? null
        : unlessAllOne(IntStream.of(positions).mapToDouble(row -> before[row]).toArray());
    int[] points = scores;
    columns.scores =
        points == null ? null : IntStream.of(positions).map(row -> points[row]).toArray();
    columns.grades = grades == null ? null : grades.rowsAt(positions);
    double[] dates = days;
    columns.days = dates == null
        ? null
        : IntStream.of(positions).mapToDouble(row -> dates[row]).toArray();
    columns.groups = rowsAt(groups, positions);
    columns.bins = rowsAt(bins, positions);
    columns.modelInputs = modelInputs;
    columns.origin = origin;
    return new ScoredSample(columns);
  }

  private static Map<String, Groups> rowsAt(Map<String, Groups> columns, int[] positions) {
    Map<String, Groups> picked = new LinkedHashMap<>();
    columns.forEach((name, column) -> picked.put(name, column.rowsAt(positions)));
    return picked;
  }

  private Columns columns() {
    Columns columns = new Columns(pd, target);
    columns.weights = weights;
    columns.scores = scores;
    columns.grades = grades;
    columns.days = days;
    columns.groups = groups;
    columns.bins = bins;
    columns.modelInputs = modelInputs;
    columns.origin = origin;
    return columns;
  }

  private static void requireLength(String what, int received, int expected) {
    if (received != expected) {
      throw new IllegalArgumentException(
          "as many " + what + " as PDs are needed, not " + received + " and " + expected);
    }
  }

  /** The columns of a sample that is being made. */
  private static final class Columns {
    private final double[] pd;
    private final int[] target;
    private double @Nullable [] weights;
    private int @Nullable [] scores;
    private @Nullable Groups grades;
    private double @Nullable [] days;
    private Map<String, Groups> groups = Map.of();
    private Map<String, Groups> bins = Map.of();
    private Set<String> modelInputs = Set.of();
    private SampleOrigin origin = SampleOrigin.OTHER_RECORDS;

    Columns(double[] pd, int[] target) {
      this.pd = pd;
      this.target = target;
    }
  }
}
