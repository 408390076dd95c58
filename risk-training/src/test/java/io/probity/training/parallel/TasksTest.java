package io.probity.training.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasksTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void chains_anyThreads_eachValueRestsOnTheOneBeforeIt(int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      assertThat(sums(executor)).isEqualTo(sums(Runnable::run));
    } finally {
      executor.shutdown();
    }
    // chain 3 adds 3, then 13, then 23
    assertThat(sums(Runnable::run).stream().map(place -> place.get(3))).containsExactly(3, 16, 39);
  }

  /** Five chains of three values; each adds to what its chain has come to. */
  private static List<List<Integer>> sums(Executor executor) {
    int[] sums = new int[5];
    return Tasks.chains(5, 3, executor, (number, place) -> sums[number] += number + 10 * place);
  }

  @Test
  void chains_failure_isThrownAndEndsItsChain() {
    int[] made = new int[2];
    assertThatThrownBy(() -> Tasks.chains(2, 3, Runnable::run, (number, place) -> {
          if (number == 1 && place == 1) {
            throw new IllegalStateException("chain 1, place 1");
          }
          return ++made[number];
        }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("chain 1, place 1");
    assertThat(made).containsExactly(3, 1);
  }

  @Test
  void chains_none_areEmpty() {
    assertThat(Tasks.chains(0, 2, Runnable::run, (number, place) -> 1))
        .containsExactly(List.of(), List.of());
    assertThat(Tasks.chains(2, 0, Runnable::run, (number, place) -> 1)).isEmpty();
  }
}
