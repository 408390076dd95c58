package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Binomial tests, grades and bounds. */
class BacktestTest {

  @Test
  void binomialTest_matchesHandCalculation() {
    // 2 of 3 at one half: P(X >= 2) = 4/8, P(X <= 2) = 7/8, P(X = 2) = 3/8; 1 is as likely
    BinomialTest test = new BinomialTest(2, 3, 0.5);

    assertThat(test.pValue()).isCloseTo(0.5, within(1e-15));
    assertThat(test.probabilityOfAtMost()).isCloseTo(0.875, within(1e-15));
    assertThat(test.midPValue()).isCloseTo(0.5 - 3.0 / 16.0, within(1e-15));
    assertThat(test.twoSidedPValue()).isCloseTo(1.0, within(1e-15));
    assertThat(new BinomialTest(3, 3, 0.5).twoSidedPValue()).isCloseTo(0.25, within(1e-15));
    assertThat(test.criticalDefaults(0.8)).isEqualTo(3); // P(X >= 3) = 1/8
    assertThat(test.criticalDefaults(0.95)).isEqualTo(4); // not even 3 of 3 is rejected
  }

  @ParameterizedTest
  @CsvSource({"0,50,0.02", "3,50,0.02", "50,50,0.9", "12,40,0.31", "200,4000,0.04"})
  void binomialTest_tails_overlapInTheObservedNumber(int defaults, int obligors, double pd) {
    BinomialTest test = new BinomialTest(defaults, obligors, pd);
    double exactly = 2 * (test.pValue() - test.midPValue());

    assertThat(test.pValue() + test.probabilityOfAtMost() - exactly).isCloseTo(1.0, within(1e-12));
    assertThat(test.twoSidedPValue())
        .isGreaterThanOrEqualTo(Math.min(test.pValue(), test.probabilityOfAtMost()) * (1 - 1e-9));
  }

  @Test
  void binomialTest_certainPds_areDefined() {
    assertThat(new BinomialTest(0, 10, 0.0).pValue()).isEqualTo(1.0);
    assertThat(new BinomialTest(1, 10, 0.0).pValue()).isEqualTo(0.0);
    assertThat(new BinomialTest(1, 10, 0.0).twoSidedPValue()).isEqualTo(0.0);
    assertThat(new BinomialTest(10, 10, 1.0).twoSidedPValue()).isEqualTo(1.0);
    assertThat(new BinomialTest(9, 10, 1.0).probabilityOfAtMost()).isEqualTo(0.0);
    assertThat(new BinomialTest(1, 10, 0.0).trafficLight()).isEqualTo(TrafficLight.RED);
    assertThat(new BinomialTest(1, 10, 0.0).jeffreysPValue()).isEqualTo(0.0);
    assertThatThrownBy(() -> new BinomialTest(1, 10, 0.0).normalApproximation())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a PD above 0 and below 1");
  }

  @Test
  void binomialTest_aMillionObligors_isQuick() {
    BinomialTest test = new BinomialTest(20_300, 1_000_000, 0.02);

    assertThat(test.pValue()).isCloseTo(test.normalApproximation().pValue(), within(1e-3));
    assertThat(test.twoSidedPValue()).isCloseTo(2 * test.pValue(), within(1e-2));
    assertThat(test.criticalDefaults(0.95)).isBetween(20_200, 20_260);
  }

  @ParameterizedTest
  @CsvSource({"-1,5,0.1", "6,5,0.1", "0,0,0.1", "1,5,NaN", "1,5,1.1", "1,2000000000,0.1"})
  void binomialTest_outOfRange_isRefused(int defaults, int obligors, double pd) {
    assertThatThrownBy(() -> new BinomialTest(defaults, obligors, pd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a backtest needs 1 to 1e9 obligors");
  }

  @ParameterizedTest
  @CsvSource({"0,GREEN", "0.9499,GREEN", "0.95,YELLOW", "0.99989,YELLOW", "0.9999,RED", "1,RED"})
  void trafficLight_bounds_belongToTheWorseZone(double probability, TrafficLight zone) {
    assertThat(TrafficLight.ofProbability(probability)).isEqualTo(zone);
  }

  @Test
  void trafficLight_notAProbability_isRefused() {
    assertThatThrownBy(() -> TrafficLight.ofProbability(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final GradeBacktest TWO_GRADES = GradeBacktest.of(
      List.of(new GradeOutcome("A", 0.1, 10, 2), new GradeOutcome("B", 0.2, 30, 3)));

  @Test
  void gradeBacktest_matchesHandCalculation() {
    // A: 2 against 1, variance 0.9; B: 3 against 6, variance 4.8
    assertThat(TWO_GRADES.hosmerLemeshow().statistic()).isCloseTo(1 / 0.9 + 9 / 4.8, within(1e-14));
    // (1 x 0.8 - 3 x 0.6) / root(0.64 x 0.9 + 0.36 x 4.8)
    assertThat(TWO_GRADES.spiegelhalter().statistic())
        .isCloseTo(-1.0 / Math.sqrt(0.576 + 1.728), within(1e-14));
    assertThat(TWO_GRADES.averagePd()).isCloseTo(7.0 / 40.0, within(1e-15));
    assertThat(TWO_GRADES.orderViolations()).isEqualTo(1);
    assertThat(TWO_GRADES.herfindahl()).isCloseTo(0.625, within(1e-15));
    assertThat(TWO_GRADES.normalisedHerfindahl()).isCloseTo(0.25, within(1e-15));
    assertThat(TWO_GRADES.grades()).hasSize(2);
  }

  @Test
  void mostPrudentPds_poolEachGradeWithTheRiskierOnes() {
    double[] bounds = TWO_GRADES.mostPrudentPds(0.9);

    assertThat(bounds).containsExactly(PdBounds.upper(5, 40, 0.9), PdBounds.upper(3, 30, 0.9));
  }

  @Test
  void mostPrudentPds_withoutDefaults_riseWithTheGrades() {
    // Pluto and Tasche: no default, bound 1 - (1 - confidence)^(1 / pooled obligors)
    double[] bounds = GradeBacktest.of(List.of(
            new GradeOutcome("A", 0.01, 100, 0),
            new GradeOutcome("B", 0.02, 400, 0),
            new GradeOutcome("C", 0.05, 300, 0)))
        .mostPrudentPds(0.9);

    assertThat(bounds[0]).isCloseTo(1 - Math.pow(0.1, 1 / 800.0), within(1e-14));
    assertThat(bounds[1]).isCloseTo(1 - Math.pow(0.1, 1 / 700.0), within(1e-14));
    assertThat(bounds[2]).isCloseTo(1 - Math.pow(0.1, 1 / 300.0), within(1e-14));
  }

  @Test
  void gradeBacktest_badInput_isRefused() {
    GradeOutcome huge = new GradeOutcome("A", 0.1, 800_000_000, 0);

    assertThatThrownBy(() -> GradeBacktest.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a backtest needs at least one grade");
    assertThatThrownBy(() -> new GradeOutcome("E", 0.1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("grade E needs");
    assertThatThrownBy(() -> GradeBacktest.of(List.of(huge, huge)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a backtest takes up to 1e9 obligors, not 1600000000");
    assertThatThrownBy(() -> GradeBacktest.of(List.of(huge)).normalisedHerfindahl())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void upper_everybodyDefaulted_isOne() {
    assertThat(PdBounds.upper(5, 5, 0.9)).isEqualTo(1.0);
  }

  @Test
  void criticalRate_withoutCorrelation_isThePd() {
    assertThat(PdBounds.criticalRate(0.03, 0.0, 0.999)).isCloseTo(0.03, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 1.0, -0.5, 95.0, Double.NaN})
  void bounds_confidenceOutOfRange_isRefused(double confidence) {
    assertThatThrownBy(() -> PdBounds.upper(1, 10, confidence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a confidence must be above 0 and below 1, not " + confidence);
    assertThatThrownBy(() -> PdBounds.criticalRate(0.1, 0.1, confidence))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BinomialTest(1, 10, 0.1).criticalDefaults(confidence))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bounds_outOfRange_areRefused() {
    assertThatThrownBy(() -> PdBounds.upper(11, 10, 0.9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PdBounds.criticalRate(0.0, 0.1, 0.9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PdBounds.criticalRate(0.1, 1.0, 0.9))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
