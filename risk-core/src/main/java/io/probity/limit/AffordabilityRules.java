package io.probity.limit;

import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.lending.Share;
import java.util.Optional;

/**
 * How a policy assesses what an applicant can repay each month.
 *
 * @param income how the income is assessed
 * @param incomeStress the share of the assessed income that the residual must do without
 * @param rateStress what is added to the rate of debts at a variable rate, a nominal annual fraction
 * @param livingCosts the least living costs of a household
 * @param livingCostShare the least living costs as a share of the assessed income
 * @param minimumResidual what must be left to a household after everything
 * @param maximumDsti the largest share of the assessed income for all debt service; empty for none
 * @param maximumPti the largest share of the assessed income for the new instalment; empty for none
 * @param revolvingBalanceShare the share of revolving balances that counts as monthly service
 * @param revolvingLimitShare the share of revolving limits that counts as monthly service
 * @param bufferMonths the months over which savings must cover the instalment; empty for none
 * @param unemploymentMonths the months without income that savings must last; empty for no such test
 */
public record AffordabilityRules(
    IncomeRules income,
    Share incomeStress,
    double rateStress,
    HouseholdTable livingCosts,
    Share livingCostShare,
    HouseholdTable minimumResidual,
    Optional<Share> maximumDsti,
    Optional<Share> maximumPti,
    Share revolvingBalanceShare,
    Share revolvingLimitShare,
    Optional<Integer> bufferMonths,
    Optional<Integer> unemploymentMonths) {

  private static final double LARGEST_RATE_STRESS = 1.0;

  /** Checks that stress and living costs leave something of a higher income. */
  public AffordabilityRules {
    if (incomeStress.billionths() + livingCostShare.billionths() > Share.WHOLE) {
      throw new IllegalArgumentException("the stress of income and the share of income for living"
          + " costs must not add up to more than 1, else a higher income would leave less; they are "
          + incomeStress.fraction() + " and " + livingCostShare.fraction());
    }
    if (!(rateStress >= 0 && rateStress <= LARGEST_RATE_STRESS)) {
      throw new IllegalArgumentException(
          "the stress of rates must be a fraction from 0 to 1, not " + rateStress);
    }
  }

  /**
   * Assesses an applicant.
   *
   * <p>L = max(stated living costs, the household's, the share of A); D = debt service less what is
   * refinanced, plus the service of revolving lines; under stress, debts at a variable rate are priced
   * again. The room for an instalment is the smallest of A less stress - L - stressed D - minimum
   * residual (RESIDUAL), DSTI x A - D (DSTI), PTI x A (PTI) and savings / months (BUFFER); on a tie
   * the first in this order.
   *
   * <p>Where the share of A is the largest living cost, it is rounded together with the stress, so
   * that the room never falls when A rises; it can then differ from share x A by one minor unit.
   */
  public Affordability assess(LimitInputs in) {
    long[] figures = new long[Affordability.FIGURES];
    InputFigures inputs = new InputFigures();
    inputs.set(in);
    assess(inputs, figures);
    return new Affordability(figures);
  }

  /** Assesses an applicant into the figures of an {@link Affordability}. */
  void assess(InputFigures in, long[] out) {
    long base = income.base(in);
    long assessed = income.assessed(base, in);
    long stressed = new Share(Share.WHOLE - incomeStress.billionths()).applyTo(assessed);
    long costs = livingCosts(in, assessed, stressed);
    long service = service(in);
    long stressedService = service + repricing(in);
    long left = minimumResidual.of(in.dependants);
    out[Affordability.BASE_INCOME] = base;
    out[Affordability.ASSESSED_INCOME] = assessed;
    out[Affordability.STRESSED_INCOME] = stressed;
    out[Affordability.LIVING_COSTS] = costs;
    out[Affordability.DEBT_SERVICE] = service;
    out[Affordability.STRESSED_DEBT_SERVICE] = stressedService;
    out[Affordability.MINIMUM_RESIDUAL] = left;
    out[Affordability.RESIDUAL_ROOM] = stressed - costs - stressedService - left;
    out[Affordability.DSTI_ROOM] = maximumDsti.isPresent()
        ? maximumDsti.get().applyTo(assessed) - service
        : Affordability.UNLIMITED;
    out[Affordability.PTI_ROOM] =
        maximumPti.isPresent() ? maximumPti.get().applyTo(assessed) : Affordability.UNLIMITED;
    out[Affordability.BUFFER_ROOM] = bufferMonths.isPresent()
        ? Math.max(0, in.savings) / bufferMonths.get()
        : Affordability.UNLIMITED;
  }

  /**
   * Returns whether savings last for the months without income that the policy asks for: savings >=
   * months x (L + D + instalment). Unknown savings do not.
   */
  public boolean survivesUnemployment(Affordability a, long savings, long instalment) {
    return unemploymentMonths.isEmpty()
        || savings >= unemploymentMonths.get() * (a.livingCosts() + a.debtService() + instalment);
  }

  private long livingCosts(InputFigures in, long assessed, long stressed) {
    long costs = Math.max(in.livingCosts, livingCosts.of(in.dependants));
    long kept = Share.WHOLE - incomeStress.billionths() - livingCostShare.billionths();
    return Math.max(costs, stressed - new Share(kept).applyTo(assessed));
  }

  private long service(InputFigures in) {
    long revolving = Math.max(
        in.revolvingMinimum,
        Math.max(
            revolvingBalanceShare.applyTo(in.revolvingBalance),
            revolvingLimitShare.applyTo(in.revolvingLimit)));
    return in.service - in.refinancedService + revolving;
  }

  /** Returns what the service of debts at a variable rate rises by under stress. */
  private long repricing(InputFigures in) {
    if (!(rateStress > 0) || in.variableBalance == 0) {
      return 0;
    }
    AnnualRate now = AnnualRate.nominal(in.variableRate);
    AnnualRate then = AnnualRate.nominal(in.variableRate + rateStress);
    return Instalment.annuity(then, in.variableMonths).of(in.variableBalance)
        - Instalment.annuity(now, in.variableMonths).of(in.variableBalance);
  }
}
