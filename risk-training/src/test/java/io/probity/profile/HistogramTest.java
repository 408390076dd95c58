package io.probity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private static OutcomeCounts counts(int goods, int bads) {
    OutcomeCounts counts = new OutcomeCounts();
    for (int i = 0; i < goods; i++) {
      counts.add(OutcomeCounts.GOOD);
    }
    for (int i = 0; i < bads; i++) {
      counts.add(OutcomeCounts.BAD);
    }
    return counts;
  }

  @Test
  void of_numbers_takesRoundBarsWithWhatLiesBeyondInTheLast() {
    SortedMap<Double, OutcomeCounts> numbers = new TreeMap<>();
    for (int value = 0; value < 100; value++) {
      numbers.put((double) value, counts(1, 1));
    }
    numbers.put(1_000_000.0, counts(1, 0));

    List<FieldProfile.Piece> bars = Histogram.of(numbers, Map.of(), Map.of(), true);

    // 201 records; a hundredth at each end leaves 1 to 98, so bars are 5 wide, as 2 would make 49
    assertThat(bars).hasSize(20);
    assertThat(bars.get(0)).isEqualTo(new FieldProfile.Piece("0", 10, 5, 5));
    assertThat(bars.get(19)).isEqualTo(new FieldProfile.Piece("95", 11, 6, 5));
  }

  @Test
  void of_codesAndLevels_areNamed() {
    SortedMap<Double, OutcomeCounts> one = new TreeMap<>(Map.of(0.5, counts(2, 0)));

    assertThat(Histogram.of(one, Map.of(-9.0, counts(1, 0)), Map.of(), true))
        .extracting(FieldProfile.Piece::label)
        .containsExactly("0", "= -9");
    assertThat(Histogram.of(
            new TreeMap<>(), Map.of(), Map.of("b", counts(1, 0), "a", counts(0, 3)), false))
        .extracting(FieldProfile.Piece::label)
        .containsExactly("a", "b");
    assertThat(Histogram.of(new TreeMap<>(), Map.of(), Map.of(), true)).isEmpty();
  }
}
