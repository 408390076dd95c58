package io.probity.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSearchTest {

  private static final long PLENTY = 1_000_000;

  private static double cost(List<double[]> costs, int[] choice) {
    double cost = 0;
    for (int i = 0; i < choice.length; i++) {
      cost += costs.get(i)[choice[i]];
    }
    return cost;
  }

  /** Tries every choice; infinite if none passes. */
  private static double leastByTryingAll(List<double[]> costs, Predicate<int[]> passes) {
    int[] choice = new int[costs.size()];
    double least = Double.POSITIVE_INFINITY;
    while (true) {
      if (passes.test(choice)) {
        least = Math.min(least, cost(costs, choice));
      }
      int at = 0;
      while (at < choice.length && ++choice[at] == costs.get(at).length) {
        choice[at++] = 0;
      }
      if (at == choice.length) {
        return least;
      }
    }
  }

  private static List<double[]> randomCosts(SplittableRandom random) {
    List<double[]> costs = new ArrayList<>();
    for (int action = 0; action < 4; action++) {
      double[] options = random.doubles(1 + random.nextInt(7), 0, 10).toArray();
      options[0] = 0;
      Arrays.sort(options);
      costs.add(options);
    }
    return costs;
  }

  /** A test without any order: each choice passes or not by the hash of its options. */
  private static Predicate<int[]> arbitrary(long seed, int oneIn) {
    return choice -> new SplittableRandom(seed * 31 + Arrays.hashCode(choice)).nextInt(oneIn) == 0;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 20_261_121})
  void cheapest_enoughTries_isWhatTryingAllFinds(long seed) {
    List<double[]> costs = randomCosts(new SplittableRandom(seed));
    for (int oneIn : new int[] {3, 50, 1_000, Integer.MAX_VALUE}) {
      Predicate<int[]> passes = arbitrary(seed, oneIn);

      ChangeSearch.Found found = ChangeSearch.cheapest(costs, passes, PLENTY);

      double least = leastByTryingAll(costs, passes);
      assertThat(found.isExact()).isTrue();
      assertThat(found.choice().isPresent()).isEqualTo(Double.isFinite(least));
      assertThat(found.choice().isPresent() ? found.cost() : Double.POSITIVE_INFINITY)
          .isEqualTo(least);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void cheapest_fewTries_givesAGapThatHoldsTheLeastCost(long seed) {
    List<double[]> costs = randomCosts(new SplittableRandom(seed));
    for (int threshold = 1; threshold < 15; threshold++) {
      int wanted = threshold;
      Predicate<int[]> passes = choice -> Arrays.stream(choice).sum() >= wanted;

      ChangeSearch.Found found = ChangeSearch.cheapest(costs, passes, 5);

      double least = leastByTryingAll(costs, passes);
      if (found.choice().isPresent()) {
        assertThat(found.cost()).isGreaterThanOrEqualTo(least);
        assertThat(found.cost() - found.gap()).isLessThanOrEqualTo(least + 1e-12);
      } else {
        assertThat(found.bound()).isLessThanOrEqualTo(least);
      }
    }
  }

  @Test
  void cheapest_tie_takesFewerActionsThenTheFirst() {
    // 2 alone in the first or second action, or 1 + 1: the single change of the first action wins;
    // with ties of cost and number, the option array that sorts first: [0, 1] before [1, 0]
    List<double[]> costs = List.of(new double[] {0, 2}, new double[] {0, 2});

    ChangeSearch.Found found =
        ChangeSearch.cheapest(costs, choice -> choice[0] + choice[1] >= 1, PLENTY);

    assertThat(found.choice()).contains(List.of(0, 1));
    assertThat(found.cost()).isCloseTo(2, within(0.0));
  }

  @Test
  void cheapest_alreadyThere_changesNothing() {
    ChangeSearch.Found found =
        ChangeSearch.cheapest(List.of(new double[] {0, 1}), choice -> true, PLENTY);

    assertThat(found.choice()).contains(List.of(0));
    assertThat(found.tries()).isEqualTo(1);
    assertThat(found.gap()).isZero();
  }

  @Test
  void cheapest_noActions_triesThingsAsTheyAre() {
    assertThat(ChangeSearch.cheapest(List.of(), choice -> false, 1).isExact()).isTrue();
  }

  @Test
  void cheapest_fallingOrNotFiniteCosts_areRefused() {
    for (double[] costs : List.of(new double[] {0, 2, 1}, new double[] {0, Double.NaN})) {
      assertThatThrownBy(() -> ChangeSearch.cheapest(List.of(costs), choice -> true, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("finite and rise from 0");
    }
  }
}
