package io.probity.training.binning;

/**
 * Which shape the bins shall have as a whole.
 *
 * @param trend how the bad rate may move; the field's own direction of risk goes before it, and a
 *     category is always ascending
 * @param autoPeakGain for {@link Trend#AUTO}: by which share a peak or valley must exceed the
 *     objective of the best monotone partition to be taken, 0 or more
 * @param unevenPenalty gamma, 0 or more: the objective is lowered by gamma times the sum over the k
 *     value bins of (share - 1/k)^2, where the shares are of the records with a value
 */
public record BinShape(Trend trend, double autoPeakGain, double unevenPenalty) {

  /**
   * A fifth more IV: a second turning point always fits a little better, and a reversal has to be
   * explained to every applicant.
   */
  public static final double DEFAULT_AUTO_PEAK_GAIN = 0.2;

  /** Automatic trend, no penalty. */
  public static final BinShape DEFAULT = new BinShape(Trend.AUTO, DEFAULT_AUTO_PEAK_GAIN, 0.0);

  private static final double LARGEST_PENALTY = 100.0;

  /** Checks that the numbers are in range. */
  public BinShape {
    if (!(autoPeakGain >= 0 && autoPeakGain <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("the gain asked of a peak must be finite and at least 0,"
          + " not "
          + autoPeakGain
          + "; the trend MONOTONE allows no peaks");
    }
    if (!(unevenPenalty >= 0 && unevenPenalty <= LARGEST_PENALTY)) {
      throw new IllegalArgumentException(
          "the penalty on uneven bins must be in [0, 100], not " + unevenPenalty);
    }
  }

  /** Returns this shape with another trend. */
  public BinShape withTrend(Trend other) {
    return new BinShape(other, autoPeakGain, unevenPenalty);
  }

  /** Returns this shape with another gain asked of a peak or valley. */
  public BinShape withAutoPeakGain(double share) {
    return new BinShape(trend, share, unevenPenalty);
  }

  /** Returns this shape with another penalty on uneven bins. */
  public BinShape withUnevenPenalty(double gamma) {
    return new BinShape(trend, autoPeakGain, gamma);
  }
}
