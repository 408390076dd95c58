package io.probity.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StabilityTest {

  @Test
  void of_twoBins_matchesHandCalculation() {
    Stability stability = Stability.of("x", new double[] {0.5, 0.5}, 1_000, new long[] {300, 700});

    // (0.3 - 0.5) ln(0.3 / 0.5) + (0.7 - 0.5) ln(0.7 / 0.5) = 0.10217 + 0.06729
    assertThat(stability.psi()).isCloseTo(0.16946, within(1e-5));
    // (1/1000 + 1/1000) x 10.828, the 99.9th percentile of chi-squared with one degree of freedom
    assertThat(stability.chance()).isCloseTo(0.021655, within(1e-5));
    assertThat(stability.verdict()).isEqualTo(Stability.Verdict.WATCH);
  }

  @Test
  void of_noRecords_isTooFew() {
    assertThat(Stability.of("x", new double[] {1, 1}, 10, new long[2]).verdict())
        .isEqualTo(Stability.Verdict.TOO_FEW);
  }

  /** A fixed threshold of 0.10 would cry wolf here in about every second case. */
  @Test
  void of_smallSamplesOfTheSamePopulation_hardlyEverAlarm() {
    SplittableRandom random = new SplittableRandom(5);
    double[] reference = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    int alarms = 0;
    int overTenth = 0;
    for (int sample = 0; sample < 1_000; sample++) {
      long[] counts = new long[10];
      for (int i = 0; i < 100; i++) {
        counts[random.nextInt(10)]++;
      }
      Stability stability = Stability.of("x", reference, 10_000, counts);
      boolean calm = stability.verdict() == Stability.Verdict.STABLE
          || stability.verdict() == Stability.Verdict.TOO_FEW;
      alarms += calm ? 0 : 1;
      overTenth += stability.psi() > Stability.WATCH_FROM ? 1 : 0;
    }

    assertThat(alarms).isLessThan(20);
    assertThat(overTenth).isGreaterThan(200);
  }

  @Test
  void of_largeSampleThatMoved_alarms() {
    assertThat(Stability.of("x", new double[] {0.5, 0.5}, 10_000, new long[] {1_000, 9_000})
            .verdict())
        .isEqualTo(Stability.Verdict.ALARM);
  }
}
