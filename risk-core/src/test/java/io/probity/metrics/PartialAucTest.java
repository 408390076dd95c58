package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialAucTest {

  @Test
  void overFalsePositives_matchesHandCalculation() {
    // one bad above two goods, one bad between them: ROC (0,0) (0,.5) (.5,.5) (.5,1) (1,1)
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {4, 2, 3, 1}, new int[] {1, 1, 0, 0});

    assertThat(PartialAuc.overFalsePositives(outcomes, 0.0, 0.4).value())
        .isCloseTo(0.2, within(1e-15));
    assertThat(PartialAuc.overFalsePositives(outcomes, 0.25, 0.75).value())
        .isCloseTo(0.125 + 0.25, within(1e-15));
    assertThat(PartialAuc.overSensitivity(outcomes, 0.25, 1.0).value())
        .isCloseTo(0.25 + 0.25, within(1e-15));
  }

  @Test
  void standardised_allTied_isChance() {
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {1, 1, 1, 1}, new int[] {1, 1, 0, 0});

    assertThat(PartialAuc.overFalsePositives(outcomes, 0.1, 0.3).standardised())
        .isCloseTo(0.5, within(1e-15));
    assertThat(PartialAuc.overSensitivity(outcomes, 0.8, 1.0).standardised())
        .isCloseTo(0.5, within(1e-15));
  }

  @Test
  void standardised_completeSeparation_isOne() {
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {1, 2}, new int[] {0, 1});

    assertThat(PartialAuc.overFalsePositives(outcomes, 0.0, 0.1).standardised())
        .isCloseTo(1.0, within(1e-15));
    assertThat(PartialAuc.overSensitivity(outcomes, 0.9, 1.0).standardised())
        .isCloseTo(1.0, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void parts_ofTheWholeRange_addUpToTheAuc(long seed) {
    RankedOutcomes outcomes = RandomOutcomes.of(seed, 150).weighted();
    double auc = Auc.of(outcomes).value();
    double byGoods = PartialAuc.overFalsePositives(outcomes, 0.0, 0.37).value()
        + PartialAuc.overFalsePositives(outcomes, 0.37, 1.0).value();
    double byBads = PartialAuc.overSensitivity(outcomes, 0.0, 0.61).value()
        + PartialAuc.overSensitivity(outcomes, 0.61, 1.0).value();

    assertThat(byGoods).isCloseTo(auc, within(1e-14));
    assertThat(byBads).isCloseTo(auc, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({"0.3,0.3", "0.5,0.4", "-0.1,0.5", "0.5,1.1", "NaN,1"})
  void range_outOfOrder_isRefused(double low, double high) {
    RankedOutcomes outcomes = RandomOutcomes.of(1, 20).ranked();

    assertThatThrownBy(() -> PartialAuc.overFalsePositives(outcomes, low, high))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a range of rates needs 0 <= low < high <= 1, not " + low + " and " + high);
  }
}
