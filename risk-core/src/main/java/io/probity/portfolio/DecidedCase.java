package io.probity.portfolio;

import io.probity.decision.CounterOffer;
import io.probity.decision.Decision;
import io.probity.decision.Outcome;
import io.probity.lending.AnnualRate;
import io.probity.lending.LoanCost;
import io.probity.lending.LoanKind;
import io.probity.lending.RateKind;
import io.probity.limit.AverageBalance;
import io.probity.limit.OfferValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a strategy does with one applicant, and what that is expected to lose and earn.
 *
 * <p>The loan is repaid in level instalments; expected loss and profit are those of {@link OfferValue}.
 * Amounts are in major units.
 *
 * @param approved whether a limit is offered
 * @param outcome what was decided
 * @param pd the PD within the model's horizon
 * @param limit 0 where nothing is offered
 * @param rate the nominal rate of the contract, 0 where nothing is offered
 * @param expectedLoss over the expected life, times the probability that the offer is taken
 * @param capital what is held for it, times the same probability
 * @param profit over the expected life, after expected loss and the cost of capital, times the same
 */
public record DecidedCase(
    boolean approved,
    Outcome outcome,
    double pd,
    double limit,
    double rate,
    double expectedLoss,
    double capital,
    double profit) {

  /** Values a decision. */
  public static DecidedCase of(Decision decision, Valuation by) {
    return of(decision, by, decision.pd());
  }

  /** Values a decision that was made before, now that the PD is another. */
  public static DecidedCase of(Decision decision, Valuation by, double pd) {
    Optional<LoanCost> cost = decision.outcome().isApproval() ? decision.cost() : Optional.empty();
    return cost.map(of -> valued(decision, by, pd, decision.limit(), of))
        .orElseGet(() -> new DecidedCase(false, decision.outcome(), pd, 0, 0, 0, 0, 0));
  }

  /** Values a smaller offer of the same decision; empty where it has no schedule. */
  public static Optional<DecidedCase> of(Decision decision, Valuation by, CounterOffer offer) {
    return offer.cost().map(cost -> valued(decision, by, decision.pd(), offer.amount(), cost));
  }

  private static DecidedCase valued(
      Decision decision, Valuation by, double pd, BigDecimal limit, LoanCost cost) {
    AnnualRate rate = cost.contractRate();
    int months = cost.months();
    int digits = decision.currency().getDefaultFractionDigits();
    long minor = limit.movePointRight(digits).longValue();
    double balance = AverageBalance.share(LoanKind.ANNUITY, rate, months);
    OfferValue.Offer offer = OfferValue.of(
            by.costs(), by.behaviour(), pd, by.horizonMonths(), months, balance)
        .of(minor, rate);
    double unit = BigDecimal.ONE.movePointLeft(digits).doubleValue();
    return new DecidedCase(
        true,
        decision.outcome(),
        pd,
        limit.doubleValue(),
        rate.to(RateKind.NOMINAL).value(),
        offer.acceptance() * offer.expectedLoss() * unit,
        offer.acceptance() * offer.capital() * unit,
        offer.profit() * unit);
  }
}
