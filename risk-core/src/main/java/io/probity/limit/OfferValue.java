package io.probity.limit;

import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.lending.RateKind;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an offer of an amount and a rate is expected to earn, from curves that the lender measured.
 *
 * <p>Profit = acceptance x ((rate - funding) x average balance x years - yearly cost x years -
 * expected loss - capital x hurdle x years), with years = the expected life, the sum over the months
 * of the term of (1 - prepaid a month)^(month - 1) / 12; average balance = amount x utilisation x
 * balance share; expected loss = PD of the expected life x LGD x EAD; EAD = EAD share x amount x
 * utilisation. Immutable.
 */
public final class OfferValue {

  private static final double MONTHS = 12.0;
  private static final long MOST_STEPS = 1_000_000;

  private final PriceRules rules;
  private final Behaviour behaviour;
  private final double balanceShare;
  private final double years;
  private final double lifetimePd;
  private final double capitalShare;

  private OfferValue(
      PriceRules rules,
      Behaviour behaviour,
      double balanceShare,
      double years,
      double lifetimePd,
      double capitalShare) {
    this.rules = rules;
    this.behaviour = behaviour;
    this.balanceShare = balanceShare;
    this.years = years;
    this.lifetimePd = lifetimePd;
    this.capitalShare = capitalShare;
  }

  /**
   * How customers behave.
   *
   * @param acceptance the share of offers taken, by the nominal rate
   * @param utilisation the share of the amount that is drawn, by the amount in minor units
   * @param prepaid the share of loans repaid early each month, in [0, 1)
   */
  public record Behaviour(Curve acceptance, Curve utilisation, double prepaid) {

    /** Checks the share. */
    public Behaviour {
      if (!(prepaid >= 0 && prepaid < 1)) {
        throw new IllegalArgumentException(
            "the share prepaid a month must lie in [0, 1), not " + prepaid);
      }
    }
  }

  /**
   * An offer and what it is expected to earn.
   *
   * @param amount minor units
   * @param rate the nominal rate
   * @param acceptance the probability that it is taken
   * @param expectedLoss minor units, if taken
   * @param capital minor units that are held for it, if taken
   * @param profit expected minor units, acceptance included
   */
  public record Offer(
      long amount,
      AnnualRate rate,
      double acceptance,
      double expectedLoss,
      double capital,
      double profit) {}

  /**
   * Prepares values for one applicant and term; see {@link Pricing#of} for the parameters.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public static OfferValue of(
      PriceRules rules,
      Behaviour behaviour,
      double pd,
      int horizonMonths,
      int months,
      double balanceShare) {
    if (!(balanceShare > 0 && balanceShare <= 1)) {
      throw new IllegalArgumentException(
          "the average balance must be a share in (0, 1], not " + balanceShare);
    }
    double alive = 1.0;
    double life = 0.0;
    for (int month = 0; month < months; month++) {
      life += alive;
      alive *= 1 - behaviour.prepaid();
    }
    double lifetimePd = Pricing.pdOfTerm(pd, horizonMonths, life);
    double capital = rules.capitalOf(Pricing.pdOfTerm(pd, horizonMonths, MONTHS));
    return new OfferValue(rules, behaviour, balanceShare, life / MONTHS, lifetimePd, capital);
  }

  /**
   * Values an offer.
   *
   * @param amount minor units, at least 0; 0 earns nothing
   * @param rate the rate of the contract
   */
  public Offer of(long amount, AnnualRate rate) {
    double nominal = rate.to(RateKind.NOMINAL).value();
    if (amount == 0) {
      return new Offer(0, AnnualRate.nominal(nominal), 0, 0, 0, 0);
    }
    double drawn = amount * behaviour.utilisation().at((double) amount);
    double ead = rules.eadShare() * drawn;
    double loss = lifetimePd * rules.lgd() * ead;
    double margin = (nominal - rules.fundingNominal()) * drawn * balanceShare * years;
    double capital = capitalShare * ead;
    double hurdle = capital * rules.hurdle() * years;
    double acceptance = behaviour.acceptance().at(nominal);
    double profit = acceptance * (margin - rules.yearlyCost() * years - loss - hurdle);
    return new Offer(amount, AnnualRate.nominal(nominal), acceptance, loss, capital, profit);
  }

  /**
   * Returns the offer that earns most among the amounts and rates that are allowed; empty where none
   * earns more than nothing. Of equals the lower rate, then the larger amount.
   *
   * @param most the largest amount that strategy, caps and request allow, in minor units
   * @param floor the smallest amount
   * @param step the step of amounts
   * @param room the largest instalment that is affordable: no offer passes it
   * @param lowest the lowest rate tried; rates rise from it by the step of the rules
   * @param highest the highest rate tried; caps hold besides
   * @param instalment the instalment that is tested, by the rate
   */
  public Optional<Offer> best(
      long most,
      long floor,
      long step,
      long room,
      double lowest,
      double highest,
      Function<AnnualRate, Instalment> instalment) {
    requireGrid(most, step);
    Offer best = null;
    long top = most - Math.floorMod(most, step);
    int rates = (int) Math.floor((highest - lowest) / rules.rateStep() + 1e-9);
    for (int k = 0; k <= rates; k++) {
      AnnualRate rate = AnnualRate.nominal(lowest + k * rules.rateStep());
      if (!rules.allows(rate)) {
        continue;
      }
      Instalment due = instalment.apply(rate);
      for (long amount = top; amount >= Math.max(floor, 1); amount -= step) {
        Offer offer = due.of(amount) <= room ? of(amount, rate) : of(0, rate);
        if (offer.profit() > (best == null ? 0 : best.profit())) {
          best = offer;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static void requireGrid(long most, long step) {
    if (step < 1 || most / step > MOST_STEPS) {
      throw new IllegalArgumentException("a grid needs a step of at least 1 and at most "
          + MOST_STEPS + " amounts, not a step of " + step + " up to " + most);
    }
  }
}
