package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundNumberTest {

  @ParameterizedTest
  @CsvSource({
    "29, 30, 30",
    "1, 2, 2",
    "0, 1, 1",
    "-1, 0, 0",
    "-5, 3, 0",
    "2471.3, 2503.9, 2500",
    "0.4312, 0.4387, 0.435",
    "0.1, 0.3, 0.2",
    "0.2, 0.3, 0.3",
    "1, 100, 100",
    "-1000, -10, -500",
    "-2, -1, -1",
    "0, 4.9E-324, 4.9E-324",
    "1E300, 1.7E308, 1E308",
    "99.99, 100.01, 100"
  })
  void between_twoValues_isTheRoundestNumber(double low, double high, double expected) {
    assertThat(RoundNumber.between(low, high)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void between_randomValues_liesAboveTheLowerAndNotAboveTheUpper(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 15);
      double high = random.nextBoolean() ? Math.nextUp(low) : low + random.nextDouble();

      assertThat(RoundNumber.between(low, high)).isGreaterThan(low).isLessThanOrEqualTo(high);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2471.3, -2, 2500",
    "2449.9, -2, 2400",
    "0.125, 2, 0.13",
    "-0.125, 2, -0.13",
    "0.04, 1, 0",
    "-0.04, 1, 0",
    "7, 0, 7"
  })
  void rounded_values_areRoundedHalfUp(double value, int digits, double expected) {
    assertThat(RoundNumber.rounded(value, digits)).isEqualTo(expected);
  }
}
