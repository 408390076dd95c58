package io.probity.limit;

import io.probity.lending.Share;
import java.util.List;

/**
 * How a policy turns the income history into the assessed income.
 *
 * <p>Base income B: the verified mean; with fewer verified months than needed, the smaller of the
 * stated and the verified income, of which a share counts. Assessed income A = B x (1 - min(largest
 * cut, sum of the cuts)), HALF_UP.
 *
 * @param basis what B starts from
 * @param variationCut the haircut by the coefficient of variation
 * @param monthsCut the haircut by the number of observed months
 * @param zeroMonthsCut the haircut by the number of months without income
 * @param sourceCuts the haircut of each source of income by its position; empty for none
 * @param largestCut the most that all haircuts together take
 * @param minimumMonths the verified months that are needed; 0 for any
 * @param statedShare the share of B that counts with fewer
 */
public record IncomeRules(
    IncomeBasis basis,
    StepTable variationCut,
    StepTable monthsCut,
    StepTable zeroMonthsCut,
    List<Share> sourceCuts,
    Share largestCut,
    int minimumMonths,
    Share statedShare) {

  /** Copies the list and checks that the parts go together. */
  public IncomeRules {
    sourceCuts = List.copyOf(sourceCuts);
    if (basis == IncomeBasis.LOWEST && !variationCut.isNone()) {
      throw new IllegalArgumentException("the basis LOWEST takes no haircut by variation, which it"
          + " replaces and which can cut more when a payment rises");
    }
    if (minimumMonths < 0) {
      throw new IllegalArgumentException(
          "the verified months that are needed must be at least 0, not " + minimumMonths);
    }
  }

  /** Returns the assessed income of an income history, in minor units a month. */
  public long assessedMonthly(IncomeInputs in) {
    InputFigures figures = InputFigures.of(in);
    return assessed(base(figures), figures);
  }

  /** Returns the base income B in minor units. */
  long base(InputFigures in) {
    long verified = basis == IncomeBasis.MEAN
        ? in.mean
        : Math.min(
            Math.max(0, in.meanOfThree),
            Math.min(Math.max(0, in.meanOfTwelve), Math.max(0, in.lowerQuartile)));
    if (minimumMonths == 0 || in.months >= minimumMonths) {
      return verified;
    }
    long stated = in.stated == MinorUnits.UNKNOWN ? verified : in.stated;
    return statedShare.applyTo(Math.min(stated, verified));
  }

  /** Returns the assessed income A for a base income, in minor units. */
  long assessed(long base, InputFigures in) {
    long total = variationCut.of(in.variation).billionths()
        + monthsCut.of(in.months).billionths()
        + zeroMonthsCut.of(in.zeroMonths).billionths()
        + sourceCut(in.source);
    long cut = Math.min(total, largestCut.billionths());
    return new Share(Share.WHOLE - cut).applyTo(base);
  }

  private long sourceCut(int source) {
    if (sourceCuts.isEmpty()) {
      return 0;
    }
    if (source >= 0 && source < sourceCuts.size()) {
      return sourceCuts.get(source).billionths();
    }
    return sourceCuts.stream().mapToLong(Share::billionths).max().orElse(0);
  }
}
