package io.probity.application;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The values of an economic indicator by month, as fractions. Immutable. */
public final class MacroIndicator {

  private static final MacroIndicator UNKNOWN = new MacroIndicator(Map.of());

  private final NavigableMap<YearMonth, Double> byMonth;
  private final int[] months;
  private final double[] values;

  private MacroIndicator(Map<YearMonth, Double> byMonth) {
    this.byMonth = Collections.unmodifiableNavigableMap(new TreeMap<>(byMonth));
    this.months = this.byMonth.keySet().stream().mapToInt(DayNumbers::month).toArray();
    this.values =
        this.byMonth.values().stream().mapToDouble(value -> value + 0.0).toArray();
  }

  /** Returns an indicator of which nothing is known. */
  public static MacroIndicator unknown() {
    return UNKNOWN;
  }

  /** Returns an indicator by month. */
  public static MacroIndicator of(Map<YearMonth, Double> byMonth) {
    return byMonth.isEmpty() ? UNKNOWN : new MacroIndicator(byMonth);
  }

  /** Returns the values by month, in order. */
  public Map<YearMonth, Double> byMonth() {
    return byMonth;
  }

  /** Returns the number of months. */
  public int size() {
    return months.length;
  }

  /** Returns the month at a position, as {@link DayNumbers} numbers it; positions are in order. */
  public int month(int at) {
    return months[at];
  }

  /** Returns the value at a position. */
  public double value(int at) {
    return values[at];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MacroIndicator indicator && byMonth.equals(indicator.byMonth);
  }

  @Override
  public int hashCode() {
    return byMonth.hashCode();
  }

  @Override
  public String toString() {
    return byMonth.toString();
  }
}
