package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Variance inflation and condition numbers. */
class CollinearityTest {

  private static final double[] X = {1, 2, 3, 4};
  private static final double[] Y = {1, 3, 2, 4}; // correlation 0.8

  @Test
  void varianceInflation_twoColumns_matchesHandCalculation() {
    assertThat(VarianceInflation.of(new double[][] {X, Y}))
        .containsExactly(new double[] {1 / 0.36, 1 / 0.36}, within(1e-13));
    assertThat(VarianceInflation.of(new double[][] {X})).containsExactly(1.0);
  }

  @Test
  void generalised_oneColumnATerm_equalsTheOrdinaryFactor() {
    double[][] columns = {X, Y, {1, 0, 0, 2}};
    double[] ordinary = VarianceInflation.of(columns);

    for (int i = 0; i < 3; i++) {
      assertThat(VarianceInflation.of(columns, new int[] {0, 1, 2}).get(i).value())
          .isCloseTo(ordinary[i], within(1e-12));
    }
    assertThat(VarianceInflation.of(columns, new int[] {0, 0, 0}).get(0))
        .isEqualTo(new VarianceInflation.Generalised(1.0, 3));
  }

  @Test
  void varianceInflation_redundantColumn_isNamed() {
    double[][] columns = {X, Y, {2, 5, 5, 8}}; // the sum of the first two

    assertThatThrownBy(() -> VarianceInflation.of(columns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column 2 is a linear combination of the columns before it; drop it");
    assertThatThrownBy(() -> VarianceInflation.of(columns, new int[] {0, 1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column 2");
  }

  @Test
  void generalised_termsWithGaps_areRefused() {
    double[][] columns = {X, Y};

    assertThatThrownBy(() -> VarianceInflation.of(columns, new int[] {0, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("term 1 has no column; number without gaps");
    assertThatThrownBy(() -> VarianceInflation.of(columns, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void conditionNumber_twoColumns_matchesHandCalculation() {
    // eigenvalues 1.8 and 0.2
    assertThat(ConditionNumber.standardised(new double[][] {X, Y})).isCloseTo(3.0, within(1e-14));
    // (1, 1) and (1, -1) are at right angles
    assertThat(ConditionNumber.withIntercept(new double[][] {{1, -1}}))
        .isCloseTo(1.0, within(1e-15));
  }

  @Test
  void conditionNumber_dependentColumns_isInfinite() {
    assertThat(ConditionNumber.standardised(new double[][] {X, {2, 4, 6, 8}}))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(ConditionNumber.withIntercept(new double[][] {{3, 3, 3}}))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void conditionNumber_badInput_isRefused() {
    assertThatThrownBy(() -> ConditionNumber.withIntercept(new double[][] {{0, 0}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but column 0 has none");
    assertThatThrownBy(() -> ConditionNumber.withIntercept(new double[][] {X, {1}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ConditionNumber.withIntercept(new double[0][]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ConditionNumber.withIntercept(new double[][] {{1, Double.NaN}}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
