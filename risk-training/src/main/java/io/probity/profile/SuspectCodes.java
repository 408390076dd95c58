package io.probity.profile;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the numbers that people write where there is no number: -1 to -9, and runs of 7, 8 or 9 such
 * as 99, -999 or 8888. Keeps the range of the other numbers, since a code stands apart from them.
 */
final class SuspectCodes {

  private static final int LEAST_RECORDS = 3;
  private static final double LEAST_SHARE = 0.001;
  private static final int TIMES_BELOW = 10;
  private static final double LARGEST = 9_999_999_999.0;
  private static final int LEAST_DIGIT = 7;

  private final Map<Double, OutcomeCounts> counts = new TreeMap<>();
  private double least = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private long records;

  void add(double value, byte outcome) {
    records++;
    if (mayBeCode(value)) {
      counts.computeIfAbsent(value, code -> new OutcomeCounts()).add(outcome);
    } else {
      least = Math.min(least, value);
      largest = Math.max(largest, value);
    }
  }

  void addAll(SuspectCodes other) {
    other.counts.forEach((value, part) ->
        counts.computeIfAbsent(value, code -> new OutcomeCounts()).addAll(part));
    least = Math.min(least, other.least);
    largest = Math.max(largest, other.largest);
    records += other.records;
  }

  /**
   * Returns the numbers that look like codes: they lie outside the range of all numbers that cannot be
   * codes, below zero only where these do not or lie ten times nearer to it, and at least three
   * records and one in a thousand hold them.
   */
  Map<Double, OutcomeCounts> found() {
    Map<Double, OutcomeCounts> found = new TreeMap<>();
    counts.forEach((value, count) -> {
      boolean isBelow = value < least && (least >= 0 || value < TIMES_BELOW * least);
      boolean isApart = least <= largest && (value < 0 ? isBelow : value > largest);
      long total = count.total();
      if (isApart && total >= LEAST_RECORDS && total >= LEAST_SHARE * records) {
        found.put(value, count);
      }
    });
    return found;
  }

  /** Returns the least number that is not found to be a code; infinite if there is none. */
  double least() {
    Map<Double, OutcomeCounts> found = found();
    return counts.keySet().stream()
        .filter(value -> !found.containsKey(value))
        .reduce(least, Math::min);
  }

  /** Returns the largest number that is not found to be a code; infinite if there is none. */
  double largest() {
    Map<Double, OutcomeCounts> found = found();
    return counts.keySet().stream()
        .filter(value -> !found.containsKey(value))
        .reduce(largest, Math::max);
  }

  private static boolean mayBeCode(double value) {
    double size = Math.abs(value);
    if (!(size <= LARGEST) || size != StrictMath.rint(size)) {
      return false;
    }
    if (size < 10) {
      return value < 0;
    }
    long rest = (long) size;
    long digit = rest % 10;
    while (rest > 0 && rest % 10 == digit) {
      rest /= 10;
    }
    return rest == 0 && digit >= LEAST_DIGIT;
  }
}
