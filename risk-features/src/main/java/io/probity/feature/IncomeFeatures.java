package io.probity.feature;

import java.util.List;
import java.util.stream.Stream;

/** The features of income and its stability. */
final class IncomeFeatures {

  private static final String HALF = "fewer than half of the window's months were observed";
  private static final String TOTALS =
      " of the monthly totals of eligible payments over the complete observed months of the window.";
  private static final String GAP =
      "Number of complete observed months of the window without an eligible payment above 0.";

  private IncomeFeatures() {}

  static List<Definition> all() {
    return Stream.of(means(), variation(), gaps(), sources(), base())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Definition> means() {
    return List.of(
        mean(3, IncomeMeasures.MEAN_3),
        mean(6, IncomeMeasures.MEAN_6),
        mean(12, IncomeMeasures.MEAN_12),
        mean(24, IncomeMeasures.MEAN_24));
  }

  private static Definition mean(int months, int figure) {
    return number("income_mean_" + months + "m", "Mean" + TOTALS)
        .unit("amount a month")
        .window(months + " months")
        .falls()
        .actionable()
        .missing(HALF)
        .by(CatalogRun::income, figure);
  }

  private static List<Definition> variation() {
    String deviation = "Sample standard deviation (divided by n - 1) over mean" + TOTALS;
    return List.of(
        stability("income_cv_6m", deviation, StabilityMeasures.VARIATION_6)
            .window("6 months")
            .noIncome()
            .rises(),
        stability("income_cv_12m", deviation, StabilityMeasures.VARIATION)
            .noIncome()
            .rises(),
        stability(
                "income_semideviation_12m",
                "Square root of the sum of min(0, x - mean)^2 / n" + TOTALS,
                StabilityMeasures.SEMI_DEVIATION)
            .unit("amount a month")
            .rises(),
        stability(
                "income_downside_12m",
                "The feature income_semideviation_12m over the mean" + TOTALS,
                StabilityMeasures.DOWNSIDE)
            .noIncome()
            .rises(),
        stability(
                "income_trend_12m",
                "Ordinary least squares slope over the month index, over the mean" + TOTALS,
                StabilityMeasures.TREND)
            .unit("share of the mean a month")
            .anyNumber()
            .noIncome()
            .falls(),
        stability(
                "income_trend_robust_12m",
                "Theil-Sen slope, the median of the slopes of all pairs of months, over the mean"
                    + TOTALS,
                StabilityMeasures.ROBUST_TREND)
            .unit("share of the mean a month")
            .anyNumber()
            .noIncome()
            .falls(),
        stability(
                "income_min_to_mean_12m",
                "Minimum over mean" + TOTALS,
                StabilityMeasures.MIN_TO_MEAN)
            .noIncome()
            .falls(),
        stability(
                "income_lower_quartile_12m",
                "Lower quartile (linear interpolation at position (n - 1) / 4)" + TOTALS,
                StabilityMeasures.LOWER_QUARTILE)
            .unit("amount a month")
            .falls());
  }

  private static List<Definition> gaps() {
    return List.of(
        stability("income_zero_months_6m", GAP, StabilityMeasures.ZERO_MONTHS_6)
            .window("6 months")
            .unit("months")
            .rises(),
        stability("income_zero_months_12m", GAP, StabilityMeasures.ZERO_MONTHS)
            .unit("months")
            .rises(),
        stability(
                "income_longest_gap_12m",
                "Longest run of complete observed months of the window without an eligible payment"
                    + " above 0.",
                StabilityMeasures.LONGEST_GAP)
            .unit("months")
            .rises(),
        number(
                "months_since_last_income",
                "Whole calendar months from the last known eligible payment above 0 to the day of"
                    + " the application.")
            .unit("months")
            .window("all")
            .rises()
            .missing("no day was observed")
            .none("no eligible payment is known")
            .by(CatalogRun::income, IncomeMeasures.MONTHS_SINCE_LAST),
        number("income_months_observed", "Number of complete observed months in the window.")
            .unit("months")
            .window("24 months")
            .falls()
            .by(CatalogRun::income, IncomeMeasures.MONTHS_OBSERVED));
  }

  private static List<Definition> sources() {
    return List.of(
        source(
                "income_sources_12m",
                "Number of sources of eligible payments above 0 in the complete observed months of"
                    + " the window.",
                IncomeMeasures.SOURCES)
            .unit("sources"),
        source(
                "income_source_concentration_12m",
                "Herfindahl index: sum over sources of their squared shares of all eligible payments"
                    + " in the complete observed months of the window.",
                IncomeMeasures.CONCENTRATION)
            .noIncome(),
        source(
                "income_main_source_share_12m",
                "Share of the source that paid most in all eligible payments in the complete"
                    + " observed months of the window.",
                IncomeMeasures.MAIN_SOURCE_SHARE)
            .noIncome());
  }

  private static List<Definition> base() {
    return List.of(
        number(
                "income_base",
                "Base income B: with at least 3 verified months among the last 6 complete observed"
                    + " months of the last 24, the mean of their totals of eligible payments, zeros"
                    + " included; otherwise the smaller of the stated monthly income and that mean,"
                    + " or the one that is known, times the stated share of the settings.")
            .unit("amount a month")
            .window("last 6 complete observed months")
            .falls()
            .actionable()
            .missing("no month was observed and no income stated")
            .by(CatalogRun::income, IncomeMeasures.BASE_INCOME),
        number(
                "income_verified_months",
                "Number of the last 6 complete observed months of the last 24 in a history whose"
                    + " evidence is VERIFIED, 0 in any other.")
            .unit("months")
            .window("last 6 complete observed months")
            .falls()
            .actionable()
            .by(CatalogRun::income, IncomeMeasures.VERIFIED_MONTHS),
        number("income_stated", "The stated income of a month.")
            .unit("amount a month")
            .missing("none is stated")
            .by(CatalogRun::income, IncomeMeasures.STATED));
  }

  private static Definition stability(String id, String sentence, int figure) {
    return number(id, sentence).window("12 months").missing(HALF).by(CatalogRun::stability, figure);
  }

  private static Definition source(String id, String sentence, int figure) {
    return number(id, sentence).window("12 months").missing(HALF).by(CatalogRun::income, figure);
  }

  private static Definition number(String id, String sentence) {
    return Definition.number(id, FeatureGroup.INCOME, sentence).needsIncome();
  }
}
