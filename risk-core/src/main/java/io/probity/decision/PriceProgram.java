package io.probity.decision;

import io.probity.condition.ConditionScope;
import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.limit.AverageBalance;
import io.probity.limit.PriceRules;
import io.probity.limit.PricedInstalment;
import io.probity.limit.Pricing;
import io.probity.schema.Target;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The price part of a policy, compiled: what any amount costs an applicant. Immutable and pure. */
final class PriceProgram {

  private static final int YEAR = 12;
  private static final int LONGEST_TERM = 600;

  private final PriceRules rules;
  private final LoanOffer offer;
  private final int pdCell;
  private final int horizonMonths;
  private final long step;
  private final double[] balanceShares; // by months - 1

  private PriceProgram(PolicyRules policy, PriceRules rules, List<String> layout) {
    this.rules = rules;
    this.offer = policy.offer();
    this.pdCell = layout.indexOf(ConditionScope.PD);
    this.horizonMonths = policy.schema().target().map(Target::horizonMonths).orElse(YEAR);
    this.step = policy.limits().step();
    int longest = offer.terms().map(LoanOffer.Terms::to).orElse(LONGEST_TERM);
    this.balanceShares = IntStream.rangeClosed(1, longest)
        .mapToDouble(months -> AverageBalance.share(offer.kind(), offer.rate(), months))
        .toArray();
  }

  static @Nullable PriceProgram of(PolicyRules policy, List<String> layout) {
    return policy.price().map(rules -> new PriceProgram(policy, rules, layout)).orElse(null);
  }

  /**
   * Returns the prices of all amounts for an applicant; a line is priced by the year.
   *
   * @param months the term, one that is offered
   */
  Pricing pricing(double[] cells, int months) {
    return offer.isRevolving()
        ? Pricing.of(rules, cells[pdCell], horizonMonths, YEAR, 1.0)
        : Pricing.of(rules, cells[pdCell], horizonMonths, months, balanceShares[months - 1]);
  }

  /** Returns the instalments at these prices. */
  PricedInstalment instalments(
      double[] cells, int months, Function<AnnualRate, Instalment> tested) {
    return new PricedInstalment(pricing(cells, months), tested, offer.highestRate(), step);
  }
}
