package io.probity.limit;

import io.probity.lending.AnnualRate;

/**
 * Prices any amount for one applicant and term: r(L) = funding + yearly cost / L + (yearly expected
 * loss + capital x hurdle) / average balance. Immutable.
 *
 * <p>The expected loss of the term is PD x LGD x EAD with the PD of the term, 1 - (1 - PD)^(term /
 * horizon), which assumes a constant hazard; divided by the years of the term it is the yearly one.
 * The average balance is taken at the policy's reference rate, and the PD is that of the request, so
 * the price of an amount needs no iteration.
 */
public final class Pricing {

  private static final double MONTHS = 12.0;
  private static final double NEARLY_ON_STEP = 1e-9;

  private final PriceRules rules;
  private final double lossRate;
  private final double capitalRate;

  private Pricing(PriceRules rules, double lossRate, double capitalRate) {
    this.rules = rules;
    this.lossRate = lossRate;
    this.capitalRate = capitalRate;
  }

  /**
   * Prepares prices.
   *
   * @param pd the PD within the horizon, in [0, 1]
   * @param horizonMonths the horizon of the PD, at least 1
   * @param months the term, at least 1
   * @param balanceShare the average balance as a share of the amount, in (0, 1]; see {@link
   *     AverageBalance}
   * @throws IllegalArgumentException if one is out of range
   */
  public static Pricing of(
      PriceRules rules, double pd, int horizonMonths, int months, double balanceShare) {
    if (!(balanceShare > 0 && balanceShare <= 1)) {
      throw new IllegalArgumentException(
          "the average balance must be a share in (0, 1], not " + balanceShare);
    }
    double termLoss = pdOfTerm(pd, horizonMonths, months) * rules.lgd() * rules.eadShare();
    double yearly = termLoss / (months / MONTHS);
    double yearlyPd = pdOfTerm(pd, horizonMonths, MONTHS);
    double capital = rules.capitalOf(yearlyPd) * rules.eadShare() * rules.hurdle();
    return new Pricing(rules, yearly / balanceShare, capital / balanceShare);
  }

  /**
   * Returns the PD of a term at constant hazard: 1 - (1 - PD)^(months / horizon).
   *
   * @throws IllegalArgumentException if the PD is not in [0, 1], or there are no months
   */
  public static double pdOfTerm(double pd, int horizonMonths, double months) {
    if (!(pd >= 0 && pd <= 1)) {
      throw new IllegalArgumentException("the PD must be a fraction in [0, 1], not " + pd);
    }
    if (!(horizonMonths >= 1 && months > 0 && months < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "horizon and term must be above 0 months, not " + horizonMonths + " and " + months);
    }
    return -StrictMath.expm1(StrictMath.log1p(-pd) * months / horizonMonths);
  }

  /** Returns the rules. */
  public PriceRules rules() {
    return rules;
  }

  /**
   * Returns the price of an amount.
   *
   * @param amount minor units, above 0
   * @throws IllegalArgumentException if the amount is not above 0
   */
  public Price of(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("only an amount above 0 has a price, not " + amount);
    }
    double cost = (double) rules.yearlyCost() / amount;
    double exact = rules.fundingNominal() + cost + lossRate + capitalRate;
    double steps = Math.ceil(exact / rules.rateStep() - NEARLY_ON_STEP);
    double rate = steps * rules.rateStep();
    return new Price(
        rules.fundingNominal(),
        cost,
        lossRate,
        capitalRate,
        rate - exact,
        AnnualRate.nominal(rate));
  }
}
