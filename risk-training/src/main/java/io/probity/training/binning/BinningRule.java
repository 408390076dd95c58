package io.probity.training.binning;

import io.probity.schema.Range;

/** A rule of {@link BinningSettings} that may leave no partition at all. */
public enum BinningRule {
  /** {@link BinSizes#minBins()}. */
  MIN_BINS,
  /** {@link BinSizes#maxBins()}. */
  MAX_BINS,
  /** The trend. */
  TREND,
  /** {@link NeighbourRules#minRateGap()}. */
  MIN_RATE_GAP,
  /** {@link NeighbourRules#minWoeGap()}. */
  MIN_WOE_GAP,
  /** {@link NeighbourRules#maxPValue()}. */
  MAX_P_VALUE,
  /** {@link NeighbourRules#stableShare()}. */
  STABLE_IN_TIME,
  /** Cuts that must survive. */
  FIXED_CUTS,
  /** The largest {@link BinSizes#share()}. */
  MAX_SHARE,
  /** The largest {@link BinSizes#count()}. */
  MAX_COUNT,
  /** The largest {@link BinSizes#goods()}. */
  MAX_GOODS,
  /** The largest {@link BinSizes#bads()}. */
  MAX_BADS,
  /** The least {@link BinSizes#share()}. */
  MIN_SHARE,
  /** The least {@link BinSizes#count()}. */
  MIN_COUNT,
  /** The least {@link BinSizes#goods()}. */
  MIN_GOODS,
  /** The least {@link BinSizes#bads()}. */
  MIN_BADS;

  /** Returns the settings without this rule; the same ones if they do not hold it. */
  BinningSettings relax(BinningSettings settings) {
    BinSizes sizes = settings.sizes();
    NeighbourRules neighbours = settings.neighbours();
    return switch (this) {
      case MIN_BINS -> settings.withSizes(sizes.withBins(1, sizes.maxBins()));
      case MAX_BINS -> settings.withSizes(sizes.withBins(sizes.minBins(), BinSizes.MOST_BINS));
      case TREND -> settings.withTrend(Trend.NONE);
      case MIN_RATE_GAP -> settings.withNeighbours(neighbours.withMinRateGap(0));
      case MIN_WOE_GAP -> settings.withNeighbours(neighbours.withMinWoeGap(0));
      case MAX_P_VALUE -> settings.withNeighbours(neighbours.withMaxPValue(1, neighbours.test()));
      case STABLE_IN_TIME -> settings.withNeighbours(neighbours.withStableShare(0));
      case FIXED_CUTS -> settings;
      case MAX_SHARE -> settings.withSizes(sizes.withShare(sizes.share().low(), 1));
      case MAX_COUNT ->
        settings.withSizes(sizes.withCount(sizes.count().low(), Double.POSITIVE_INFINITY));
      case MAX_GOODS ->
        settings.withSizes(sizes.withGoods(sizes.goods().low(), Double.POSITIVE_INFINITY));
      case MAX_BADS ->
        settings.withSizes(sizes.withBads(sizes.bads().low(), Double.POSITIVE_INFINITY));
      case MIN_SHARE -> settings.withSizes(sizes.withShare(0, sizes.share().high()));
      case MIN_COUNT -> settings.withSizes(sizes.withCount(0, sizes.count().high()));
      case MIN_GOODS -> settings.withSizes(sizes.withGoods(0, sizes.goods().high()));
      case MIN_BADS -> settings.withSizes(sizes.withBads(0, sizes.bads().high()));
    };
  }

  /** Returns the counts without this rule; the same ones if they do not hold it. */
  PreBinCounts relax(PreBinCounts counts) {
    return this == FIXED_CUTS && counts.hasFixedCuts() ? counts.withoutFixedCuts() : counts;
  }

  /** Returns the rule in words, such as {@code at least 5 bins}. */
  String describe(BinningSettings settings) {
    BinSizes sizes = settings.sizes();
    NeighbourRules neighbours = settings.neighbours();
    return switch (this) {
      case MIN_BINS -> "at least " + sizes.minBins() + " bins";
      case MAX_BINS -> "at most " + sizes.maxBins() + " bins";
      case TREND -> "the trend " + settings.shape().trend();
      case MIN_RATE_GAP -> "a gap of bad rates of at least " + neighbours.minRateGap();
      case MIN_WOE_GAP -> "a gap of WOE of at least " + neighbours.minWoeGap();
      case MAX_P_VALUE ->
        "a p-value of at most " + neighbours.maxPValue() + " by " + neighbours.test();
      case STABLE_IN_TIME ->
        "the same order of bad rates in a share of periods of " + neighbours.stableShare();
      case FIXED_CUTS -> "the fixed cuts";
      case MAX_SHARE -> most(sizes.share(), "of the records");
      case MAX_COUNT -> most(sizes.count(), "records");
      case MAX_GOODS -> most(sizes.goods(), "goods");
      case MAX_BADS -> most(sizes.bads(), "bads");
      case MIN_SHARE -> least(sizes.share(), "of the records");
      case MIN_COUNT -> least(sizes.count(), "records");
      case MIN_GOODS -> least(sizes.goods(), "goods");
      case MIN_BADS -> least(sizes.bads(), "bads");
    };
  }

  private static String least(Range range, String what) {
    return "at least " + range.low() + " " + what + " in a bin";
  }

  private static String most(Range range, String what) {
    return "at most " + range.high() + " " + what + " in a bin";
  }
}
