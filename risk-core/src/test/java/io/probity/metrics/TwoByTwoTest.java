package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoByTwoTest {

  @Test
  void fisher_ladyTastingTea_matchesHandCalculation() {
    // margins 4, 4, 4, 4: tables have 1, 16, 36, 16, 1 of 70 ways; 3 right of 4: 34 / 70
    assertThat(new TwoByTwo(3, 1, 1, 3).fisherPValue()).isCloseTo(34.0 / 70.0, within(1e-15));
    assertThat(new TwoByTwo(4, 0, 0, 4).fisherPValue()).isCloseTo(2.0 / 70.0, within(1e-16));
    assertThat(new TwoByTwo(2, 2, 2, 2).fisherPValue()).isEqualTo(1.0);
  }

  @Test
  void chiSquare_matchesHandCalculation() {
    // n (ad - bc)^2 / (margins) = 8 x 64 / 256; Yates 8 x 16 / 256
    TwoByTwo table = new TwoByTwo(3, 1, 1, 3);

    assertThat(table.chiSquare().statistic()).isEqualTo(2.0);
    assertThat(table.chiSquareYates().statistic()).isEqualTo(0.5);
    assertThat(table.proportionsZ().statistic()).isCloseTo(Math.sqrt(2), within(1e-15));
    assertThat(table.oddsRatio()).isEqualTo(9.0);
  }

  @Test
  void chiSquareYates_smallGap_shrinksToZero() {
    assertThat(new TwoByTwo(3, 4, 3, 5).chiSquareYates()).isEqualTo(new TestResult(0.0, 1.0));
  }

  @ParameterizedTest
  @CsvSource({"0,5,0,7", "5,0,7,0", "0,0,3,4", "3,4,0,0", "0,0,0,0"})
  void tests_emptyRowOrColumn_showNoDifference(double a, double b, double c, double d) {
    TwoByTwo table = new TwoByTwo(a, b, c, d);

    assertThat(table.chiSquare()).isEqualTo(new TestResult(0.0, 1.0));
    assertThat(table.chiSquareYates()).isEqualTo(new TestResult(0.0, 1.0));
    assertThat(table.proportionsZ()).isEqualTo(new TestResult(0.0, 1.0));
    assertThat(table.fisherPValue()).isEqualTo(1.0);
    assertThatThrownBy(table::oddsRatio)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("an odds ratio needs two groups and both outcomes");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void fisher_equalsAddingUpAllTables(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 50; round++) {
      int a = random.nextInt(15);
      int b = random.nextInt(1, 15);
      int c = random.nextInt(1, 15);
      int d = random.nextInt(15);
      double observed = ways(a, a + b, a + c, a + b + c + d);
      double tail = 0;
      double all = 0;
      for (int x = 0; x <= a + b; x++) {
        double ways = ways(x, a + b, a + c, a + b + c + d);
        all += ways;
        tail += ways <= observed * (1 + 1e-7) ? ways : 0;
      }

      assertThat(new TwoByTwo(a, b, c, d).fisherPValue())
          .isCloseTo(tail / all, within(1e-12 * tail / all));
    }
  }

  private static double ways(int x, int row, int column, int all) {
    int rest = column - x;
    return rest < 0 || rest > all - row
        ? 0
        : CombinatoricsUtils.binomialCoefficientDouble(row, x)
            * CombinatoricsUtils.binomialCoefficientDouble(all - row, rest);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tests_groupsSwapped_doNotChange(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TwoByTwo table = new TwoByTwo(
        random.nextInt(1, 900),
        random.nextInt(1, 900),
        random.nextInt(1, 900),
        random.nextInt(1, 900));
    TwoByTwo swapped = new TwoByTwo(
        table.secondEvents(), table.secondOthers(), table.firstEvents(), table.firstOthers());
    double fisher = table.fisherPValue();

    assertThat(swapped.chiSquare().statistic())
        .isCloseTo(table.chiSquare().statistic(), within(1e-10));
    assertThat(swapped.proportionsZ().statistic())
        .isCloseTo(-table.proportionsZ().statistic(), within(1e-12));
    assertThat(swapped.fisherPValue()).isCloseTo(fisher, within(1e-11 * fisher));
  }

  @Test
  void fisher_largeCounts_isQuickAndNearTheNormalTest() {
    TwoByTwo table = new TwoByTwo(400_000, 600_000, 398_500, 601_500);

    assertThat(table.fisherPValue()).isCloseTo(table.chiSquareYates().pValue(), within(1e-6));
    assertThat(new TwoByTwo(1e6, 0, 0, 1e6).fisherPValue()).isEqualTo(0.0); // below any double
  }

  @Test
  void fisher_fractionalCounts_areRefused() {
    assertThatThrownBy(() -> new TwoByTwo(1.5, 1, 1, 1).fisherPValue())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Fisher's test needs whole numbers of records, not 1.5; use chi-squared");
    assertThat(new TwoByTwo(1.5, 1, 1, 1).chiSquare().pValue()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"-1,1,1,1", "NaN,1,1,1", "1,Infinity,1,1", "1,1,1,1e16"})
  void of_countsOutOfRange_areRefused(double a, double b, double c, double d) {
    assertThatThrownBy(() -> new TwoByTwo(a, b, c, d))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("counts must be at least 0 and together at most 1e15");
  }

  @Test
  void oddsRatio_oneZeroCell_isZeroOrInfinite() {
    assertThat(new TwoByTwo(0, 5, 2, 3).oddsRatio()).isEqualTo(0.0);
    assertThat(new TwoByTwo(5, 0, 2, 3).oddsRatio()).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
