package io.probity.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.csv.TextHash;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {

  private static long hash(int i) {
    byte[] bytes = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
    return TextHash.of(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1_000, DistinctCount.KEPT})
  void estimate_upToTheKeptNumber_isExact(int texts) {
    DistinctCount count = new DistinctCount();
    for (int i = 0; i < 3 * texts; i++) {
      count.add(hash(i % texts));
    }
    assertThat(count.estimate()).isEqualTo(texts);
  }

  @Test
  void estimate_aMillion_isCloseAndDoesNotDependOnHowItWasCounted() {
    DistinctCount whole = new DistinctCount();
    DistinctCount odd = new DistinctCount();
    DistinctCount even = new DistinctCount();
    for (int i = 0; i < 1_000_000; i++) {
      whole.add(hash(i));
      (i % 2 == 0 ? even : odd).add(hash(999_999 - i));
    }
    even.addAll(odd);

    // five standard errors of 1 / sqrt(16,384)
    assertThat((double) whole.estimate()).isCloseTo(1e6, within(5e6 / 128));
    assertThat(even.estimate()).isEqualTo(whole.estimate());
  }
}
