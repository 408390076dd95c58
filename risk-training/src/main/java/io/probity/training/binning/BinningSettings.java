package io.probity.training.binning;

import io.probity.binning.ZeroCellRule;

/**
 * Every option of binning. Start from {@link #DEFAULT} and change what differs:
 *
 * <pre>{@code
 * BinningSettings settings = BinningSettings.DEFAULT
 *     .withTrend(Trend.MONOTONE)
 *     .withSizes(BinSizes.DEFAULT.withBins(2, 6))
 *     .withNeighbours(NeighbourRules.NONE.withMaxPValue(0.05, SignificanceTest.CHI_SQUARE));
 * }</pre>
 *
 * @param divergence what is made as large as possible
 * @param sizes how many bins and how large
 * @param shape which trend, and how even
 * @param neighbours what neighbouring bins must satisfy
 * @param cuts where the cuts of a number may lie
 * @param categories how the levels of a category are prepared
 * @param zeroCells the WOE of a bin without goods or without bads, where the sizes allow one
 * @param outside the WOE of the missing and special bins
 */
public record BinningSettings(
    Divergence divergence,
    BinSizes sizes,
    BinShape shape,
    NeighbourRules neighbours,
    CutRules cuts,
    CategoryRules categories,
    ZeroCellRule zeroCells,
    OutsideBins outside) {

  /**
   * The largest IV in one to eight bins of automatic trend, each of 5% or more. A bin without goods or
   * bads, which only a missing or special one can be, gets half a record in both cells.
   */
  public static final BinningSettings DEFAULT = new BinningSettings(
      Divergence.IV,
      BinSizes.DEFAULT,
      BinShape.DEFAULT,
      NeighbourRules.NONE,
      CutRules.DEFAULT,
      CategoryRules.DEFAULT,
      ZeroCellRule.HALF_IN_ZERO_BINS,
      OutsideBins.OWN_BIN);

  /** Returns these settings with another objective. */
  public BinningSettings withDivergence(Divergence other) {
    return new BinningSettings(
        other, sizes, shape, neighbours, cuts, categories, zeroCells, outside);
  }

  /** Returns these settings with other sizes. */
  public BinningSettings withSizes(BinSizes other) {
    return new BinningSettings(
        divergence, other, shape, neighbours, cuts, categories, zeroCells, outside);
  }

  /** Returns these settings with another shape. */
  public BinningSettings withShape(BinShape other) {
    return new BinningSettings(
        divergence, sizes, other, neighbours, cuts, categories, zeroCells, outside);
  }

  /** Returns these settings with another trend. */
  public BinningSettings withTrend(Trend trend) {
    return withShape(shape.withTrend(trend));
  }

  /** Returns these settings with other rules for neighbouring bins. */
  public BinningSettings withNeighbours(NeighbourRules other) {
    return new BinningSettings(
        divergence, sizes, shape, other, cuts, categories, zeroCells, outside);
  }

  /** Returns these settings with other rules for cuts. */
  public BinningSettings withCuts(CutRules other) {
    return new BinningSettings(
        divergence, sizes, shape, neighbours, other, categories, zeroCells, outside);
  }

  /** Returns these settings with other rules for categories. */
  public BinningSettings withCategories(CategoryRules other) {
    return new BinningSettings(
        divergence, sizes, shape, neighbours, cuts, other, zeroCells, outside);
  }

  /** Returns these settings with another rule for bins without goods or bads. */
  public BinningSettings withZeroCells(ZeroCellRule other) {
    return new BinningSettings(
        divergence, sizes, shape, neighbours, cuts, categories, other, outside);
  }

  /** Returns these settings with another rule for missing and special bins. */
  public BinningSettings withOutside(OutsideBins other) {
    return new BinningSettings(
        divergence, sizes, shape, neighbours, cuts, categories, zeroCells, other);
  }
}
