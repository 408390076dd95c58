package io.probity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridHistogramTest {

  @Test
  void sorted_wholeNumbers_haveACellEachInOrder() {
    GridHistogram histogram = new GridHistogram();
    for (int i = -8_191; i <= 8_191; i++) {
      histogram.add(i, OutcomeCounts.GOOD);
    }
    histogram.add(-0.0, OutcomeCounts.BAD);

    SortedMap<Double, OutcomeCounts> cells = histogram.sorted(Map.of());
    assertThat(cells).hasSize(16_383).containsKey(-8_191.0).containsKey(8_191.0);
    assertThat(cells.get(0.0).total()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sorted_anyNumbers_areJoinedOnlyWithinTheStatedError(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      int sign = random.nextBoolean() ? 1 : -1;
      double value = sign * Math.scalb(1 + random.nextDouble(), random.nextInt(-1_000, 1_000));
      GridHistogram near = new GridHistogram();
      near.add(value, OutcomeCounts.GOOD);
      near.add(value * (1 + 1.1 / 4_096), OutcomeCounts.BAD);

      assertThat(near.sorted(Map.of())).hasSize(2).containsKey(value);
    }
  }

  @Test
  void addAll_partsInAnyOrder_isTheWhole() {
    SplittableRandom random = new SplittableRandom(4);
    GridHistogram whole = new GridHistogram();
    GridHistogram[] parts = {new GridHistogram(), new GridHistogram(), new GridHistogram()};
    for (int i = 0; i < 20_000; i++) {
      double value = random.nextDouble(-1e3, 1e6);
      byte outcome = (byte) random.nextInt(3);
      whole.add(value, outcome);
      parts[random.nextInt(3)].add(value, outcome);
    }
    parts[2].addAll(parts[0]);
    parts[2].addAll(parts[1]);

    SortedMap<Double, OutcomeCounts> expected = whole.sorted(Map.of());
    SortedMap<Double, OutcomeCounts> sum = parts[2].sorted(Map.of());
    assertThat(sum.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((value, counts) -> {
      assertThat(sum.get(value).goods()).isEqualTo(counts.goods());
      assertThat(sum.get(value).bads()).isEqualTo(counts.bads());
      assertThat(sum.get(value).total()).isEqualTo(counts.total());
    });
  }

  @Test
  void sorted_exceptCodes_leavesTheRestOfTheirCell() {
    GridHistogram histogram = new GridHistogram();
    OutcomeCounts codes = new OutcomeCounts();
    for (int i = 0; i < 5; i++) {
      histogram.add(99_999, OutcomeCounts.GOOD);
      codes.add(OutcomeCounts.GOOD);
    }
    histogram.add(99_998, OutcomeCounts.BAD);

    SortedMap<Double, OutcomeCounts> cells = histogram.sorted(Map.of(99_999.0, codes));
    assertThat(cells.values()).hasSize(1).allMatch(c -> c.total() == 1 && c.bads() == 1);
  }
}
