package io.probity.limit;

import io.probity.lending.Share;
import java.util.Optional;

/**
 * How a policy assesses what an applicant can repay each month.
 *
 * @param variationCut the haircut of income by its coefficient of variation
 * @param monthsCut the haircut by the number of observed months
 * @param zeroMonthsCut the haircut by the number of months without income
 * @param largestCut the most that all haircuts together take
 * @param incomeStress the share of the assessed income that the residual must do without
 * @param livingCosts the least living costs of a household
 * @param livingCostShare the least living costs as a share of the assessed income
 * @param minimumResidual what must be left to a household after everything
 * @param maximumDsti the largest share of the assessed income for all debt service; empty for none
 * @param maximumPti the largest share of the assessed income for the new instalment; empty for none
 * @param revolvingBalanceShare the share of revolving balances that counts as monthly service
 * @param revolvingLimitShare the share of revolving limits that counts as monthly service
 * @param bufferMonths the months over which savings must cover the instalment; empty for none
 */
public record AffordabilityRules(
    StepTable variationCut,
    StepTable monthsCut,
    StepTable zeroMonthsCut,
    Share largestCut,
    Share incomeStress,
    HouseholdTable livingCosts,
    Share livingCostShare,
    HouseholdTable minimumResidual,
    Optional<Share> maximumDsti,
    Optional<Share> maximumPti,
    Share revolvingBalanceShare,
    Share revolvingLimitShare,
    Optional<Integer> bufferMonths) {

  /**
   * Assesses an applicant.
   *
   * <p>A = B less the haircuts; L = max(stated living costs, the household's, the share of A); D =
   * debt service plus the service of revolving lines. The room for an instalment is the smallest of
   * A less stress - L - D - minimum residual (RESIDUAL), DSTI x A - D (DSTI), PTI x A (PTI) and
   * savings / months (BUFFER); on a tie the first in this order.
   */
  public Affordability assess(LimitInputs in) {
    long assessed = in.income() - cut(in).applyTo(in.income());
    long costs = Math.max(in.livingCosts(), livingCosts.of(in.dependants()));
    costs = Math.max(costs, livingCostShare.applyTo(assessed));
    long revolving = Math.max(
        Math.max(0, in.revolvingMinimum()),
        Math.max(
            revolvingBalanceShare.applyTo(in.revolvingBalance()),
            revolvingLimitShare.applyTo(in.revolvingLimit())));
    long service = in.debtService() + revolving;
    long stressed = assessed - incomeStress.applyTo(assessed);
    long left = minimumResidual.of(in.dependants());
    return new Affordability(
        in.income(),
        assessed,
        stressed,
        costs,
        service,
        left,
        stressed - costs - service - left,
        maximumDsti.map(dsti -> dsti.applyTo(assessed) - service).orElse(Affordability.UNLIMITED),
        maximumPti.map(pti -> pti.applyTo(assessed)).orElse(Affordability.UNLIMITED),
        bufferMonths.map(months -> in.savings() / months).orElse(Affordability.UNLIMITED));
  }

  private Share cut(LimitInputs in) {
    long total = variationCut.of(in.incomeVariation()).billionths()
        + monthsCut.of(in.incomeMonths()).billionths()
        + zeroMonthsCut.of(in.zeroMonths()).billionths();
    return new Share(Math.min(total, largestCut.billionths()));
  }
}
