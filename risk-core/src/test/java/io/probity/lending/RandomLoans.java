package io.probity.lending;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.SplittableRandom;

/** Seeded loans for the property tests. */
final class RandomLoans {

  private static final String[] CURRENCIES = {"USD", "JPY", "KWD", "EUR"};

  private RandomLoans() {}

  /** A nominal rate with 0 to 6 decimals: often 0 or small, at times up to the largest allowed. */
  static String nominal(SplittableRandom random) {
    int decimals = random.nextInt(2, 7);
    double largest = switch (random.nextInt(8)) {
      case 0 -> 0.0;
      case 1 -> 9.9;
      case 2 -> 2.0;
      default -> 0.4;
    };
    long units = (long) (random.nextDouble() * largest * Math.pow(10, decimals));
    return BigDecimal.valueOf(units, decimals).toPlainString();
  }

  static int months(SplittableRandom random) {
    return random.nextInt(4) == 0 ? 1 + random.nextInt(600) : 1 + random.nextInt(60);
  }

  /** An amount in minor units, of any magnitude up to the largest. */
  static long amount(SplittableRandom random) {
    return Math.min(random.nextLong(1L << random.nextInt(1, 50)), Money.MAX_MINOR_UNITS - 1);
  }

  static LoanKind kind(SplittableRandom random) {
    return LoanKind.values()[random.nextInt(LoanKind.values().length)];
  }

  static Currency currency(SplittableRandom random) {
    return Currency.getInstance(CURRENCIES[random.nextInt(CURRENCIES.length)]);
  }

  static LoanFees fees(SplittableRandom random, Currency currency) {
    return new LoanFees(
        fee(random, currency, 0.2),
        fee(random, currency, 0.2),
        fee(random, currency, 0.01),
        fee(random, currency, 0.01));
  }

  private static Fee fee(SplittableRandom random, Currency currency, double largestShare) {
    long fixed = random.nextBoolean() ? random.nextLong(1_000) : 0;
    long share = random.nextBoolean() ? (long) (random.nextDouble() * largestShare * 1e9) : 0;
    return new Fee(new Money(fixed, currency), new Share(share));
  }
}
