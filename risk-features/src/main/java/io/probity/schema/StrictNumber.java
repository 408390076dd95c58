package io.probity.schema;

/**
 * Reads numbers written in decimal: an optional sign, digits with at most one point, an optional
 * exponent. Java's own parser also takes {@code NaN}, {@code Infinity}, {@code 1d} and hexadecimal,
 * which in a data file are mistakes.
 */
public final class StrictNumber {

  private StrictNumber() {}

  /**
   * Returns the double nearest to the decimal number.
   *
   * @return NaN if the text is no decimal number; an infinity if no double can hold it
   */
  public static double parse(String text) {
    return isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
  }

  private static boolean isDecimal(String text) {
    int n = text.length();
    int i = 0;
    if (i < n && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    int digits = 0;
    boolean point = false;
    for (; i < n; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return false;
    }
    return i == n || isExponent(text, i);
  }

  private static boolean isExponent(String text, int start) {
    int n = text.length();
    int i = start;
    if (text.charAt(i) != 'e' && text.charAt(i) != 'E') {
      return false;
    }
    i++;
    if (i < n && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    int digits = 0;
    while (i < n && isDigit(text.charAt(i))) {
      digits++;
      i++;
    }
    return digits > 0 && i == n;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
