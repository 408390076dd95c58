package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small records that figures are returned in. */
class ValueTypesTest {

  @Test
  void interval_contains_countsBothEnds() {
    Interval interval = new Interval(0.2, 0.4);

    assertThat(interval.contains(0.2)).isTrue();
    assertThat(interval.contains(0.4)).isTrue();
    assertThat(interval.contains(0.41)).isFalse();
    assertThat(interval.contains(Double.NaN)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0.4,0.2", "NaN,1", "0,NaN"})
  void interval_endsOutOfOrder_areRefused(double low, double high) {
    assertThatThrownBy(() -> new Interval(low, high))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an interval needs low <= high, not " + low + " and " + high);
  }

  @ParameterizedTest
  @CsvSource({"NaN,0.5", "1,NaN", "1,-0.1", "1,1.1"})
  void testResult_outOfRange_isRefused(double statistic, double pValue) {
    assertThatThrownBy(() -> new TestResult(statistic, pValue))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void estimate_intervalAndTest_matchHandCalculation() {
    Estimate estimate = new Estimate(1.0, 0.5);

    assertThat(estimate.interval(0.95).low()).isCloseTo(1 - 0.5 * 1.959963984540054, within(1e-15));
    assertThat(estimate.test(0.0).statistic()).isEqualTo(2.0);
    assertThat(estimate.test(0.0).pValue()).isCloseTo(0.04550026389635842, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"NaN,1", "1,NaN", "1,-1", "Infinity,1", "1,Infinity"})
  void estimate_notFinite_isRefused(double value, double standardError) {
    assertThatThrownBy(() -> new Estimate(value, standardError))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"NaN,1,0.5", "1,0,0.5", "1,5,2"})
  void welchTest_outOfRange_isRefused(double statistic, double degrees, double pValue) {
    assertThatThrownBy(() -> new WelchTest(statistic, degrees, pValue))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
