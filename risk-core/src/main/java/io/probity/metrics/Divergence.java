package io.probity.metrics;

/**
 * How far two distributions over the same bins lie apart, in natural logarithms. All are 0 for
 * equal shares. The population stability index, which is the sum of both Kullback-Leibler
 * divergences, is {@link io.probity.binning.StabilityIndex}.
 *
 * <p>Arguments are the weights of records in each bin, at least 0; they are scaled to shares, and
 * no share is floored: a bin that is empty on both sides adds nothing.
 */
public final class Divergence {

  private Divergence() {}

  /**
   * Returns the Kullback-Leibler divergence of p from q: sum of p ln(p / q); positive infinity if a
   * bin has records in p and none in q.
   *
   * @throws IllegalArgumentException if the bins differ in number, a count is not finite or below
   *     0, or one side has no records
   */
  public static double kullbackLeibler(double[] p, double[] q) {
    double pTotal = total(p, q);
    double qTotal = total(q, p);
    double sum = 0.0;
    for (int i = 0; i < p.length; i++) {
      sum += term(p[i] / pTotal, q[i] / qTotal);
    }
    return Math.max(0.0, sum);
  }

  /**
   * Returns the Jensen-Shannon divergence: the mean Kullback-Leibler divergence of both from their
   * mean. In [0, ln 2]; empty bins do no harm. Its square root is a distance.
   */
  public static double jensenShannon(double[] p, double[] q) {
    double pTotal = total(p, q);
    double qTotal = total(q, p);
    double sum = 0.0;
    for (int i = 0; i < p.length; i++) {
      double a = p[i] / pTotal;
      double b = q[i] / qTotal;
      double middle = 0.5 * (a + b);
      sum += 0.5 * (term(a, middle) + term(b, middle));
    }
    return Math.max(0.0, sum);
  }

  /** Returns the Hellinger distance: root of half the sum of (root p - root q)^2, in [0, 1]. */
  public static double hellinger(double[] p, double[] q) {
    double pTotal = total(p, q);
    double qTotal = total(q, p);
    double sum = 0.0;
    for (int i = 0; i < p.length; i++) {
      double gap = Math.sqrt(p[i] / pTotal) - Math.sqrt(q[i] / qTotal);
      sum += gap * gap;
    }
    return Math.min(1.0, Math.sqrt(0.5 * sum));
  }

  private static double term(double p, double q) {
    return p > 0 ? p * StrictMath.log(p / q) : 0.0;
  }

  private static double total(double[] counts, double[] others) {
    if (counts.length != others.length) {
      throw new IllegalArgumentException("a divergence needs the same bins on both sides, not "
          + counts.length + " and " + others.length);
    }
    double total = 0.0;
    for (double count : counts) {
      if (!(count >= 0)) {
        throw new IllegalArgumentException("counts must be at least 0, not " + count);
      }
      total += count;
    }
    if (!(total > 0 && total <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "a divergence needs records on both sides, and finitely many, not " + total);
    }
    return total;
  }
}
