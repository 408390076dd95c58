package io.probity.limit;

import io.probity.lending.AnnualRate;
import io.probity.lending.Capacity;
import io.probity.lending.Instalment;
import java.util.function.Function;

/**
 * The instalment of an amount at the price of that amount. Immutable.
 *
 * <p>A price never rises with the amount, since the yearly cost is spread over more. So what does not
 * fit at the price of an amount tells how small another must at least be, and the search for the
 * largest amount passes over what cannot fit without leaving out any that could.
 */
public final class PricedInstalment {

  private final Pricing pricing;
  private final Function<AnnualRate, Instalment> tested;
  private final AnnualRate highest;
  private final long step;

  /**
   * Joins a price and an instalment.
   *
   * @param tested the instalment that is tested, by the rate of the contract
   * @param highest the highest rate that the product can bear; a dearer amount is too dear whatever
   *     the caps are
   * @param step the step of amounts in minor units, at least 1
   */
  public PricedInstalment(
      Pricing pricing, Function<AnnualRate, Instalment> tested, AnnualRate highest, long step) {
    if (step < 1) {
      throw new IllegalArgumentException("the step of amounts must be at least 1, not " + step);
    }
    this.pricing = pricing;
    this.tested = tested;
    this.highest = highest;
    this.step = step;
  }

  /**
   * Returns the largest amount on the grid whose instalment, at its own price, is at most the room;
   * caps of rates play no part.
   *
   * @param most the largest amount, in minor units
   * @param room in minor units
   * @return a multiple of the step; 0 where no amount fits
   */
  public long largest(long most, long room) {
    long amount = most - Math.floorMod(most, step);
    while (amount > 0) {
      Instalment instalment = tested.apply(rate(amount));
      if (instalment.of(amount) <= room) {
        return amount;
      }
      long fitting = Capacity.largestPrincipal(instalment, room);
      amount = Math.min(amount - step, fitting - Math.floorMod(fitting, step));
    }
    return 0;
  }

  /** Returns whether the price of an amount above 0 is above a cap, so that it cannot be offered. */
  public boolean isTooDear(long amount) {
    AnnualRate price = pricing.of(amount).rate();
    return price.value() > highest.value() || !pricing.rules().allows(price);
  }

  /** Returns the price of an amount above 0, with its components. */
  public Price price(long amount) {
    return pricing.of(amount);
  }

  /** An amount that is too dear to be borne is refused afterwards; until then any rate will do. */
  private AnnualRate rate(long amount) {
    AnnualRate price = pricing.of(amount).rate();
    return price.value() > highest.value() ? highest : price;
  }
}
