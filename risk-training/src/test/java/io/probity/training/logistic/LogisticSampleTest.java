package io.probity.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticSampleTest {

  private static final DesignMatrix DESIGN =
      DesignMatrix.of(List.of("a", "b"), new double[][] {{1, 2, 4}, {7, 7, 7}});
  private static final int[] TARGET = {0, 1, 1};

  @Test
  void of_weights_areSummed() {
    LogisticSample sample = LogisticSample.of(DESIGN, TARGET, new double[] {0.5, 2, 0});

    assertThat(sample.rows()).isEqualTo(3);
    assertThat(sample.positiveRows()).isEqualTo(2);
    assertThat(sample.weight()).isEqualTo(2.5);
    assertThat(sample.badWeight()).isEqualTo(2);
  }

  @Test
  void of_arrays_areCopied() {
    double[] weights = {1, 1, 1};
    int[] target = TARGET.clone();
    LogisticSample sample = LogisticSample.of(DESIGN, target, weights);
    weights[0] = 9;
    target[0] = 1;

    assertThat(sample.weight(0)).isEqualTo(1);
    assertThat(sample.target(0)).isZero();
  }

  @Test
  void standardised_weights_givePopulationMoments() {
    LogisticSample sample = LogisticSample.of(DESIGN, TARGET, new double[] {1, 1, 2});
    Standardised columns = sample.columnsUnsafe();

    // a: mean (1 + 2 + 2*4)/4 = 2.75, variance (1 + 4 + 2*16)/4 - 2.75^2 = 1.6875
    assertThat(columns.mean(0)).isEqualTo(2.75);
    assertThat(columns.scale(0)).isCloseTo(Math.sqrt(1.6875), within(1e-15));
    assertThat(columns.reach(0)).isCloseTo(1.75 / Math.sqrt(1.6875), within(1e-15));
    // b is constant: centred exactly, scale 1
    assertThat(columns.mean(1)).isEqualTo(7);
    assertThat(columns.scale(1)).isEqualTo(1);
    assertThat(columns.reach(1)).isZero();
  }

  @Test
  void standardised_rowOfWeightZero_doesNotCount() {
    Standardised columns =
        LogisticSample.of(DESIGN, TARGET, new double[] {1, 1, 0}).columnsUnsafe();

    assertThat(columns.mean(0)).isEqualTo(1.5);
    assertThat(columns.scale(0)).isEqualTo(0.5);
    assertThat(columns.reach(0)).isEqualTo(1);
  }

  @Test
  void standardised_hugeMeanAndSmallVariation_keepsItsDigits() {
    DesignMatrix design =
        DesignMatrix.of(List.of("t"), new double[][] {{1e15, 1e15 + 2, 1e15 + 4}});
    Standardised columns =
        LogisticSample.of(design, TARGET, new double[] {1, 1, 1}).columnsUnsafe();

    assertThat(columns.scale(0)).isCloseTo(Math.sqrt(8.0 / 3), within(1e-14));
  }

  @Test
  void of_columnOfVanishingVariation_isRefused() {
    DesignMatrix design = DesignMatrix.of(List.of("t"), new double[][] {{0, 1e-200, 0}});

    assertThatThrownBy(() -> LogisticSample.of(design, TARGET, new double[] {1, 1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the column t varies by only 1.0E-200");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, -0.001, Double.POSITIVE_INFINITY})
  void of_badWeight_isRefusedWithItsRow(double weight) {
    assertThatThrownBy(() -> LogisticSample.of(DESIGN, TARGET, new double[] {1, weight, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a weight must be finite and 0 or more, but row 1 has " + weight);
  }

  @Test
  void of_badTarget_isRefusedWithItsRow() {
    assertThatThrownBy(() -> LogisticSample.of(DESIGN, new int[] {0, 1, 2}, new double[] {1, 1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a target must be 0 (good) or 1 (bad), but row 2 has 2");
  }

  @Test
  void of_badOffset_isRefusedWithItsRow() {
    assertThatThrownBy(() -> LogisticSample.of(
            DESIGN, TARGET, new double[] {1, 1, 1}, new double[] {0, 0, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an offset must be finite, but row 2 has NaN");
  }

  @Test
  void of_oneClass_isRefused() {
    assertThatThrownBy(() -> LogisticSample.of(DESIGN, TARGET, new double[] {0, 1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the weight of the goods is 0.0 and that of the bads 2.0");
    assertThatThrownBy(() -> LogisticSample.of(DESIGN, new int[] {0, 0, 0}, new double[] {1, 1, 1}))
        .hasMessageContaining("that of the bads 0.0");
  }

  @Test
  void of_wrongLengths_areRefused() {
    double[] ones = {1, 1, 1};
    assertThatThrownBy(() -> LogisticSample.of(DESIGN, new int[] {0, 1}, ones))
        .hasMessage("the target must have one entry a row, 3, but has 2");
    assertThatThrownBy(() -> LogisticSample.of(DESIGN, TARGET, new double[4]))
        .hasMessage("the weights must have one entry a row, 3, but has 4");
    assertThatThrownBy(() -> LogisticSample.of(DESIGN, TARGET, ones, new double[1]))
        .hasMessage("the offset must have one entry a row, 3, but has 1");
  }
}
