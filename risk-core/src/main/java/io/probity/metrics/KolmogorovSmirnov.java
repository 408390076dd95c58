package io.probity.metrics;

/**
 * The two-sample Kolmogorov-Smirnov test: the largest gap between two empirical distributions, with
 * three p-values that differ for small samples and for ties. Immutable.
 *
 * <p>Take {@link #exactPValue} where it is affordable; the other two are what R and SciPy print.
 */
public final class KolmogorovSmirnov {

  private static final double MOST_STEPS = 2e8;

  private final int[] first; // records of the first sample at each distinct value, rising
  private final int[] second;
  private final int firstSize;
  private final int secondSize;
  private final long gap; // the statistic times both sizes, exact
  private final double at;

  private KolmogorovSmirnov(RankedOutcomes samples) {
    int groups = samples.groups();
    this.first = new int[groups];
    this.second = new int[groups];
    this.firstSize = (int) samples.totalGoods();
    this.secondSize = (int) samples.totalBads();
    long before = 0;
    long beforeSecond = 0;
    long widest = 0;
    int widestAt = 0;
    for (int group = 0; group < groups; group++) {
      first[group] = (int) samples.goods(group);
      second[group] = (int) samples.bads(group);
      before += first[group];
      beforeSecond += second[group];
      long here = Math.abs(before * secondSize - beforeSecond * firstSize);
      if (here > widest) {
        widest = here;
        widestAt = group;
      }
    }
    this.gap = widest;
    this.at = samples.score(widestAt);
  }

  /**
   * Compares two samples.
   *
   * @param first finite values, at least one
   * @param second finite values, at least one
   */
  public static KolmogorovSmirnov of(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0) {
      throw new IllegalArgumentException("the Kolmogorov-Smirnov test needs values in both samples,"
          + " not " + first.length + " and " + second.length);
    }
    return new KolmogorovSmirnov(RankedOutcomes.ofSamples(first, second));
  }

  /**
   * Compares the scores of goods and bads.
   *
   * @throws IllegalArgumentException if there are no goods or no bads, or a weight is not whole
   */
  public static KolmogorovSmirnov of(RankedOutcomes outcomes) {
    outcomes.requireBothClasses("the Kolmogorov-Smirnov test");
    outcomes.requireCounts("the Kolmogorov-Smirnov test");
    if (!(outcomes.totalWeight() <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the Kolmogorov-Smirnov test takes up to 2147483647 records, not "
              + outcomes.totalWeight());
    }
    return new KolmogorovSmirnov(outcomes);
  }

  /** Returns the largest gap, in [0, 1]. */
  public double statistic() {
    return (double) gap / ((double) firstSize * secondSize);
  }

  /** Returns the lowest value at which the gap is reached. */
  public double at() {
    return at;
  }

  /**
   * Returns the p-value of Kolmogorov's limit for many records, as R does without {@code exact}.
   */
  public double limitPValue() {
    return KolmogorovLaw.limitUpperTail(Math.sqrt(harmonicSize()) * statistic());
  }

  /**
   * Returns the p-value of the law for one sample of n1 n2 / (n1 + n2) records, rounded to the
   * nearest whole number and half to even, as SciPy does for {@code asymp}.
   */
  public double finitePValue() {
    int records = (int) Math.max(1.0, Math.rint(harmonicSize()));
    return KolmogorovLaw.upperTail(statistic(), records);
  }

  /**
   * Returns the share of all splits of the pooled values into two such samples that have at least
   * this gap: exact, ties included.
   *
   * @throws IllegalArgumentException if the product of the sizes is above 200 million, which would
   *     take too long
   */
  public double exactPValue() {
    if ((double) firstSize * secondSize > MOST_STEPS) {
      throw new IllegalArgumentException(
          "the exact test takes samples whose sizes multiply to at most 200 million, not "
              + firstSize + " and " + secondSize + "; use finitePValue");
    }
    boolean[] lastOfTie = lastOfTie();
    double[] reached = new double[secondSize + 1]; // chance of a gap before (i, j)
    for (int i = 0; i <= firstSize; i++) {
      for (int j = 0; j <= secondSize; j++) {
        if (i + j > 0 && lastOfTie[i + j - 1] && gapAt(i, j) >= gap) {
          reached[j] = 1.0;
        } else if (i > 0 && j > 0) {
          double share = (double) i / (i + j);
          reached[j] = share * reached[j] + (1.0 - share) * reached[j - 1];
        } else if (j > 0) {
          reached[j] = reached[j - 1];
        }
      }
    }
    return Math.min(1.0, reached[secondSize]);
  }

  private long gapAt(int i, int j) {
    return Math.abs((long) i * secondSize - (long) j * firstSize);
  }

  private boolean[] lastOfTie() {
    boolean[] last = new boolean[firstSize + secondSize];
    int records = 0;
    for (int group = 0; group < first.length; group++) {
      records += first[group] + second[group];
      last[records - 1] = true;
    }
    return last;
  }

  private double harmonicSize() {
    return (double) firstSize * secondSize / ((double) firstSize + secondSize);
  }
}
