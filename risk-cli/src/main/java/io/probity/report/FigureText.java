package io.probity.report;

import io.probity.metrics.Interval;
import io.probity.validation.Figure;
import java.util.Locale;
import java.util.OptionalDouble;

/** A figure of a validation in the cells of a table. What is not defined is a dash. */
public final class FigureText {

  private static final int DIGITS = 4;
  private static final int FEW_DIGITS = 2;
  private static final String NONE = "-";
  private static final double LEAST_P = 0.0001;
  private static final double LARGE = 100.0;

  private FigureText() {}

  public static String value(Figure figure) {
    OptionalDouble value = figure.known();
    return value.isPresent() ? number(value.getAsDouble()) : NONE;
  }

  public static String percent(Figure figure) {
    OptionalDouble value = figure.known();
    return value.isPresent() ? Figures.percent(value.getAsDouble()) : NONE;
  }

  public static String interval(Figure figure) {
    return figure instanceof Figure.Known known && known.interval().isPresent()
        ? Figures.interval(known.interval().get(), DIGITS)
        : "";
  }

  /** Returns the interval to few digits, for tables with many columns. */
  public static String shortInterval(Figure figure) {
    return figure instanceof Figure.Known known && known.interval().isPresent()
        ? Figures.interval(known.interval().get(), FEW_DIGITS)
        : "";
  }

  public static String percents(Interval interval) {
    return Figures.percent(interval.low()) + " to " + Figures.percent(interval.high());
  }

  public static String pValue(Figure figure) {
    return figure instanceof Figure.Known known && known.pValue().isPresent()
        ? pValue(known.pValue().getAsDouble())
        : "";
  }

  public static String pValue(double p) {
    return p < LEAST_P ? "<0.0001" : Figures.decimals(p, DIGITS);
  }

  /** Returns how the interval was made and what else must be known, or why there is no figure. */
  public static String note(Figure figure) {
    if (figure instanceof Figure.Undefined undefined) {
      return undefined.reason();
    }
    Figure.Known known = (Figure.Known) figure;
    String method =
        known.method().map(how -> how.name().toLowerCase(Locale.ROOT)).orElse("");
    return method + (method.isEmpty() || known.note().isEmpty() ? "" : "; ") + known.note();
  }

  private static String number(double value) {
    return Math.abs(value) >= LARGE ? Figures.count(value) : Figures.decimals(value, DIGITS);
  }
}
