package io.probity.training.logistic;

import static io.probity.training.logistic.Golden.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TailsTest {

  /** Tables of the normal law: 2 (1 - Phi(z)). */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 0.31731050786291410",
    "1.959963984540054, 0.05",
    "5, 5.7330314375838765e-7",
    "10, 1.5239706048321052e-23",
    "20, 5.5072482372124674e-89"
  })
  void twoSidedNormal_tables_agree(double z, double p) {
    assertRelative(Tails.twoSidedNormal(z), p, 1e-12);
    assertRelative(Tails.twoSidedNormal(-z), p, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 10, 100, 1000})
  void upperChiSquare_twoDegrees_isAnExponential(double x) {
    assertRelative(Tails.upperChiSquare(x, 2), Math.exp(-x / 2), 1e-12);
    // four degrees: (1 + x/2) exp(-x/2)
    assertRelative(Tails.upperChiSquare(x, 4), (1 + x / 2) * Math.exp(-x / 2), 1e-12);
  }

  @Test
  void upperChiSquare_nothingToTest_isOne() {
    assertThat(Tails.upperChiSquare(0, 3)).isEqualTo(1);
    assertThat(Tails.upperChiSquare(-1e-12, 3)).isEqualTo(1);
    assertThat(Tails.upperChiSquare(5, 0)).isEqualTo(1);
  }

  @Test
  void standardErrors_levels_agreeWithTables() {
    assertRelative(Tails.standardErrors(0.95), 1.959963984540054, 1e-14);
    assertRelative(Tails.standardErrors(0.99), 2.5758293035489004, 1e-14);
    assertRelative(Tails.standardErrors(0.6826894921370859), 1.0, 1e-14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, Double.NaN})
  void standardErrors_badLevel_isRefused(double level) {
    assertThatThrownBy(() -> Tails.standardErrors(level))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be in (0, 1), not " + level);
  }
}
