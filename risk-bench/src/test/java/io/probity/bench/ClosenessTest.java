package io.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClosenessTest {

  @Test
  void byTruth_ofTheTruthItself_isExact() {
    double[] truth = new SplittableRandom(7).doubles(200, 0.01, 0.6).toArray();

    Closeness close = Closeness.byTruth(truth, truth);

    assertThat(close.ratio()).isEqualTo(1.0);
    assertThat(close.slope()).isCloseTo(1.0, within(1e-9));
    assertThat(close.intercept()).isCloseTo(0.0, within(1e-9));
  }

  @Test
  void byTruth_twoRecords_matchesHandCalculation() {
    // bad weights .2 and .6, good weights .8 and .4. The truth ranks the second higher:
    // concordant .6 x .8 = .48, tied .2 x .8 + .6 x .4 = .40, of .8 x 1.2 = .96 pairs
    Closeness close = Closeness.byTruth(new double[] {0.5, 0.3}, new double[] {0.2, 0.6});

    assertThat(close.truth()).isCloseTo((0.48 + 0.20) / 0.96, within(1e-12));
    // the model ranks them the other way: concordant .2 x .4 = .08
    assertThat(close.model()).isCloseTo((0.08 + 0.20) / 0.96, within(1e-12));
    assertThat(close.slope()).isNegative();
  }

  @Test
  void byOutcomes_logOddsTwiceTooLarge_haveASlopeOfAHalf() {
    double[] truth = new double[40_000];
    double[] pd = new double[truth.length];
    int[] bad = new int[truth.length];
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < truth.length; i++) {
      double logOdds = 4.0 * random.nextDouble() - 3.0;
      truth[i] = 1.0 / (1.0 + Math.exp(-logOdds));
      pd[i] = 1.0 / (1.0 + Math.exp(-2.0 * logOdds));
      bad[i] = random.nextDouble() < truth[i] ? 1 : 0;
    }

    Closeness close = Closeness.byOutcomes(pd, truth, bad);

    assertThat(close.ratio()).isEqualTo(1.0);
    assertThat(close.slope()).isCloseTo(0.5, within(0.02));
  }
}
