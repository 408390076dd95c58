package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KolmogorovSmirnovTest {

  @Test
  void of_matchesHandCalculation() {
    // 1, 2 against 3, 4: of the 6 ways to split four values 2 are as far apart
    KolmogorovSmirnov test = KolmogorovSmirnov.of(new double[] {1, 2}, new double[] {3, 4});

    assertThat(test.statistic()).isEqualTo(1.0);
    assertThat(test.at()).isEqualTo(2.0);
    assertThat(test.exactPValue()).isCloseTo(1.0 / 3.0, within(1e-15));
  }

  @Test
  void of_equalSamples_doNotDiffer() {
    double[] values = {1, 2, 2, 5};
    KolmogorovSmirnov test = KolmogorovSmirnov.of(values, values);

    assertThat(test.statistic()).isEqualTo(0.0);
    assertThat(test.exactPValue()).isEqualTo(1.0);
    assertThat(test.finitePValue()).isEqualTo(1.0);
    assertThat(test.limitPValue()).isEqualTo(1.0);
  }

  @Test
  void of_allTied_doNotDiffer() {
    KolmogorovSmirnov test = KolmogorovSmirnov.of(new double[] {3, 3, 3}, new double[] {3, 3});

    assertThat(test.statistic()).isEqualTo(0.0);
    assertThat(test.exactPValue()).isEqualTo(1.0);
  }

  @Test
  void of_oneValueEach_isDefined() {
    KolmogorovSmirnov test = KolmogorovSmirnov.of(new double[] {1}, new double[] {2});

    assertThat(test.statistic()).isEqualTo(1.0);
    assertThat(test.exactPValue()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void exactPValue_equalsCountingAllSplits(long seed) {
    double[] pooled = RandomOutcomes.of(seed, 10).score();
    double[] first = java.util.Arrays.copyOf(pooled, 4);
    double[] second = java.util.Arrays.copyOfRange(pooled, 4, 10);
    double observed = KolmogorovSmirnov.of(first, second).statistic();
    int splits = 0;
    int asFar = 0;
    for (int mask = 0; mask < 1 << 10; mask++) {
      if (Integer.bitCount(mask) == 4) {
        double[] one = new double[4];
        double[] two = new double[6];
        int ones = 0;
        int twos = 0;
        for (int i = 0; i < 10; i++) {
          if ((mask >> i & 1) == 1) {
            one[ones++] = pooled[i];
          } else {
            two[twos++] = pooled[i];
          }
        }
        splits++;
        asFar += KolmogorovSmirnov.of(one, two).statistic() >= observed - 1e-12 ? 1 : 0;
      }
    }

    assertThat(KolmogorovSmirnov.of(first, second).exactPValue())
        .isCloseTo((double) asFar / splits, within(1e-14));
  }

  @Test
  void pValues_ofLargeSamplesWithoutTies_agree() {
    double[] first = new double[2_000];
    double[] second = new double[2_001];
    for (int i = 0; i < 2_001; i++) {
      second[i] = i + 0.03 * i + 1e-9;
      if (i < 2_000) {
        first[i] = i;
      }
    }
    KolmogorovSmirnov test = KolmogorovSmirnov.of(first, second);

    assertThat(test.exactPValue()).isBetween(0.2, 0.5);
    assertThat(test.finitePValue()).isCloseTo(test.exactPValue(), within(0.02));
    assertThat(test.limitPValue()).isCloseTo(test.exactPValue(), within(0.02));
  }

  @Test
  void exactPValue_ofHugeSamples_isRefused() {
    double[] values = new double[20_000];
    KolmogorovSmirnov test = KolmogorovSmirnov.of(values, values);

    assertThatThrownBy(test::exactPValue)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("multiply to at most 200 million, not 20000 and 20000");
  }

  @Test
  void of_emptyOrFractional_isRefused() {
    RankedOutcomes fractional =
        RankedOutcomes.of(new double[] {1, 2}, new int[] {0, 1}, new double[] {0.5, 1});
    RankedOutcomes huge =
        RankedOutcomes.of(new double[] {1, 2}, new int[] {0, 1}, new double[] {3e9, 1});

    assertThatThrownBy(() -> KolmogorovSmirnov.of(new double[0], new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs values in both samples, not 0 and 1");
    assertThatThrownBy(() -> KolmogorovSmirnov.of(fractional))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whole numbers");
    assertThatThrownBy(() -> KolmogorovSmirnov.of(huge))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> KolmogorovSmirnov.of(new double[] {Double.NaN}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be finite");
  }
}
