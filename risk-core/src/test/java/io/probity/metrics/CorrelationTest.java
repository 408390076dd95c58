package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pearson, Spearman and Kendall side by side: what holds for one and not for another. */
class CorrelationTest {

  private static final double[] RISING = {1, 2, 3, 4};

  @Test
  void correlations_matchHandCalculation() {
    double[] y = {1, 3, 2, 4}; // one of six pairs is discordant

    assertThat(Pearson.of(RISING, y).value()).isCloseTo(0.8, within(1e-15));
    assertThat(Spearman.of(RISING, y).value()).isCloseTo(0.8, within(1e-15));
    assertThat(Kendall.of(RISING, y).value()).isCloseTo(4.0 / 6.0, within(1e-15));
    // variance of the surplus without ties: n (n - 1)(2 n + 5) / 18 = 26 / 3
    assertThat(Kendall.of(RISING, y).z()).isCloseTo(4 / Math.sqrt(26.0 / 3.0), within(1e-15));
  }

  @Test
  void correlations_curvedLine_isPerfectForRanksOnly() {
    double[] cubes = {1, 8, 27, 64};

    assertThat(Pearson.of(RISING, cubes).value()).isLessThan(0.97);
    assertThat(Spearman.of(RISING, cubes).value()).isCloseTo(1.0, within(1e-15));
    assertThat(Kendall.of(RISING, cubes).value()).isEqualTo(1.0);
  }

  @Test
  void pearson_straightLine_isCertain() {
    double[] line = {2, 4, 6, 8};
    double[] falling = {8, 6, 4, 2};

    assertThat(Pearson.of(RISING, line).value()).isCloseTo(1.0, within(1e-15));
    assertThat(Pearson.of(RISING, falling).value()).isCloseTo(-1.0, within(1e-15));
    assertThat(new Pearson(1.0, 4).test()).isEqualTo(new TestResult(Double.POSITIVE_INFINITY, 0));
    assertThat(new Pearson(-1.0, 4).interval(0.95)).isEqualTo(new Interval(-1, -1));
  }

  @Test
  void pearson_hugeAndTinyValues_neitherOverflowNorVanish() {
    double[] huge = {1e300, 2e300, 4e300};
    double[] tiny = {1e-300, 2e-300, 4e-300};

    assertThat(Pearson.of(huge, tiny).value()).isCloseTo(1.0, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void kendall_equalsCountingAllPairs(long seed) {
    double[] x = RandomOutcomes.of(seed, 101).score();
    double[] y = RandomOutcomes.of(seed + 1, 101).weights();
    double surplus = 0;
    double untiedX = 0;
    double untiedY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        surplus += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
        untiedX += x[i] != x[j] ? 1 : 0;
        untiedY += y[i] != y[j] ? 1 : 0;
      }
    }

    assertThat(Kendall.of(x, y).value())
        .isCloseTo(surplus / Math.sqrt(untiedX * untiedY), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void correlations_oneColumnNegated_changeSign(long seed) {
    double[] x = RandomOutcomes.of(seed, 50).score();
    double[] y = RandomOutcomes.of(seed + 1, 50).score();
    double[] negated = Arrays.stream(y).map(value -> -value).toArray();

    assertThat(Pearson.of(x, negated).value()).isCloseTo(-Pearson.of(x, y).value(), within(1e-14));
    assertThat(Spearman.of(x, negated).value())
        .isCloseTo(-Spearman.of(x, y).value(), within(1e-14));
    assertThat(Kendall.of(x, negated).value()).isCloseTo(-Kendall.of(x, y).value(), within(1e-14));
    assertThat(Kendall.of(x, negated).z()).isCloseTo(-Kendall.of(x, y).z(), within(1e-13));
  }

  @Test
  void kendall_twoRows_isDefined() {
    assertThat(Kendall.of(new double[] {1, 2}, new double[] {5, 4})).isEqualTo(new Kendall(-1, -1));
  }

  @Test
  void correlations_constantColumn_isRefused() {
    double[] constant = {0.1, 0.1, 0.1, 0.1};

    assertThatThrownBy(() -> Pearson.of(RISING, constant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("correlation needs values that differ, but the second column is constant");
    assertThatThrownBy(() -> Spearman.of(constant, RISING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("correlation needs values that differ, but the first column is constant");
    assertThatThrownBy(() -> Kendall.of(RISING, constant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("correlation needs values that differ, but the second column is constant");
  }

  @Test
  void correlations_badInput_isRefused() {
    double[] three = {1, 2, 3};
    double[] withNaN = {1, Double.NaN, 3, 4};

    assertThatThrownBy(() -> Pearson.of(RISING, three))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Kendall.of(RISING, three))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pearson.of(new double[0], new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Kendall.of(new double[] {1}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pearson.of(RISING, withNaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the second column has NaN in row 1");
    assertThatThrownBy(() -> Spearman.of(withNaN, RISING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1 has NaN");
    assertThatThrownBy(() -> new Pearson(0.5, 2).test())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pearson(0.5, 3).interval(0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void matrix_withoutColumns_isRefused() {
    assertThatThrownBy(() -> CorrelationMatrix.pearson(new double[0][]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a correlation matrix needs at least one column");
    assertThatThrownBy(() -> CorrelationMatrix.spearman(new double[][] {RISING, {1, 1, 1, 1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("correlation needs values that differ, but column 1 is constant");
  }
}
