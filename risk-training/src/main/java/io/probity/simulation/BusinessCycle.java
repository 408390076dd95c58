package io.probity.simulation;

import io.probity.preparation.MacroSeries;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The economy: calm, then a downturn that starts after 45% of the months of applications, is deepest
 * half a year later, and fades over two years. Values of a month are published on the first day of the
 * second month after it.
 *
 * <p>With x the months since the downturn began, its depth is {@code (x/6) exp(1 - x/6)}, which is 1 at
 * its deepest. Unemployment is 4.5% plus 5 points at the deepest, growth 2% less 5 points, the policy
 * rate 3% less 2 points.
 */
final class BusinessCycle {

  private static final int BEFORE = 30;
  private static final double START_SHARE = 0.45;
  private static final double MONTHS_TO_DEEPEST = 6.0;
  private static final double CALM_UNEMPLOYMENT = 0.045;
  private static final double ADDED_UNEMPLOYMENT = 0.05;
  private static final double NOISE = 0.0008;
  private static final long STREAM = -1;
  private static final double PRECISION = 10_000.0;

  private final YearMonth first;
  private final double[] unemployment;
  private final MacroSeries series;

  private BusinessCycle(YearMonth first, double[] unemployment, MacroSeries series) {
    this.first = first;
    this.unemployment = unemployment;
    this.series = series;
  }

  static BusinessCycle of(SimulationPlan plan) {
    Draws draws = Draws.of(plan.seed(), STREAM);
    YearMonth first = plan.firstMonth().minusMonths(BEFORE);
    int months = BEFORE + plan.months() + plan.observedMonths();
    double start = BEFORE + START_SHARE * plan.months();
    double[] unemployment = new double[months];
    List<MacroSeries.Month> published = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      double x = StrictMath.max(0.0, i - start) / MONTHS_TO_DEEPEST;
      double depth = x * StrictMath.exp(1.0 - x);
      unemployment[i] = rounded(
          CALM_UNEMPLOYMENT + ADDED_UNEMPLOYMENT * depth + NOISE * draws.between(-1.0, 1.0));
      YearMonth month = first.plusMonths(i);
      published.add(new MacroSeries.Month(
          month,
          publication(month),
          unemployment[i],
          rounded(0.02 - 0.05 * depth + 2.0 * NOISE * draws.between(-1.0, 1.0)),
          rounded(0.03 - 0.02 * depth)));
    }
    return new BusinessCycle(first, unemployment, MacroSeries.of(published));
  }

  MacroSeries series() {
    return series;
  }

  /** Returns the unemployment of a month of the simulated time; earlier months are like the first. */
  double unemployment(YearMonth month) {
    long at =
        (month.getYear() - first.getYear()) * 12L + month.getMonthValue() - first.getMonthValue();
    int last = unemployment.length - 1;
    return unemployment[(int) StrictMath.max(0, StrictMath.min(last, at))];
  }

  private static LocalDate publication(YearMonth month) {
    return month.plusMonths(2).atDay(1);
  }

  private static double rounded(double rate) {
    return StrictMath.rint(rate * PRECISION) / PRECISION;
  }
}
