package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {

  @Test
  void key_ofEveryKindOfDouble_keepsTheOrder() {
    double[] values = {
      -Double.MAX_VALUE, -1e10, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 0.1, 1, 1e300
    };

    for (int i = 0; i < values.length; i++) {
      assertThat(RadixSort.value(RadixSort.key(values[i]))).isEqualTo(values[i]);
      if (i > 0) {
        assertThat(Long.compareUnsigned(RadixSort.key(values[i - 1]), RadixSort.key(values[i])))
            .isNegative();
      }
    }
    assertThat(RadixSort.key(-0.0)).isEqualTo(RadixSort.key(0.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 100, 5_000})
  void sort_randomDoubles_isStableAndSorted(int count) {
    SplittableRandom random = new SplittableRandom(count);
    double[] values = new double[count];
    long[] keys = new long[count + 3];
    long[] carried = new long[count + 3];
    Arrays.fill(keys, 7);
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(3) == 0
          ? random.nextInt(5) - 2
          : (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
      keys[i] = RadixSort.key(values[i]);
      carried[i] = i;
    }

    RadixSort.sort(keys, carried, count);

    for (int i = 0; i < count; i++) {
      assertThat(RadixSort.value(keys[i])).isEqualTo(values[(int) carried[i]]);
      if (i > 0) {
        double last = RadixSort.value(keys[i - 1]);
        double here = RadixSort.value(keys[i]);
        assertThat(last < here || (last == here && carried[i - 1] < carried[i])).isTrue();
      }
    }
    assertThat(keys[count]).isEqualTo(7);
  }
}
