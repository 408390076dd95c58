package io.probity.decision;

import io.probity.limit.IncomeInputs;
import io.probity.limit.IncomeRules;
import io.probity.limit.MinorUnits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Searches for two histories of six payments of which one has a higher payment and is assessed lower,
 * because the haircut by variation takes more than the payment brings.
 */
final class PaymentExample {

  private static final int PAYMENTS = 6;
  private static final long USUAL = 1_000_000;
  private static final long STEP = 1_000;
  private static final long LARGEST = 20 * USUAL;

  private PaymentExample() {}

  static Optional<CounterExample> find(IncomeRules rules, MinorUnits units) {
    if (rules.variationCut().isNone()) {
      return Optional.empty();
    }
    long before = assessed(rules, USUAL);
    for (long last = USUAL + STEP; last <= LARGEST; last += STEP) {
      long after = assessed(rules, last);
      if (after < before) {
        return Optional.of(new CounterExample(
            show(last - STEP, units),
            show(last, units),
            units.toDecimal(before),
            units.toDecimal(after)));
      }
      before = after;
    }
    return Optional.empty();
  }

  /** Five usual payments and a last one: mean m, so the sum of squares is d x d x 5 / 6. */
  private static long assessed(IncomeRules rules, long last) {
    double mean = ((PAYMENTS - 1) * (double) USUAL + last) / PAYMENTS;
    double difference = last - USUAL;
    double squares = difference * difference * (PAYMENTS - 1) / PAYMENTS;
    double variation = StrictMath.sqrt(squares / (PAYMENTS - 1)) / mean;
    long income = StrictMath.round(mean);
    return rules.assessedMonthly(IncomeInputs.of(income, variation, PAYMENTS, 0));
  }

  private static Map<String, String> show(long last, MinorUnits units) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("five payments of", units.toDecimal(USUAL).toPlainString());
    shown.put("a last one of", units.toDecimal(last).toPlainString());
    return shown;
  }
}
