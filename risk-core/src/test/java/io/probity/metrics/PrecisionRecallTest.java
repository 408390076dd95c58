package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrecisionRecallTest {

  @Test
  void of_matchesHandCalculation() {
    // going down 4 (bad), 3 (good), 2 (bad), 1 (good): precision 1, 1/2, 2/3, 1/2
    PrecisionRecall curve =
        PrecisionRecall.of(RankedOutcomes.of(new double[] {4, 3, 2, 1}, new int[] {1, 0, 1, 0}));

    assertThat(curve.averagePrecision()).isCloseTo(0.5 + 0.5 * 2.0 / 3.0, within(1e-15));
    assertThat(curve.trapezoidArea()).isCloseTo(0.5 + 0.25 * (0.5 + 2.0 / 3.0), within(1e-15));
    assertThat(curve.baseline()).isEqualTo(0.5);
  }

  @Test
  void of_allTied_isTheBadRate() {
    PrecisionRecall curve =
        PrecisionRecall.of(RankedOutcomes.of(new double[] {2, 2, 2, 2}, new int[] {1, 0, 0, 0}));

    assertThat(curve.averagePrecision()).isEqualTo(0.25);
    assertThat(curve.trapezoidArea()).isEqualTo(0.625); // a straight line from (0, 1) to (1, 1/4)
  }

  @Test
  void of_completeSeparation_isOne() {
    PrecisionRecall curve =
        PrecisionRecall.of(RankedOutcomes.of(new double[] {1, 2, 3}, new int[] {0, 1, 1}));

    assertThat(curve.averagePrecision()).isEqualTo(1.0);
    assertThat(curve.trapezoidArea()).isEqualTo(1.0);
  }
}
