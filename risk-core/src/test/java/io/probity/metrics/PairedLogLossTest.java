package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedLogLossTest {

  @Test
  void difference_matchesHandCalculation() {
    // bad: ln 2 against ln 4; good: ln 2 against ln 4/3: differences -ln 2 and ln 3/2
    Estimate difference = PairedLogLoss.difference(
        new double[] {0.5, 0.5}, new double[] {0.25, 0.25}, new int[] {1, 0});
    double first = -Math.log(2);
    double second = Math.log(1.5);

    assertThat(difference.value()).isCloseTo((first + second) / 2, within(1e-15));
    assertThat(difference.standardError()).isCloseTo(Math.abs(first - second) / 2, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void difference_isThatOfTheTwoLogLosses(long seed) {
    RandomOutcomes one = RandomOutcomes.of(seed, 200);
    double[] other = RandomOutcomes.of(seed + 50, 200).score();

    assertThat(PairedLogLoss.difference(one.score(), other, one.target()).value())
        .isCloseTo(
            LogLoss.of(one.ranked()).value()
                - LogLoss.of(RankedOutcomes.of(other, one.target())).value(),
            within(1e-14));
  }

  @Test
  void difference_samePds_isZeroWithoutError() {
    RandomOutcomes data = RandomOutcomes.of(1, 50);
    Estimate difference = PairedLogLoss.difference(data.score(), data.score(), data.target());

    assertThat(difference).isEqualTo(new Estimate(0.0, 0.0));
    assertThat(difference.test(0.0)).isEqualTo(new TestResult(0.0, 1.0));
    assertThat(difference.test(0.1).pValue()).isEqualTo(0.0);
  }

  @Test
  void difference_certainAndWrong_staysFinite() {
    assertThat(PairedLogLoss.difference(
                new double[] {0, 0.5}, new double[] {0.5, 0.5}, new int[] {1, 0})
            .value())
        .isCloseTo((-Math.log(1e-15) - Math.log(2)) / 2, within(1e-12));
    assertThat(PairedLogLoss.difference(
                new double[] {1, 0.5}, new double[] {0.5, 0.5}, new int[] {0, 0})
            .value())
        .isCloseTo((-Math.log(1e-15) - Math.log(2)) / 2, within(1e-3));
  }

  @Test
  void difference_badInput_isRefused() {
    double[] pds = {0.1, 0.2};
    assertThatThrownBy(() -> PairedLogLoss.difference(pds, new double[1], new int[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> PairedLogLoss.difference(new double[] {0.1}, new double[] {0.1}, new int[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> PairedLogLoss.difference(pds, new double[] {Double.NaN, 0}, new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a PD in [0, 1] and a target of 0 or 1 are needed, but row 0 has NaN and 0");
    assertThatThrownBy(() -> PairedLogLoss.difference(new double[] {0, 1.5}, pds, new int[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PairedLogLoss.difference(pds, pds, new int[] {0, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
