package io.probity.portfolio;

import io.probity.limit.Curve;
import io.probity.limit.OfferValue;
import io.probity.limit.PriceRules;

/**
 * How decisions are valued.
 *
 * @param costs what lending costs; rate caps and steps play no part
 * @param behaviour how customers accept, draw and prepay
 * @param horizonMonths the horizon of the PD, at least 1
 */
public record Valuation(PriceRules costs, OfferValue.Behaviour behaviour, int horizonMonths) {

  /** Every offer is taken, drawn in full and repaid as agreed. */
  public static final OfferValue.Behaviour TAKEN =
      new OfferValue.Behaviour(Curve.level(1), Curve.level(1), 0);

  /** Checks the horizon. */
  public Valuation {
    if (horizonMonths < 1) {
      throw new IllegalArgumentException(
          "the horizon of the PD must be at least 1 month, not " + horizonMonths);
    }
  }

  /** Returns the same with dearer funding, by a nominal rate. */
  public Valuation withFundingRaised(double rise) {
    return new Valuation(costs.withFundingRaised(rise), behaviour, horizonMonths);
  }
}
