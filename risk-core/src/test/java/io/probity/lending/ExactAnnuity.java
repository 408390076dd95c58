package io.probity.lending;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The textbook annuity in decimals of 100 digits, rounded HALF_UP: what the fast one is tested
 * against.
 */
final class ExactAnnuity {

  private static final MathContext DIGITS = new MathContext(100);
  private static final MathContext SHOWN = new MathContext(60); // a tie shows as a tie
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  private ExactAnnuity() {}

  static BigDecimal factor(String nominal, int months) {
    BigDecimal monthly = new BigDecimal(nominal).divide(TWELVE, DIGITS);
    if (monthly.signum() == 0) {
      return BigDecimal.ONE.divide(BigDecimal.valueOf(months), DIGITS);
    }
    BigDecimal grown = BigDecimal.ONE.add(monthly).pow(months, DIGITS);
    return monthly.multiply(grown, DIGITS).divide(grown.subtract(BigDecimal.ONE), DIGITS);
  }

  static BigDecimal unrounded(long principal, BigDecimal factor) {
    return factor.multiply(BigDecimal.valueOf(principal), DIGITS);
  }

  static long instalment(long principal, BigDecimal factor) {
    return halfUp(unrounded(principal, factor));
  }

  static long monthInterest(long balance, String nominal) {
    BigDecimal monthly = new BigDecimal(nominal).divide(TWELVE, DIGITS);
    return halfUp(monthly.multiply(BigDecimal.valueOf(balance), DIGITS));
  }

  private static long halfUp(BigDecimal amount) {
    return amount.round(SHOWN).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
