package io.probity.training.binning;

import io.probity.schema.Range;

/**
 * How many bins there may be and how large each value bin. Counts are weighted; both ends of a range
 * are allowed, and sizes are compared with a tolerance of 1e-9 records.
 *
 * @param minBins the least number of value bins, 1 or more
 * @param maxBins the largest number of value bins
 * @param share the share of all records, missing and special ones included, that a bin may hold
 * @param count the records that a bin may hold
 * @param goods the goods that a bin may hold
 * @param bads the bads that a bin may hold
 */
public record BinSizes(
    int minBins, int maxBins, Range share, Range count, Range goods, Range bads) {

  /** The largest number of value bins that may be asked for. */
  public static final int MOST_BINS = 100;

  /** One bin or more: a feature without a pattern stays whole. */
  public static final int DEFAULT_MIN_BINS = 1;

  /** At most eight bins: more can hardly be read on a scorecard, and add little IV. */
  public static final int DEFAULT_MAX_BINS = 8;

  /** At least 5% of the records, the usual floor below which WOE is unstable. */
  public static final double DEFAULT_MIN_SHARE = 0.05;

  /** At least five goods: with fewer the standard error of the WOE passes 0.45. */
  public static final double DEFAULT_MIN_GOODS = 5;

  /** At least five bads: with fewer the standard error of the WOE passes 0.45. */
  public static final double DEFAULT_MIN_BADS = 5;

  /** One to eight bins of at least 5% of the records, five goods and five bads. */
  public static final BinSizes DEFAULT = new BinSizes(
      DEFAULT_MIN_BINS,
      DEFAULT_MAX_BINS,
      new Range(DEFAULT_MIN_SHARE, 1.0),
      atLeast(0),
      atLeast(DEFAULT_MIN_GOODS),
      atLeast(DEFAULT_MIN_BADS));

  /** Checks that the numbers are in range. */
  public BinSizes {
    if (!(minBins >= 1 && minBins <= maxBins && maxBins <= MOST_BINS)) {
      throw new IllegalArgumentException("bins must satisfy 1 <= minBins <= maxBins <= "
          + MOST_BINS
          + ", not "
          + minBins
          + " and "
          + maxBins);
    }
    if (!(share.low() >= 0 && share.high() <= 1)) {
      throw new IllegalArgumentException("shares must be within [0, 1], not " + share);
    }
    requireCount("count", count);
    requireCount("goods", goods);
    requireCount("bads", bads);
  }

  private static void requireCount(String name, Range range) {
    if (!(range.low() >= 0 && range.low() <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the least " + name + " of a bin must be finite and at least 0, not " + range.low());
    }
  }

  /** Returns these sizes with other bounds on the number of bins. */
  public BinSizes withBins(int least, int most) {
    return new BinSizes(least, most, share, count, goods, bads);
  }

  /** Returns these sizes with other bounds on the share of a bin. */
  public BinSizes withShare(double least, double most) {
    return new BinSizes(minBins, maxBins, new Range(least, most), count, goods, bads);
  }

  /** Returns these sizes with other bounds on the records of a bin; infinity for no upper bound. */
  public BinSizes withCount(double least, double most) {
    return new BinSizes(minBins, maxBins, share, new Range(least, most), goods, bads);
  }

  /** Returns these sizes with other bounds on the goods of a bin; infinity for no upper bound. */
  public BinSizes withGoods(double least, double most) {
    return new BinSizes(minBins, maxBins, share, count, new Range(least, most), bads);
  }

  /** Returns these sizes with other bounds on the bads of a bin; infinity for no upper bound. */
  public BinSizes withBads(double least, double most) {
    return new BinSizes(minBins, maxBins, share, count, goods, new Range(least, most));
  }

  private static Range atLeast(double least) {
    return new Range(least, Double.POSITIVE_INFINITY);
  }
}
