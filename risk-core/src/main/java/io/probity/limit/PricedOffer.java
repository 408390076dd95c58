package io.probity.limit;

import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rate and amount together: the largest amount on the step grid for which every constraint holds at
 * the price of that amount.
 *
 * <p>A small amount carries more of the fixed cost, so prices never rise with amounts: where the
 * largest amount that fits is too dear, every smaller one is. The rate cap is then what is in the way.
 *
 * @param limit minor units; 0 where nothing can be offered
 * @param price of the limit; empty where nothing can be offered
 * @param instalment of the limit at that price, in minor units
 * @param refusal {@code RATE_CAP}, {@code AFFORDABILITY} or {@code FLOOR} where nothing can be
 *     offered, else empty
 */
public record PricedOffer(
    long limit, Optional<Price> price, long instalment, Optional<String> refusal) {

  /** Every amount that can be repaid is too dear for a cap. */
  public static final String RATE_CAP = LimitTrace.RATE_CAP_RULE;

  /** No amount from the floor on has an instalment that fits. */
  public static final String AFFORDABILITY = "AFFORDABILITY";

  /** The largest amount is below the floor. */
  public static final String FLOOR = "FLOOR";

  /**
   * Searches the grid.
   *
   * @param most the largest amount that strategy, caps and request allow, in minor units
   * @param floor the smallest amount that is offered
   * @param step the step of amounts, at least 1
   * @param room the largest instalment that is affordable, in minor units; may be negative
   * @param instalment the instalment that is tested, by the rate of the contract
   * @throws IllegalArgumentException if the step is below 1
   */
  public static PricedOffer search(
      Pricing pricing,
      long most,
      long floor,
      long step,
      long room,
      Function<AnnualRate, Instalment> instalment) {
    PricedInstalment priced = new PricedInstalment(
        pricing, instalment, AnnualRate.nominal(AnnualRate.MAX_CONTRACT), step);
    if (most - Math.floorMod(most, step) < Math.max(floor, 1)) {
      return refused(FLOOR);
    }
    long amount = priced.largest(most, room);
    if (amount < Math.max(floor, 1)) {
      return refused(AFFORDABILITY);
    }
    if (priced.isTooDear(amount)) {
      return refused(RATE_CAP);
    }
    Price price = priced.price(amount);
    long due = instalment.apply(price.rate()).of(amount);
    return new PricedOffer(amount, Optional.of(price), due, Optional.empty());
  }

  private static PricedOffer refused(String why) {
    return new PricedOffer(0, Optional.empty(), 0, Optional.of(why));
  }
}
