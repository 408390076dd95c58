package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileCutsTest {

  @Test
  void of_fewValues_cutsBetweenAll() {
    assertThat(QuantileCuts.of(before(5, 1, 100), 3)).containsExactly(1, 2);
    assertThat(QuantileCuts.of(before(5), 3)).isEmpty();
  }

  @Test
  void of_equalWeights_cutsIntoEqualPieces() {
    long[] weights = IntStream.range(0, 12).mapToLong(i -> 1).toArray();

    assertThat(QuantileCuts.of(before(weights), 4)).containsExactly(3, 6, 9);
  }

  @Test
  void of_unequalWeights_cutsNearestToEqual() {
    // of 20 in all, half is 10: nearest are 9 below the third value, 13 below the fourth
    assertThat(QuantileCuts.of(before(5, 4, 4, 7), 2)).containsExactly(2);
  }

  @Test
  void of_heavyValue_standsAlone() {
    // 40 of 70 is more than two of five pieces; one piece to each side, one to spare for the
    // heavier
    assertThat(QuantileCuts.of(before(4, 3, 3, 40, 5, 5, 5, 5), 5)).containsExactly(3, 4, 5, 7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void of_randomWeights_keepsTheBudgetAndIsolatesHeavyValues(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int pieces = 2 + random.nextInt(60);
    long[] weights = random
        .ints(1 + random.nextInt(300), 0, 1_000)
        .mapToLong(i -> i < 30 ? 1 + random.nextInt(50_000) : 1 + i / 10)
        .toArray();
    long[] before = before(weights);

    int[] cuts = QuantileCuts.of(before, pieces);

    assertThat(cuts.length).isLessThan(pieces);
    assertThat(cuts).isSorted().doesNotHaveDuplicates();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] * pieces > 2 * before[weights.length]) {
        int value = i;
        assertThat(value == 0 || IntStream.of(cuts).anyMatch(cut -> cut == value))
            .isTrue();
        assertThat(
                value + 1 == weights.length || IntStream.of(cuts).anyMatch(cut -> cut == value + 1))
            .isTrue();
      }
    }
  }

  private static long[] before(long... weights) {
    long[] before = new long[weights.length + 1];
    for (int i = 0; i < weights.length; i++) {
      before[i + 1] = before[i] + weights[i];
    }
    return before;
  }
}
