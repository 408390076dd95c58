package io.probity.model;

import io.probity.schema.SpecialValues;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Boosted trees: log-odds of bad = a base + one leaf of every tree, added in the order of the trees in
 * {@code float}, as XGBoost adds them. The trees split on columns made of the features ({@link
 * TreeColumn}). Immutable.
 *
 * <p>The contributions are exact path-dependent Shapley values, in {@code double}; with {@link #base}
 * they add up to the log-odds up to the rounding of the float sum (about 1e-6). The base is the mean
 * over the records learned from, by cover, so that a contribution says how an applicant differs from
 * them.
 *
 * <p>Where every tree is monotone in a feature, so are the log-odds, exactly: adding in floats in a
 * fixed order keeps order.
 */
public final class TreeEnsemble implements Predictor {

  /** The name of this family. */
  public static final String FAMILY = "boosted";

  private static final int MOST_CUT_PROBES = 200;

  private final List<String> features;
  private final List<TreeColumn> columns;
  private final TreeColumn[] columnOf; // the same, to be read fast
  private final float baseLogOdds;
  private final PackedTrees trees;
  private final TreeWalk walk;
  private final int[] featureOf;
  private final double base;

  private TreeEnsemble(
      List<String> features, List<TreeColumn> columns, float baseLogOdds, PackedTrees trees) {
    this.features = List.copyOf(features);
    this.columns = List.copyOf(columns);
    this.columnOf = columns.toArray(new TreeColumn[0]);
    this.baseLogOdds = baseLogOdds;
    this.trees = trees;
    this.walk = new TreeWalk(trees);
    this.featureOf = columns.stream().mapToInt(TreeColumn::feature).toArray();
    this.base = baseLogOdds + TreeShap.mean(trees);
  }

  /**
   * Returns an ensemble.
   *
   * @param features the names of the features, at least one, none twice
   * @param columns what the trees split on; each feature has at least one column
   * @param baseLogOdds the log-odds of bad before the first tree
   * @param trees the trees, over these columns
   */
  public static TreeEnsemble of(
      List<String> features, List<TreeColumn> columns, float baseLogOdds, PackedTrees trees) {
    if (features.isEmpty() || features.stream().distinct().count() < features.size()) {
      throw new IllegalArgumentException(
          "boosted trees need at least one feature and none twice, not " + features);
    }
    if (!Float.isFinite(baseLogOdds)) {
      throw new IllegalArgumentException("the base must be finite, not " + baseLogOdds);
    }
    if (trees.columns() != columns.size()) {
      throw new IllegalArgumentException(
          "the trees split on " + trees.columns() + " columns, not " + columns.size());
    }
    List<Integer> used =
        columns.stream().map(TreeColumn::feature).distinct().sorted().toList();
    if (used.size() != features.size() || used.get(used.size() - 1) >= features.size()) {
      throw new IllegalArgumentException("each of the "
          + features.size()
          + " features needs a column and no other may have one, not "
          + used);
    }
    return new TreeEnsemble(features, columns, baseLogOdds, trees);
  }

  /** Returns an ensemble of the first so many trees. */
  public TreeEnsemble first(int count) {
    return new TreeEnsemble(features, columns, baseLogOdds, trees.first(count));
  }

  /** Returns the columns that the trees split on. */
  public List<TreeColumn> columns() {
    return columns;
  }

  /** Returns the log-odds of bad before the first tree. */
  public float baseLogOdds() {
    return baseLogOdds;
  }

  /** Returns the trees. */
  public PackedTrees trees() {
    return trees;
  }

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public List<String> features() {
    return features;
  }

  /** Returns the base of the contributions: the mean log-odds over the records, by cover. */
  @Override
  public double base() {
    return base;
  }

  @Override
  public double badLogOdds(double[] x) {
    return badLogOdds(x, new float[walkSlots()]);
  }

  /** Returns the log-odds with scratch space of the caller, {@link #walkSlots} long. */
  double badLogOdds(double[] x, float[] scratch) {
    for (int i = 0; i < columnOf.length; i++) {
      walk.put(i, columnOf[i].of(x[featureOf[i]]), scratch);
    }
    return walk.sum(baseLogOdds, scratch);
  }

  /** Returns the length of the scratch space that a walk needs. */
  int walkSlots() {
    return 2 * columnOf.length;
  }

  /** Writes the path-dependent Shapley value of each feature. */
  @Override
  public void contributions(double[] x, double[] out) {
    Arrays.fill(out, 0, features.size(), 0.0);
    new TreeShap(trees, featureOf, numbers(x), out).add();
  }

  /**
   * Returns the Shapley interaction values of an applicant: features x features. Off the diagonal, half
   * of what two features bring only together stands with each; each row adds up to the contribution of
   * its feature. Takes about twice as many walks through the trees as there are features.
   */
  public double[][] interactions(double[] x) {
    int count = features.size();
    float[] numbers = numbers(x);
    double[] whole = new double[count];
    contributions(x, whole);
    double[][] values = new double[count][];
    for (int i = 0; i < count; i++) {
      double[] with = new double[count];
      double[] without = new double[count];
      new TreeShap(trees, featureOf, numbers, with).addWith(i, true);
      new TreeShap(trees, featureOf, numbers, without).addWith(i, false);
      values[i] = new double[count];
      double others = 0;
      for (int j = 0; j < count; j++) {
        values[i][j] = j == i ? 0.0 : (with[j] - without[j]) / 2;
        others += values[i][j];
      }
      values[i][i] = whole[i] - others;
    }
    return values;
  }

  private float[] numbers(double[] x) {
    float[] numbers = new float[columns.size()];
    for (int i = 0; i < numbers.length; i++) {
      TreeColumn column = columns.get(i);
      numbers[i] = column.of(x[column.feature()]);
    }
    return numbers;
  }

  /**
   * Returns cells at and below the thresholds of the feature, at most {@value #MOST_CUT_PROBES} of them
   * spread evenly, all levels and an unseen one, missing, and the special codes that have a flag.
   */
  @Override
  public double[] probes(int feature) {
    Set<Double> probes = new TreeSet<>();
    probes.add(Double.NaN);
    for (int i = 0; i < columns.size(); i++) {
      TreeColumn column = columns.get(i);
      if (column.feature() != feature) {
        continue;
      }
      if (column instanceof TreeColumn.Value) {
        addCuts(trees.thresholds(i), probes);
      } else if (column instanceof TreeColumn.Levels levels) {
        for (int level = 0; level < levels.values().size(); level++) {
          probes.add((double) level);
        }
        probes.add(SpecialValues.UNSEEN);
      } else if (column instanceof TreeColumn.Flag flag) {
        probes.add(SpecialValues.cell(flag.code()));
      }
    }
    return probes.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void addCuts(float[] thresholds, Set<Double> probes) {
    if (thresholds.length == 0) {
      probes.add(0.0);
    }
    int taken = Math.min(thresholds.length, MOST_CUT_PROBES);
    for (int i = 0; i < taken; i++) {
      float cut = thresholds[(int) ((long) i * thresholds.length / taken)];
      probes.add((double) cut);
      probes.add((double) Math.max(-Float.MAX_VALUE, Math.nextDown(cut)));
    }
  }

  /** Returns for each threshold the first double that is rounded to a float not below it. */
  @Override
  public double[] breaks(int feature) {
    Set<Double> breaks = new TreeSet<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).feature() == feature && columns.get(i) instanceof TreeColumn.Value) {
        for (float threshold : trees.thresholds(i)) {
          breaks.add(firstRoundedTo(threshold));
        }
      }
    }
    breaks.remove(Double.NEGATIVE_INFINITY); // no number lies below the lowest float
    return breaks.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double firstRoundedTo(float threshold) {
    double middle = ((double) threshold + (double) Math.nextDown(threshold)) / 2;
    return (float) middle == threshold ? middle : Math.nextUp(middle);
  }
}
