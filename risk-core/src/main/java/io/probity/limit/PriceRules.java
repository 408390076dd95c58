package io.probity.limit;

import io.probity.capital.RetailClass;
import io.probity.lending.AnnualRate;
import io.probity.lending.RateKind;
import java.util.List;
import java.util.Optional;

/**
 * What the price of a loan is made of.
 *
 * @param funding what the lender's own money costs
 * @param yearlyCost what running a loan costs a year, in minor units
 * @param lgd the loss given default, in [0, 1]
 * @param eadShare the exposure at default as a share of the amount granted, in [0, 2]
 * @param capitalShare the capital held, as a share of the exposure at default, in [0, 1]; the
 *     least of it where there is a class
 * @param capitalClass the retail class whose regulatory capital is held; empty for the share alone
 * @param hurdle the yearly return that capital must earn, at least 0
 * @param rateStep prices are rounded up to this step of the nominal rate, above 0
 * @param caps the largest rates, all of which hold
 */
public record PriceRules(
    AnnualRate funding,
    long yearlyCost,
    double lgd,
    double eadShare,
    double capitalShare,
    Optional<RetailClass> capitalClass,
    double hurdle,
    double rateStep,
    List<RateCap> caps) {

  private static final double LARGEST_EAD = 2.0;

  /** Checks the ranges; a negative margin cannot be stated. */
  public PriceRules {
    caps = List.copyOf(caps);
    require("funding rate", funding.value(), AnnualRate.MAX_CONTRACT);
    require("LGD", lgd, 1);
    require("EAD as a share of the amount", eadShare, LARGEST_EAD);
    require("capital as a share of EAD", capitalShare, 1);
    require("hurdle", hurdle, AnnualRate.MAX_CONTRACT);
    MinorUnits.requireAmount("yearly cost", yearlyCost);
    if (!(rateStep > 0 && rateStep <= 1)) {
      throw new IllegalArgumentException(
          "the step of rates must lie in (0, 1], not " + rateStep + "; 0.0001 is a basis point");
    }
  }

  private static void require(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          "the " + name + " must be a fraction in [0, " + most + "], not " + value);
    }
  }

  /** Returns the same rules with a dearer funding, by a nominal rate. */
  public PriceRules withFundingRaised(double rise) {
    double raised = Math.min(AnnualRate.MAX_CONTRACT, fundingNominal() + rise);
    return new PriceRules(
        AnnualRate.nominal(raised),
        yearlyCost,
        lgd,
        eadShare,
        capitalShare,
        capitalClass,
        hurdle,
        rateStep,
        caps);
  }

  /** Returns the capital as a share of the exposure at default, for the PD of a year. */
  double capitalOf(double yearlyPd) {
    return capitalClass
        .map(of -> Math.max(capitalShare, of.capital(yearlyPd, lgd)))
        .orElse(capitalShare);
  }

  double fundingNominal() {
    return funding.to(RateKind.NOMINAL).value();
  }

  /** Returns whether a rate is within all caps. */
  public boolean allows(AnnualRate rate) {
    return caps.stream().allMatch(cap -> cap.allows(rate));
  }
}
