package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitMix64Test {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 1_234_567, Long.MIN_VALUE})
  void nextLong_equalsThePublishedAlgorithmAsInTheJdk(long seed) {
    SplitMix64 random = SplitMix64.ofSeed(seed);
    SplittableRandom reference = new SplittableRandom(seed);

    for (int i = 0; i < 100; i++) {
      assertThat(random.nextLong()).isEqualTo(reference.nextLong());
    }
  }

  @Test
  void ofStream_streamsAndSeeds_differ() {
    Set<Long> first = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      for (long stream = 0; stream < 1_000; stream++) {
        first.add(SplitMix64.ofStream(seed, stream).nextLong());
      }
    }

    assertThat(first).hasSize(10_000);
  }

  @Test
  void nextInt_isUniform() {
    SplitMix64 random = SplitMix64.ofStream(1, 2);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }

    for (int count : counts) {
      assertThat((double) count).isCloseTo(10_000, within(400.0)); // over 4 standard deviations
    }
  }

  @Test
  void nextDouble_staysBelowOne() {
    SplitMix64 random = SplitMix64.ofStream(3, 4);
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      double value = random.nextDouble();
      assertThat(value >= 0 && value < 1).isTrue();
      sum += value;
    }

    assertThat(sum / 100_000).isCloseTo(0.5, within(0.004));
  }
}
