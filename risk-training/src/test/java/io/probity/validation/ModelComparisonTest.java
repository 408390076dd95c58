package io.probity.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ModelComparisonTest {

  private static final int[] TARGET = {0, 1, 0, 1, 0};
  private static final double[] FIRST = {0.1, 0.8, 0.3, 0.6, 0.7};
  private static final double[] SECOND = {0.2, 0.5, 0.6, 0.4, 0.3};

  @Test
  void of_swapped_negatesDifferences() {
    ModelComparison one = ModelComparison.of(FIRST, SECOND, TARGET, 0.95);
    ModelComparison two = ModelComparison.of(SECOND, FIRST, TARGET, 0.95);

    assertThat(one.aucDifference().orThrow().value())
        .isCloseTo(-two.aucDifference().orThrow().value(), within(1e-15));
    assertThat(one.logLossDifference().orThrow().value())
        .isCloseTo(-two.logLossDifference().orThrow().value(), within(1e-15));
    assertThat(one.firstAuc()).isEqualTo(two.secondAuc());
  }

  @Test
  void of_otherRecords_isRefused() {
    ScoredSample one = ScoredSample.of(FIRST, TARGET);
    ScoredSample two = ScoredSample.of(SECOND, new int[] {0, 1, 1, 1, 0});

    assertThatThrownBy(() -> ModelComparison.of(one, two, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 2 differs");
  }

  @Test
  void of_weights_compareWithoutATestOfTheLosses() {
    double[] weights = {1, 2, 1, 1, 3};
    ModelComparison found = ModelComparison.of(
        ScoredSample.of(FIRST, TARGET).withWeights(weights),
        ScoredSample.of(SECOND, TARGET).withWeights(weights),
        0.95);

    assertThat(found.logLossDifference().orThrow().pValue()).isEmpty();
    assertThat(found.aucDifference().orThrow().pValue()).isPresent();
  }
}
