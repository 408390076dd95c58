package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.probity.input.JsonObject;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourTestTest {

  private static Stream<JsonObject> golden() {
    JsonObject expected = Golden.json("05_woe_iv/expected.json").object("expected");
    return Stream.of("A_no_zero_cells", "B_zero_cells_and_empty_bin")
        .flatMap(table -> expected.object(table).objects("adjacent_regular_bin_tests").stream());
  }

  @ParameterizedTest
  @MethodSource("golden")
  void pValue_goldenTables_agree(JsonObject golden) {
    double[] first = golden.value("table_good_bad").list().get(0).numbers();
    double[] second = golden.value("table_good_bad").list().get(1).numbers();

    check(SignificanceTest.CHI_SQUARE, first, second, golden.number("p_pearson"));
    check(SignificanceTest.Z, first, second, golden.number("p_pearson"));
    check(SignificanceTest.YATES, first, second, golden.number("p_yates"));
    check(SignificanceTest.FISHER, first, second, golden.number("p_fisher_two_sided"));
    double z = golden.number("two_proportion_z");
    assertThat(
            NeighbourTest.statistic(SignificanceTest.Z, first[0], first[1], second[0], second[1]))
        .isCloseTo(z * z, within(1e-12 * z * z));
    assertThat(NeighbourTest.statistic(
            SignificanceTest.YATES, first[0], first[1], second[0], second[1]))
        .isCloseTo(golden.number("chi2_yates"), within(1e-11));
  }

  private static void check(
      SignificanceTest test, double[] first, double[] second, double expected) {
    assertThat(NeighbourTest.pValue(test, first[0], first[1], second[0], second[1]))
        .isCloseTo(expected, withinPercentage(1e-7));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void pValue_fisherOfRandomTables_agreesWithExactFractions(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      int largest = 1 + random.nextInt(60);
      long[] first = {random.nextInt(largest), random.nextInt(largest)};
      long[] second = {random.nextInt(largest), random.nextInt(largest)};
      double exact = ExhaustiveSearch.pValue(SignificanceTest.FISHER, first, second);
      FisherTest test = new FisherTest(first[0], first[1], second[0], second[1]);

      assertThat(test.pValue()).isCloseTo(exact, within(1e-10));
      assertThat(test.isAtMost(exact * 1.0001)).isTrue();
      assertThat(test.isAtMost(exact * 0.9999)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(SignificanceTest.class)
  void pValue_tablesWithoutContrast_isOne(SignificanceTest test) {
    assertThat(NeighbourTest.pValue(test, 5, 0, 7, 0)).isEqualTo(1);
    assertThat(NeighbourTest.pValue(test, 0, 5, 0, 7)).isEqualTo(1);
    assertThat(NeighbourTest.pValue(test, 0, 0, 3, 7)).isEqualTo(1);
    assertThat(NeighbourTest.pValue(test, 10, 5, 20, 10)).isCloseTo(1, within(1e-12));
  }

  @Test
  void criticalStatistic_ofFivePercent_isTheKnownQuantile() {
    assertThat(NeighbourTest.criticalStatistic(0.05)).isCloseTo(3.841458820694124, within(1e-12));
    assertThat(NeighbourTest.criticalStatistic(1)).isZero();
    double tiny = NeighbourTest.criticalStatistic(1e-40);
    assertThat(NeighbourTest.pValueOf(tiny)).isCloseTo(1e-40, withinPercentage(1e-9));
  }
}
