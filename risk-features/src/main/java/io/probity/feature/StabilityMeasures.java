package io.probity.feature;

/** How steady an income is: statistics of the monthly totals of six and of twelve months. */
final class StabilityMeasures extends Measures {

  static final int VARIATION_6 = 0;
  static final int ZERO_MONTHS_6 = 1;
  static final int VARIATION = 2;
  static final int SEMI_DEVIATION = 3;
  static final int DOWNSIDE = 4;
  static final int TREND = 5;
  static final int ROBUST_TREND = 6;
  static final int MIN_TO_MEAN = 7;
  static final int LOWER_QUARTILE = 8;
  static final int ZERO_MONTHS = 9;
  static final int LONGEST_GAP = 10;

  private static final double QUARTER = 0.25;

  private final MonthlySeries series = new MonthlySeries();

  StabilityMeasures() {
    super(11);
  }

  @Override
  void measure(CatalogRun run) {
    IncomeMeasures income = run.income();
    income.ensure(run);
    income.fill(series, IncomeMeasures.BASE);
    set(VARIATION_6, perMean(series.coefficientOfVariation()));
    set(ZERO_MONTHS_6, known(series.zeroMonths()));
    income.fill(series, IncomeMeasures.STABILITY);
    set(VARIATION, perMean(series.coefficientOfVariation()));
    set(SEMI_DEVIATION, series.semiDeviation());
    set(DOWNSIDE, perMean(series.semiDeviation() / series.mean()));
    set(TREND, perMean(series.relativeSlope()));
    set(ROBUST_TREND, perMean(series.relativeTheilSenSlope()));
    set(MIN_TO_MEAN, perMean(series.minToMean()));
    set(LOWER_QUARTILE, series.quantile(QUARTER));
    set(ZERO_MONTHS, known(series.zeroMonths()));
    set(LONGEST_GAP, known(series.longestZeroRun()));
  }

  /** A figure that was divided by the mean is a special cell where that is 0. */
  private double perMean(double figure) {
    return series.mean() == 0.0 ? CatalogCode.NO_INCOME.cell() : figure;
  }

  private double known(int figure) {
    return series.size() == 0 ? Double.NaN : figure;
  }
}
