package io.probity.training.binning;

import io.probity.schema.Range;
import io.probity.schema.SpecialValues;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where the cuts of a numeric feature may lie.
 *
 * @param maxPreBins the largest number of pre-bins, 2 to {@value #MOST_PRE_BINS}; fixed cuts come on
 *     top
 * @param minPreBinShare the least share of the values that a pre-bin holds, in [0, 0.5]; a smaller one
 *     joins its smaller neighbour
 * @param candidates the only cuts to choose from; empty to find them by quantiles
 * @param fixed cuts that must survive, as they stand
 * @param excluded ranges, ends included, in which no cut may lie; a range of one number excludes that
 *     cut. Fixed cuts are exempt
 * @param placement where a cut goes between two data values
 * @param digits if present, the decimals that cuts are rounded to, -300 to 300 and negative for tens
 *     and hundreds. Cuts are rounded half up before the records are counted, so that the optimum is
 *     that of the rounded cuts; candidates and fixed cuts are not rounded
 */
public record CutRules(
    int maxPreBins,
    double minPreBinShare,
    List<Double> candidates,
    List<Double> fixed,
    List<Range> excluded,
    CutPlacement placement,
    OptionalInt digits) {

  /** The largest number of pre-bins that may be asked for. */
  public static final int MOST_PRE_BINS = 256;

  /** 64 pre-bins: from there on the IV hardly grows, and every exact search takes milliseconds. */
  public static final int DEFAULT_MAX_PRE_BINS = 64;

  /** 64 pre-bins by quantiles, of any size, with the roundest cuts that part them. */
  public static final CutRules DEFAULT = new CutRules(
      DEFAULT_MAX_PRE_BINS,
      0.0,
      List.of(),
      List.of(),
      List.of(),
      CutPlacement.ROUNDEST,
      OptionalInt.empty());

  private static final int MOST_DIGITS = 300;

  /** Checks that the numbers are in range. */
  public CutRules {
    candidates = sorted("candidate", candidates);
    fixed = sorted("fixed", fixed);
    excluded = List.copyOf(excluded);
    if (!(maxPreBins >= 2 && maxPreBins <= MOST_PRE_BINS)) {
      throw new IllegalArgumentException(
          "the number of pre-bins must be in [2, " + MOST_PRE_BINS + "], not " + maxPreBins);
    }
    if (Math.max(maxPreBins, candidates.size() + 1) + fixed.size() > MOST_PRE_BINS) {
      throw new IllegalArgumentException("pre-bins and fixed cuts must not pass "
          + MOST_PRE_BINS
          + " together, but there are "
          + Math.max(maxPreBins, candidates.size() + 1)
          + " and "
          + fixed.size());
    }
    if (!(minPreBinShare >= 0 && minPreBinShare <= 0.5)) {
      throw new IllegalArgumentException(
          "the least share of a pre-bin must be in [0, 0.5], not " + minPreBinShare);
    }
    if (digits.isPresent() && Math.abs(digits.getAsInt()) > MOST_DIGITS) {
      throw new IllegalArgumentException("digits must be in [-300, 300], not " + digits.getAsInt());
    }
  }

  private static List<Double> sorted(String name, List<Double> cuts) {
    for (double cut : cuts) {
      if (!SpecialValues.isNumber(cut)) {
        throw new IllegalArgumentException("a " + name + " cut must be finite, not " + cut);
      }
    }
    return cuts.stream().map(cut -> cut + 0.0).sorted().distinct().toList();
  }

  /** Returns these rules with another number of pre-bins and another least share of one. */
  public CutRules withPreBins(int most, double leastShare) {
    return new CutRules(most, leastShare, candidates, fixed, excluded, placement, digits);
  }

  /** Returns these rules with these cuts to choose from. */
  public CutRules withCandidates(List<Double> cuts) {
    return new CutRules(maxPreBins, minPreBinShare, cuts, fixed, excluded, placement, digits);
  }

  /** Returns these rules with these cuts, which must survive. */
  public CutRules withFixed(List<Double> cuts) {
    return new CutRules(maxPreBins, minPreBinShare, candidates, cuts, excluded, placement, digits);
  }

  /** Returns these rules with these ranges in which no cut may lie. */
  public CutRules withExcluded(List<Range> ranges) {
    return new CutRules(maxPreBins, minPreBinShare, candidates, fixed, ranges, placement, digits);
  }

  /** Returns these rules with another placement of cuts. */
  public CutRules withPlacement(CutPlacement other) {
    return new CutRules(maxPreBins, minPreBinShare, candidates, fixed, excluded, other, digits);
  }

  /** Returns these rules with cuts rounded to this many decimals. */
  public CutRules withDigits(int decimals) {
    return new CutRules(
        maxPreBins,
        minPreBinShare,
        candidates,
        fixed,
        excluded,
        placement,
        OptionalInt.of(decimals));
  }

  /** Returns whether no cut may lie here. */
  boolean excludes(double cut) {
    return excluded.stream().anyMatch(range -> range.contains(cut));
  }
}
