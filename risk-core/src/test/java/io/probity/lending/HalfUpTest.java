package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfUpTest {

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "0.4999, 0",
    "0.5001, 1",
    "7.0, 7",
    "7.25, 7",
    "7.75, 8",
    "1e12, 1000000000000"
  })
  void orUnsure_farFromAHalf_rounds(double amount, long rounded) {
    assertThat(HalfUp.orUnsure(amount)).isEqualTo(rounded);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 12.5, 1_000_000.5, 0x1p48})
  void orUnsure_withinTheErrorOfAHalf_doesNotGuess(double amount) {
    assertThat(HalfUp.orUnsure(amount)).isEqualTo(HalfUp.UNSURE);
    assertThat(HalfUp.orUnsure(amount * (1 + 0x1p-49))).isEqualTo(HalfUp.UNSURE);
    assertThat(HalfUp.orUnsure(amount * (1 - 0x1p-49))).isEqualTo(HalfUp.UNSURE);
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 0", "1, 3, 0", "2, 3, 1", "1, 2, 1", "3, 2, 2", "5, 2, 3", "7, 1, 7"})
  void divide_halvesGoUp(long dividend, long divisor, long quotient) {
    assertThat(HalfUp.divide(dividend, divisor)).isEqualTo(quotient);
    assertThat(HalfUp.divide(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor)))
        .isEqualTo(quotient);
  }

  @Test
  void divide_largest_doesNotOverflow() {
    assertThat(HalfUp.divide(HalfUp.LARGEST, 3)).isEqualTo(HalfUp.LARGEST / 3 + 1);
    assertThat(HalfUp.divide(HalfUp.LARGEST, HalfUp.LARGEST)).isEqualTo(1);
  }
}
