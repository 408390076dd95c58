package io.probity.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticSettingsTest {

  private static final LogisticSettings DEFAULT = LogisticSettings.DEFAULT;
  private static final Penalty.Ridge RIDGE = Penalty.ridge(1, Penalty.Scale.RAW);

  @Test
  void default_isPlainMaximumLikelihoodThatRefusesSeparation() {
    assertThat(DEFAULT.penalty()).isEqualTo(Penalty.NONE);
    assertThat(DEFAULT.separation()).isEqualTo(SeparationPolicy.REFUSE);
    assertThat(LogisticTrainer.ofDefaults().settings()).isEqualTo(DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-13, 0.02, -1, Double.NaN})
  void withTolerance_outOfRange_isRefused(double tolerance) {
    assertThatThrownBy(() -> DEFAULT.withTolerance(tolerance))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tolerance must be in [1e-12, 0.01], not " + tolerance);
  }

  @Test
  void withMaxIterations_zero_isRefused() {
    assertThatThrownBy(() -> DEFAULT.withMaxIterations(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxIterations must be at least 1, not 0");
  }

  @Test
  void withSeparation_firthBesideRidge_isRefused() {
    assertThatThrownBy(() -> DEFAULT.withPenalty(RIDGE).withSeparation(SeparationPolicy.FIRTH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("are not combined");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void ridge_badNumbers_areRefused(double value) {
    assertThatThrownBy(() -> Penalty.ridge(value, Penalty.Scale.RAW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lambda must be finite and 0 or more, not " + value);
    assertThatThrownBy(() -> RIDGE.withFactors(Map.of("age", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the penalty factor of age must be finite and 0 or more, not " + value);
  }

  @Test
  void ridge_infiniteTarget_isRefused() {
    assertThatThrownBy(() -> RIDGE.withTargets(Map.of("age", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the target of age must be finite, not NaN");
  }

  @Test
  void ridge_maps_areCopied() {
    Map<String, Double> factors = new HashMap<>(Map.of("age", 2.0));
    Penalty.Ridge ridge = RIDGE.withFactors(factors);
    factors.put("age", 5.0);

    assertThat(ridge.factors()).containsExactly(Map.entry("age", 2.0));
  }

  @Test
  void restrictedTo_columns_dropsTheOthers() {
    Penalty.Ridge ridge = RIDGE
        .withFactors(Map.of("age", 2.0, "late", 3.0))
        .withTargets(Map.of("grade", 0.5, "late", 0.1));

    Penalty.Ridge some = ridge.restrictedTo(List.of("late", "other"));

    assertThat(some)
        .isEqualTo(RIDGE.withFactors(Map.of("late", 3.0)).withTargets(Map.of("late", 0.1)));
  }
}
