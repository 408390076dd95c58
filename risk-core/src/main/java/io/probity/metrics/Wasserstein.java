package io.probity.metrics;

/**
 * The Wasserstein-1 distance of two samples: the area between their distribution functions, which
 * is how far the values of one must be moved on average to look like the other. In the unit of the
 * values.
 */
public final class Wasserstein {

  private Wasserstein() {}

  /** Returns the distance of two samples of finite values, at least one value each. */
  public static double distance(double[] first, double[] second) {
    return distance(RankedOutcomes.ofSamples(first, second));
  }

  /**
   * Returns the distance of two weighted samples.
   *
   * @param firstWeights one for each value, at least 0 and not all 0
   * @param secondWeights one for each value, at least 0 and not all 0
   */
  public static double distance(
      double[] first, double[] firstWeights, double[] second, double[] secondWeights) {
    return distance(RankedOutcomes.ofSamples(first, firstWeights, second, secondWeights));
  }

  private static double distance(RankedOutcomes samples) {
    if (!(samples.totalGoods() > 0 && samples.totalBads() > 0)) {
      throw new IllegalArgumentException("a distance needs two samples with weight, but the "
          + (samples.totalGoods() > 0 ? "second" : "first")
          + " has none");
    }
    double area = 0.0;
    double first = 0.0;
    double second = 0.0;
    for (int group = 0; group < samples.groups() - 1; group++) {
      first += samples.goods(group);
      second += samples.bads(group);
      double gap = Math.abs(first / samples.totalGoods() - second / samples.totalBads());
      area += gap > 0 ? gap * (samples.score(group + 1) - samples.score(group)) : 0.0;
    }
    if (!(area <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the distance is too large for a double; scale the values");
    }
    return area;
  }
}
