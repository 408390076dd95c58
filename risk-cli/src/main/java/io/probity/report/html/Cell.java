package io.probity.report.html;

import io.probity.metrics.Interval;
import io.probity.report.FigureText;
import io.probity.report.Figures;
import io.probity.validation.Figure;
import java.util.OptionalDouble;

/**
 * A cell of a table.
 *
 * @param words what it shows
 * @param order the number it is sorted by; empty for texts
 * @param tone a class of the page's style, such as {@code blank}; empty for none
 */
record Cell(Words words, String order, String tone) {

  static final Cell EMPTY = text("");

  static Cell of(Words words) {
    return new Cell(words, "", "");
  }

  static Cell text(String text) {
    return of(Words.text(text));
  }

  static Cell number(double value, String shown) {
    return Double.isFinite(value) ? new Cell(Words.text(shown), Double.toString(value), "") : EMPTY;
  }

  static Cell decimals(double value, int digits) {
    return number(value, Figures.decimals(value, digits));
  }

  static Cell percent(double fraction) {
    return number(fraction, Figures.percent(fraction));
  }

  static Cell count(double value) {
    return number(value, Figures.count(value));
  }

  static Cell figure(Figure figure) {
    return ordered(figure, FigureText.value(figure));
  }

  static Cell percent(Figure figure) {
    return ordered(figure, FigureText.percent(figure));
  }

  /** Returns an interval, which stays in one line. */
  static Cell interval(String text) {
    return text(text).toned("interval");
  }

  static Cell percents(Interval interval) {
    return interval(FigureText.percents(interval));
  }

  private static Cell ordered(Figure figure, String shown) {
    OptionalDouble known = figure.known();
    return known.isPresent() ? number(known.getAsDouble(), shown) : text(shown);
  }

  /** Returns this cell in another tone. */
  Cell toned(String other) {
    return new Cell(words, order, other);
  }
}
