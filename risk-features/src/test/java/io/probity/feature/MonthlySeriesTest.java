package io.probity.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden: golden/13_income, by numpy, scipy and R. */
class MonthlySeriesTest {

  private static final double RELATIVE = 1e-10;

  private static JsonObject golden() {
    try (InputStream in =
        MonthlySeriesTest.class.getResourceAsStream("/golden/13_income/expected.json")) {
      return JsonObject.parse(in.readAllBytes(), "expected.json", JsonLimits.FILE)
          .object("expected");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void check(JsonObject expected, String key, double actual) {
    if (expected.value(key).isText()) {
      assertThat(actual).as(key).isNaN();
    } else {
      double figure = expected.number(key);
      assertThat(actual)
          .as(key)
          .isCloseTo(figure, within(RELATIVE * Math.max(1.0, Math.abs(figure))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "steady_salary",
        "growing_two_sources",
        "gig_with_gaps",
        "seasonal_24",
        "declining_to_zero",
        "all_zero"
      })
  void figures_goldenSeries_match(String name) {
    JsonObject expected = golden().object(name);
    MonthlySeries series = MonthlySeries.of(expected.numbers("monthly_total"));

    check(expected, "months", series.size());
    check(expected, "mean", series.mean());
    check(expected, "median", series.median());
    check(expected, "min", series.min());
    check(expected, "max", series.max());
    check(expected, "sd_sample", series.standardDeviation());
    check(expected, "cv", series.coefficientOfVariation());
    check(expected, "ols_slope_per_month", series.slope());
    check(expected, "ols_intercept_at_month0", series.intercept());
    check(expected, "ols_slope_relative_to_mean", series.relativeSlope());
    check(expected, "ols_r2", series.rSquared());
    check(expected, "theil_sen_slope", series.theilSenSlope());
    check(
        expected, "theil_sen_intercept_median_y_minus_slope_median_t", series.theilSenIntercept());
    check(expected, "longest_zero_run", series.longestZeroRun());
    check(expected, "zero_months", series.zeroMonths());
    check(expected, "zero_share", series.zeroMonths() / (double) series.size());
    check(expected, "mad_median_abs_dev_unscaled", series.medianAbsoluteDeviation());
    check(expected, "p10_type7", series.quantile(0.1));
    check(expected, "p25_type7", series.quantile(0.25));
    check(expected, "lag1_autocorrelation", series.lag1Autocorrelation());
    check(expected, "mann_kendall_S", series.mannKendall());
    check(expected, "last3_mean_over_overall_mean", series.meanOfLast(3) / series.mean());
  }

  @Test
  void semiDeviation_countsOnlyWhatLiesBelowTheMean() {
    // mean 2; below it only the 1s: sqrt((1 + 1) / 4)
    assertThat(MonthlySeries.of(1, 1, 3, 3).semiDeviation())
        .isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(MonthlySeries.of(5, 5, 5).semiDeviation()).isZero();
  }

  @Test
  void figures_tooFewMonths_areMissing() {
    MonthlySeries none = MonthlySeries.of();
    MonthlySeries one = MonthlySeries.of(7);

    assertThat(none.mean()).isNaN();
    assertThat(none.median()).isNaN();
    assertThat(none.min()).isNaN();
    assertThat(none.semiDeviation()).isNaN();
    assertThat(none.theilSenSlope()).isNaN();
    assertThat(one.mean()).isEqualTo(7);
    assertThat(one.standardDeviation()).isNaN();
    assertThat(one.slope()).isNaN();
    assertThat(one.theilSenSlope()).isNaN();
    assertThat(MonthlySeries.of(1, 2).lag1Autocorrelation()).isNaN();
  }

  @Test
  void of_tooManyOrInfiniteValues_isRefused() {
    assertThatThrownBy(() -> MonthlySeries.of(new double[25])).hasMessageContaining("at most 24");
    assertThatThrownBy(() -> MonthlySeries.of(1, Double.NaN)).hasMessageContaining("finite");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theilSenSlopeAndQuantiles_randomSeries_equalThoseOfSortedArrays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < 200; run++) {
      double[] totals =
          random.ints(2 + random.nextInt(23), 0, 6).mapToDouble(x -> x * 100.0).toArray();
      double[] slopes = new double[totals.length * (totals.length - 1) / 2];
      int pairs = 0;
      for (int i = 0; i < totals.length; i++) {
        for (int j = i + 1; j < totals.length; j++) {
          slopes[pairs++] = (totals[j] - totals[i]) / (j - i);
        }
      }
      Arrays.sort(slopes);
      double median = 0.5 * (slopes[(pairs - 1) / 2] + slopes[pairs / 2]);

      assertThat(MonthlySeries.of(totals).theilSenSlope()).isEqualTo(median + 0.0);
      Arrays.sort(totals);
      assertThat(MonthlySeries.of(totals).quantile(1.0)).isEqualTo(totals[totals.length - 1]);
    }
  }
}
