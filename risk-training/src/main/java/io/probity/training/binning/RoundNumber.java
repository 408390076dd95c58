package io.probity.training.binning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The roundest number between two values, and decimals rounded to a number of digits. */
final class RoundNumber {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private RoundNumber() {}

  /**
   * Returns the number in (low, high] that is a multiple of the largest power of ten; of several the
   * one nearest to the middle, of two equally near the higher. 0 wherever it fits.
   */
  static double between(double low, double high) {
    if (low < 0 && high >= 0) {
      return 0.0;
    }
    BigDecimal middle = new BigDecimal(low).add(new BigDecimal(high)).multiply(HALF);
    int power = magnitude(Math.max(Math.abs(low), Math.abs(high))) + 1;
    int finest = magnitude(Math.ulp(high)) - 1;
    for (; power >= finest; power--) {
      BigDecimal below =
          middle.scaleByPowerOfTen(-power).setScale(0, RoundingMode.FLOOR).scaleByPowerOfTen(power);
      BigDecimal above = below.add(BigDecimal.ONE.scaleByPowerOfTen(power));
      boolean belowFits = fits(below, low, high);
      if (belowFits || fits(above, low, high)) {
        boolean nearer = middle.subtract(below).compareTo(above.subtract(middle)) < 0;
        BigDecimal chosen = belowFits && (nearer || !fits(above, low, high)) ? below : above;
        return chosen.doubleValue();
      }
    }
    return high;
  }

  /** Returns a number rounded half up to so many decimals, negative for tens and hundreds. */
  static double rounded(double value, int digits) {
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).doubleValue() + 0.0;
  }

  private static boolean fits(BigDecimal number, double low, double high) {
    double value = number.doubleValue();
    return value > low && value <= high;
  }

  /** Returns the power of ten of the leading digit of a positive number. */
  private static int magnitude(double value) {
    BigDecimal leading = new BigDecimal(value, new MathContext(1, RoundingMode.DOWN));
    return leading.precision() - leading.scale() - 1;
  }
}
