package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationRegressionTest {

  private static RankedOutcomes twoGrades(double lowPd, double highPd) {
    // 20 records with 4 bads, and 20 with 10
    double[] pd = new double[40];
    int[] target = new int[40];
    for (int row = 0; row < 40; row++) {
      pd[row] = row < 20 ? lowPd : highPd;
      target[row] = row < 4 || (row >= 20 && row < 30) ? 1 : 0;
    }
    return RankedOutcomes.of(pd, target);
  }

  @Test
  void of_twoPds_matchesHandCalculation() {
    // two points are fitted exactly: bad rates 1/5 and 1/2 have log-odds -ln 4 and 0;
    // PDs 1/10 and 1/2 have -ln 9 and 0, so the slope is ln 4 / ln 9 and the intercept 0
    CalibrationRegression fit = CalibrationRegression.of(twoGrades(0.1, 0.5));

    assertThat(fit.slope().value()).isCloseTo(Math.log(4) / Math.log(9), within(1e-13));
    assertThat(fit.intercept().value()).isCloseTo(0.0, within(1e-13));
    // information 20 x 0.25 at log-odds 0 is that of the intercept alone; at -ln 9 20 x 0.16
    assertThat(fit.intercept().standardError()).isCloseTo(Math.sqrt(1 / 5.0), within(1e-13));
    assertThat(fit.slope().standardError())
        .isCloseTo(Math.sqrt(1 / 5.0 + 1 / 3.2) / Math.log(9), within(1e-13));
  }

  @Test
  void of_rightPds_hasSlopeOneAndInterceptsZero() {
    CalibrationRegression fit = CalibrationRegression.of(twoGrades(0.2, 0.5));

    assertThat(fit.slope().value()).isCloseTo(1.0, within(1e-13));
    assertThat(fit.interceptInTheLarge().value()).isCloseTo(0.0, within(1e-13));
    assertThat(fit.likelihoodRatio().statistic()).isCloseTo(0.0, within(1e-12));
    assertThat(fit.slope().interval(0.95).contains(1.0)).isTrue();
    assertThat(fit.slope().test(1.0).pValue()).isCloseTo(1.0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.001,0.002", "0.98,0.999", "1e-9,0.999999999", "0.4999,0.5001"})
  void of_pdsFarOff_stillFitsTheBadRates(double lowPd, double highPd) {
    CalibrationRegression fit = CalibrationRegression.of(twoGrades(lowPd, highPd));
    double low = Math.log(lowPd) - Math.log1p(-lowPd);
    double high = Math.log(highPd) - Math.log1p(-highPd);

    assertThat(fit.intercept().value() + fit.slope().value() * low)
        .isCloseTo(-Math.log(4), within(1e-10));
    assertThat(fit.intercept().value() + fit.slope().value() * high).isCloseTo(0.0, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void of_fitsTheFirstOrderConditions(long seed) {
    RankedOutcomes outcomes = RandomOutcomes.of(seed, 300).weighted();
    CalibrationRegression fit = CalibrationRegression.of(outcomes);
    double surplus = 0;
    double tilted = 0;
    double inTheLarge = 0;
    for (int group = 0; group < outcomes.groups(); group++) {
      double pd = outcomes.score(group);
      double x = Math.log(pd / (1 - pd));
      double p = 1 / (1 + Math.exp(-fit.intercept().value() - fit.slope().value() * x));
      double q = 1 / (1 + Math.exp(-fit.interceptInTheLarge().value() - x));
      surplus += outcomes.bads(group) - outcomes.weight(group) * p;
      tilted += x * (outcomes.bads(group) - outcomes.weight(group) * p);
      inTheLarge += outcomes.bads(group) - outcomes.weight(group) * q;
    }

    assertThat(surplus).isCloseTo(0.0, within(1e-10));
    assertThat(tilted).isCloseTo(0.0, within(1e-10));
    assertThat(inTheLarge).isCloseTo(0.0, within(1e-10));
  }

  @Test
  void of_pdZeroOrOne_asksToClip() {
    RankedOutcomes outcomes =
        RankedOutcomes.of(new double[] {0, 0.2, 0.3, 0.4}, new int[] {0, 1, 0, 1});

    assertThatThrownBy(() -> CalibrationRegression.of(outcomes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("calibration slope needs PDs above 0 and below 1, not 0.0; clip them first");
  }

  @Test
  void of_separatedOrEqualPds_saysWhy() {
    RankedOutcomes separated =
        RankedOutcomes.of(new double[] {0.1, 0.2, 0.2, 0.4}, new int[] {0, 0, 1, 1});
    RankedOutcomes equal = RankedOutcomes.of(new double[] {0.2, 0.2}, new int[] {0, 1});
    RankedOutcomes goods = RankedOutcomes.of(new double[] {0.2, 0.3}, new int[] {0, 0});

    assertThatThrownBy(() -> CalibrationRegression.of(separated))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("separate goods and bads completely");
    assertThatThrownBy(() -> CalibrationRegression.of(equal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("calibration slope needs PDs that differ, but all are 0.2");
    assertThatThrownBy(() -> CalibrationRegression.of(goods))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("calibration slope needs goods and bads, but there are no bads");
  }
}
