package io.probity.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldoutTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20_261_121})
  void stratified_keepsTheShareOfBadsAndLosesNobody(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] target =
        IntStream.range(0, 5_000).map(i -> random.nextInt(5) == 0 ? 1 : 0).toArray();
    int bads = Arrays.stream(target).sum();

    Holdout split = Holdout.stratified(target, 0.3, seed);

    int heldBads = Arrays.stream(split.judge()).map(row -> target[row]).sum();
    assertThat(heldBads).isEqualTo(Math.round(0.3 * bads));
    assertThat(split.judge().length).isEqualTo(heldBads + Math.round(0.3 * (5_000 - bads)));
    assertThat(IntStream.concat(Arrays.stream(split.learn()), Arrays.stream(split.judge()))
            .sorted())
        .containsExactly(IntStream.range(0, 5_000).boxed().toArray(Integer[]::new));
    assertThat(split.judge()).isSorted();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void stratified_anotherSeed_holdsOutOthers(long seed) {
    int[] target = IntStream.range(0, 1_000).map(i -> i % 3 == 0 ? 1 : 0).toArray();

    assertThat(Holdout.stratified(target, 0.3, seed).judge())
        .isEqualTo(Holdout.stratified(target, 0.3, seed).judge())
        .isNotEqualTo(Holdout.stratified(target, 0.3, seed + 1).judge());
    assertThat(Holdout.stratified(target, 0, seed).judge()).isEmpty();
  }
}
