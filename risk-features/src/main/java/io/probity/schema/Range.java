package io.probity.schema;

/**
 * The valid values of a numeric field, both ends included.
 *
 * @param low the smallest valid value, or negative infinity for none
 * @param high the largest valid value, or positive infinity for none
 */
public record Range(double low, double high) {

  /** Checks that the ends are in order. */
  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("a range needs low <= high, not " + low + " and " + high);
    }
  }

  /** Returns whether the value lies in the range. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** Returns the range as a condition, such as {@code at least 0.0 and at most 1.0}. */
  public String describe() {
    if (low == Double.NEGATIVE_INFINITY) {
      return high == Double.POSITIVE_INFINITY ? "any number" : "at most " + high;
    }
    return high == Double.POSITIVE_INFINITY ? "at least " + low : "from " + low + " to " + high;
  }
}
