package io.probity.metrics;

/**
 * The logarithmic loss: minus the mean of ln(PD) over bads and of ln(1 - PD) over goods.
 *
 * @param value 0 or more, 0 is perfect; positive infinity if a bad had PD 0 or a good PD 1
 * @param ofBadRate the loss of giving every record the observed bad rate
 */
public record LogLoss(double value, double ofBadRate) {

  /** The usual bound of {@link #clipped}. */
  public static final double USUAL_CLIP = 1e-15;

  /** Checks the ranges. */
  public LogLoss {
    if (!(value >= 0 && ofBadRate >= 0)) {
      throw new IllegalArgumentException(
          "a log-loss is at least 0, not " + value + " and " + ofBadRate);
    }
  }

  /**
   * Returns the log-loss of PDs as they are; one class is enough. A PD of 0 costs a good nothing
   * and a bad infinitely much; a PD of 1 the other way round.
   *
   * @param outcomes records ranked by PD
   * @throws IllegalArgumentException if a score is not in [0, 1]
   */
  public static LogLoss of(RankedOutcomes outcomes) {
    return sum(outcomes, 0.0);
  }

  /**
   * Returns the log-loss of PDs moved into [clip, 1 - clip], which is finite.
   *
   * @param clip above 0 and below 0.5, such as {@link #USUAL_CLIP}
   */
  public static LogLoss clipped(RankedOutcomes outcomes, double clip) {
    if (!(clip > 0 && clip < 0.5)) {
      throw new IllegalArgumentException("a clip must be above 0 and below 0.5, not " + clip);
    }
    return sum(outcomes, clip);
  }

  private static LogLoss sum(RankedOutcomes outcomes, double clip) {
    outcomes.requirePds("the log-loss");
    double sum = 0.0;
    for (int group = 0; group < outcomes.groups(); group++) {
      double pd = Math.max(clip, Math.min(1.0 - clip, outcomes.score(group)));
      sum += of(pd, outcomes.goods(group), outcomes.bads(group));
    }
    return new LogLoss(
        sum / outcomes.totalWeight(),
        of(outcomes.badRate(), outcomes.totalGoods(), outcomes.totalBads())
            / outcomes.totalWeight());
  }

  /** Returns the loss of goods and bads that share a PD. */
  static double of(double pd, double goods, double bads) {
    double ofBads = bads > 0 ? -bads * StrictMath.log(pd) : 0.0;
    double ofGoods = goods > 0 ? -goods * StrictMath.log1p(-pd) : 0.0;
    return ofBads + ofGoods + 0.0;
  }

  /**
   * Returns 1 - value / {@link #ofBadRate}: 1 is perfect, 0 no better than the bad rate, below 0
   * worse.
   *
   * @throws IllegalArgumentException if there were only goods or only bads
   */
  public double skill() {
    if (!(ofBadRate > 0)) {
      throw new IllegalArgumentException("the log-loss skill score needs goods and bads");
    }
    return 1.0 - value / ofBadRate;
  }
}
