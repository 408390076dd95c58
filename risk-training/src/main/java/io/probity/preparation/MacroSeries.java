package io.probity.preparation;

import io.probity.application.MacroContext;
import io.probity.application.MacroIndicator;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The economy by month, with the day on which each month's values were published, so that an
 * application is given only what was known before its day. Immutable.
 */
public final class MacroSeries {

  /** How many of the last published months an application is given. */
  public static final int MONTHS_KNOWN = 24;

  /** The columns of a file of the economy. */
  public static final List<String> COLUMNS =
      List.of("month", "published_on", "unemployment_rate", "gdp_growth", "policy_rate");

  private static final MacroSeries NONE = new MacroSeries(List.of());

  private final List<Month> months;
  private final List<MacroContext> known;

  /**
   * The values of a month. NaN means not known.
   *
   * @param month the month
   * @param publishedOn the day on which they were published
   * @param unemploymentRate the unemployed as a fraction of the labour force
   * @param gdpGrowth the growth of the gross domestic product over a year, as a fraction
   * @param policyRate the central bank's rate, as an annual fraction
   */
  public record Month(
      YearMonth month,
      LocalDate publishedOn,
      double unemploymentRate,
      double gdpGrowth,
      double policyRate) {}

  private MacroSeries(List<Month> ordered) {
    this.months = ordered;
    List<MacroContext> contexts = new ArrayList<>();
    contexts.add(MacroContext.unknown());
    for (int published = 1; published <= ordered.size(); published++) {
      contexts.add(
          context(ordered.subList(StrictMath.max(0, published - MONTHS_KNOWN), published)));
    }
    this.known = List.copyOf(contexts);
  }

  /** Returns an economy of which nothing is known. */
  public static MacroSeries none() {
    return NONE;
  }

  /**
   * Returns a series.
   *
   * @throws IllegalArgumentException if a month occurs twice, or a later month was published before an
   *     earlier one
   */
  public static MacroSeries of(List<Month> months) {
    List<Month> ordered = new ArrayList<>(months);
    ordered.sort(Comparator.comparing(Month::month));
    for (int i = 1; i < ordered.size(); i++) {
      Month before = ordered.get(i - 1);
      Month month = ordered.get(i);
      if (month.month().equals(before.month())) {
        throw new IllegalArgumentException("the month " + month.month() + " is given twice");
      }
      if (month.publishedOn().isBefore(before.publishedOn())) {
        throw new IllegalArgumentException("the month " + month.month() + " was published on "
            + month.publishedOn() + ", before the month " + before.month());
      }
    }
    return new MacroSeries(List.copyOf(ordered));
  }

  /** Returns the months in order. */
  public List<Month> months() {
    return months;
  }

  /** Returns the last {@value #MONTHS_KNOWN} months that were published before a day. */
  public MacroContext before(LocalDate asOf) {
    int low = 0;
    int high = months.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (months.get(middle).publishedOn().isBefore(asOf)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return known.get(low);
  }

  private static MacroContext context(List<Month> months) {
    Map<YearMonth, Double> unemployment = new TreeMap<>();
    Map<YearMonth, Double> growth = new TreeMap<>();
    Map<YearMonth, Double> rate = new TreeMap<>();
    for (Month month : months) {
      put(unemployment, month.month(), month.unemploymentRate());
      put(growth, month.month(), month.gdpGrowth());
      put(rate, month.month(), month.policyRate());
    }
    return new MacroContext(
        MacroIndicator.of(unemployment), MacroIndicator.of(growth), MacroIndicator.of(rate));
  }

  private static void put(Map<YearMonth, Double> values, YearMonth month, double value) {
    if (!Double.isNaN(value)) {
      values.put(month, value);
    }
  }
}
