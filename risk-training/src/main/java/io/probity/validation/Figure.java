package io.probity.validation;

import io.probity.metrics.Estimate;
import io.probity.metrics.Interval;
import io.probity.metrics.TestResult;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of a validation: its value with what is known of its precision, or the reason why it is
 * not defined for these records. Never NaN and never infinite.
 */
public sealed interface Figure {

  /**
   * A figure that is defined.
   *
   * @param value finite
   * @param standardError of the value, where there is one; 0 or more
   * @param interval at the level of the settings, where there is one
   * @param method how the interval was made; there exactly where the interval is
   * @param pValue of the test that goes with the figure, where there is one, in [0, 1]
   * @param note what must be known to read it, such as a caution; empty for nothing
   */
  record Known(
      double value,
      OptionalDouble standardError,
      Optional<Interval> interval,
      Optional<IntervalMethod> method,
      OptionalDouble pValue,
      String note)
      implements Figure {

    /** Checks that all numbers are finite and in their ranges. */
    public Known {
      requireFinite(value);
      if (standardError.isPresent() && !(standardError.getAsDouble() >= 0)) {
        throw new IllegalArgumentException(
            "a standard error is at least 0, not " + standardError.getAsDouble());
      }
      standardError.ifPresent(Known::requireFinite);
      interval.ifPresent(ends -> {
        requireFinite(ends.low());
        requireFinite(ends.high());
      });
      if (interval.isPresent() != method.isPresent()) {
        throw new IllegalArgumentException("an interval must say how it was made");
      }
      if (pValue.isPresent() && !(pValue.getAsDouble() >= 0 && pValue.getAsDouble() <= 1)) {
        throw new IllegalArgumentException("a p-value is in [0, 1], not " + pValue.getAsDouble());
      }
      value += 0.0;
    }

    private static void requireFinite(double number) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("the figure is not finite: " + number);
      }
    }

    /** Returns this figure with an interval. */
    public Known within(Interval ends, IntervalMethod how) {
      return new Known(value, standardError, Optional.of(ends), Optional.of(how), pValue, note);
    }

    /** Returns this figure with a standard error. */
    public Known withStandardError(double error) {
      return new Known(value, OptionalDouble.of(error), interval, method, pValue, note);
    }

    /** Returns this figure with the p-value of a test. */
    public Known withPValue(double p) {
      return new Known(value, standardError, interval, method, OptionalDouble.of(p), note);
    }

    /** Returns this figure with a note. */
    public Known noting(String text) {
      return new Known(value, standardError, interval, method, pValue, text);
    }
  }

  /**
   * A figure that is not defined.
   *
   * @param reason why, in words
   */
  record Undefined(String reason) implements Figure {

    /** Checks that there is a reason. */
    public Undefined {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a figure that is not defined needs a reason");
      }
    }
  }

  /** Returns a figure of which nothing but the value is known. */
  static Known of(double value) {
    return new Known(
        value,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        "");
  }

  /** Returns an estimate with its normal interval. */
  static Known of(Estimate estimate, double level) {
    return of(estimate.value())
        .withStandardError(estimate.standardError())
        .within(estimate.interval(level), IntervalMethod.NORMAL);
  }

  /** Returns the statistic of a test with its p-value. */
  static Known of(TestResult test) {
    return of(test.statistic()).withPValue(test.pValue());
  }

  /** Returns whether the figure is defined. */
  default boolean isDefined() {
    return this instanceof Known;
  }

  /** Returns the value, where the figure is defined. */
  default OptionalDouble known() {
    return this instanceof Known known ? OptionalDouble.of(known.value()) : OptionalDouble.empty();
  }

  /**
   * Returns the figure with its value.
   *
   * @throws IllegalStateException if it is not defined, with the reason
   */
  default Known orThrow() {
    if (this instanceof Undefined undefined) {
      throw new IllegalStateException("the figure is not defined: " + undefined.reason());
    }
    return (Known) this;
  }
}
