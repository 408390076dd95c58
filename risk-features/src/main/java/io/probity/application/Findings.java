package io.probity.application;

import io.probity.input.Violation;
import io.probity.input.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the parts of an application, leaving out places that broke before. */
final class Findings {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private final Violations violations;
  private final Set<String> broken;

  Findings(Violations violations, Set<String> broken) {
    this.violations = violations;
    this.broken = broken;
  }

  void add(String place, String rule, Object received) {
    add(place, rule, received, "");
  }

  void add(String place, String rule, @Nullable Object received, String remedy) {
    if (!broken.contains(place)) {
      violations.add(
          new Violation(place, rule, received == null ? "" : received.toString(), remedy));
    }
  }

  void text(String place, @Nullable String value) {
    if (value != null && value.isBlank()) {
      add(place, "must not be blank", "\"" + value + "\"");
    }
  }

  void amount(String place, @Nullable BigDecimal amount) {
    if (amount == null || MoneyUnits.fits(amount)) {
      return;
    }
    if (amount.signum() < 0) {
      add(place, "an amount must be at least 0", amount);
    } else if (amount.compareTo(MoneyUnits.LARGEST) > 0) {
      add(place, "an amount must be at most " + MoneyUnits.LARGEST, "a larger one");
    } else {
      add(place, "an amount must have at most four decimals", amount, "round it");
    }
  }

  void sum(String place, BigDecimal sum) {
    if (sum.compareTo(MoneyUnits.LARGEST_SUM) > 0) {
      add(place, "all amounts together must be at most " + MoneyUnits.LARGEST_SUM, sum);
    }
  }

  void whole(String place, @Nullable Integer value, int low, int high) {
    if (value != null && !(value >= low && value <= high)) {
      add(place, "must be from " + low + " to " + high, value);
    }
  }

  /** Checks a rate or share; NaN is unknown and passes. */
  void fraction(String place, double value, double low, double high) {
    if (!Double.isNaN(value) && !(value >= low && value <= high)) {
      add(place, "must be a fraction from " + low + " to " + high, value);
    }
  }

  /** Returns whether the day is given and lies in the years that are taken. */
  boolean day(String place, @Nullable LocalDate day) {
    return day != null && year(place, day.getYear(), day);
  }

  void month(String place, YearMonth month) {
    year(place, month.getYear(), month);
  }

  private boolean year(String place, int year, Object received) {
    if (year >= FIRST_YEAR && year <= LAST_YEAR) {
      return true;
    }
    add(place, "must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR, received);
    return false;
  }
}
