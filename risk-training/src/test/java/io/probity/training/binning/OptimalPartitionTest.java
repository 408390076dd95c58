package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimalPartitionTest {

  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final BinningSettings FREE = BinningSettings.DEFAULT
      .withTrend(Trend.NONE)
      .withSizes(BinSizes.DEFAULT.withShare(0, 1).withGoods(1, ANY).withBads(1, ANY));

  @Test
  void of_twoPreBins_matchesHandCalculation() {
    PreBinCounts counts = PreBinCounts.of(new long[] {80, 20}, new long[] {10, 40});

    PartitionResult.Partition partition = solve(counts, FREE);

    // shares: goods 0.8 and 0.2, bads 0.2 and 0.8, so the IV is 0.6 ln 4 + 0.6 ln 4
    assertThat(partition.cuts()).containsExactly(1);
    assertThat(partition.objective()).isCloseTo(1.2 * Math.log(4), within(1e-15));
  }

  @Test
  void of_outsideRecords_countInTheShares() {
    PreBinCounts counts =
        PreBinCounts.of(new long[] {80, 20}, new long[] {10, 40}).withOutside(100, 50);

    PartitionResult.Partition partition = solve(counts, FREE);

    // shares of all: goods 0.4 and 0.1, bads 0.1 and 0.4
    assertThat(partition.objective()).isCloseTo(0.6 * Math.log(4), within(1e-15));
    assertThat(solve(counts, FREE.withSizes(FREE.sizes().withShare(0.21, 1))).cuts())
        .isEmpty();
  }

  @Test
  void of_neighboursOfEqualRate_takesFewerBins() {
    PreBinCounts counts = PreBinCounts.of(new long[] {30, 60, 90, 10}, new long[] {10, 20, 30, 40});

    assertThat(solve(counts, FREE).cuts()).containsExactly(3);
  }

  @Test
  void of_mirroredInput_takesTheSmallestCuts() {
    PreBinCounts counts = PreBinCounts.of(new long[] {10, 20, 10}, new long[] {20, 10, 20});

    assertThat(solve(counts, FREE.withSizes(FREE.sizes().withBins(2, 2))).cuts())
        .containsExactly(1);
  }

  @Test
  void of_mirroredRest_takesTheSmallestCuts() {
    PreBinCounts counts =
        PreBinCounts.of(new long[] {100, 10, 20, 10}, new long[] {10, 20, 10, 20});
    BinningSettings three = FREE.withSizes(FREE.sizes().withBins(3, 3));

    // behind the fixed cut, 1 | 2 and 2 | 1 have the same IV
    assertThat(solve(counts.withFixedCuts(1), three).cuts()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void of_runsOfEqualRate_areNeverCut(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 50; i++) {
      long[] goods = new long[12];
      long[] bads = new long[12];
      for (int preBin = 0; preBin < 12; preBin++) {
        int times = 1 + random.nextInt(50);
        // four runs of three pre-bins each, with 7, 8, 9 and 10 bads to 50 goods
        goods[preBin] = 50L * times;
        bads[preBin] = (7L + preBin / 3) * times;
      }

      assertThat(solve(PreBinCounts.of(goods, bads), FREE).cuts()).containsExactly(3, 6, 9);
    }
  }

  @Test
  void of_ratesOnAStraightLine_areConcaveAndConvex() {
    PreBinCounts counts = PreBinCounts.of(new long[] {90, 80, 70}, new long[] {10, 20, 30});

    assertThat(solve(counts, FREE.withTrend(Trend.CONCAVE)).cuts()).containsExactly(1, 2);
    assertThat(solve(counts, FREE.withTrend(Trend.CONVEX)).cuts()).containsExactly(1, 2);
  }

  @Test
  void of_binsThatShareNoPeriod_areNotStable() {
    PreBinCounts counts = PreBinCounts.of(new long[] {90, 60}, new long[] {10, 40})
        .withPeriods(new long[][] {{90, 0}, {0, 60}}, new long[][] {{10, 0}, {0, 40}});

    assertThat(solve(counts, FREE).cuts()).containsExactly(1);
    assertThat(solve(counts, FREE.withNeighbours(NeighbourRules.NONE.withStableShare(0.1)))
            .cuts())
        .isEmpty();
  }

  @Test
  void of_onePreBin_isOneBin() {
    PreBinCounts counts = PreBinCounts.of(new long[] {10}, new long[] {5});

    for (Trend trend : Trend.values()) {
      PartitionResult.Partition partition = solve(counts, FREE.withTrend(trend));
      assertThat(partition.bins()).isEqualTo(1);
      assertThat(partition.objective()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void of_goodsAndBadsSwapped_givesTheSameCutsAndTheOtherTrend(long seed) {
    long[][] sides = random(seed, 40);

    PartitionResult.Partition one = solve(
        PreBinCounts.of(sides[0], sides[1]), BinningSettings.DEFAULT.withTrend(Trend.ASCENDING));
    PartitionResult.Partition two = solve(
        PreBinCounts.of(sides[1], sides[0]), BinningSettings.DEFAULT.withTrend(Trend.DESCENDING));

    assertThat(two.cuts()).isEqualTo(one.cuts());
    assertThat(two.objective()).isEqualTo(one.objective());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void of_orderReversed_givesTheReversedCuts(long seed) {
    long[][] sides = random(seed, 40);

    PartitionResult.Partition one =
        solve(PreBinCounts.of(sides[0], sides[1]), BinningSettings.DEFAULT.withTrend(Trend.PEAK));
    PartitionResult.Partition two = solve(
        PreBinCounts.of(reversed(sides[0]), reversed(sides[1])),
        BinningSettings.DEFAULT.withTrend(Trend.PEAK));

    assertThat(new TreeSet<>(two.cuts().stream().map(cut -> 40 - cut).toList()))
        .containsExactlyElementsOf(one.cuts());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void of_fractionalUnits_givesTheSameAsWholeRecords(long seed) {
    long[][] sides = random(seed, 30);
    long[][] finer = new long[2][];
    for (int side = 0; side < 2; side++) {
      finer[side] = Arrays.stream(sides[side]).map(count -> count * 8).toArray();
    }
    BinningSettings settings = BinningSettings.DEFAULT
        .withSizes(BinSizes.DEFAULT.withCount(50, ANY).withBads(7, ANY))
        .withNeighbours(NeighbourRules.NONE.withMaxPValue(0.1, SignificanceTest.YATES));

    PartitionResult whole =
        OptimalPartition.of(PreBinCounts.of(sides[0], sides[1]).withOutside(5, 3), settings);
    PartitionResult fine = OptimalPartition.of(
        PreBinCounts.of(finer[0], finer[1]).withOutside(40, 24).withUnit(0.125), settings);

    assertThat(fine).isEqualTo(whole);
  }

  @Test
  void of_ratesThatDifferByTwoToTheMinus100_areOrderedExactly() {
    // 1 good each; bads 2^50 - 1 and 2^50: the rates are equal as doubles
    PreBinCounts counts = PreBinCounts.of(new long[] {1, 1}, new long[] {(1L << 50) - 1, 1L << 50});
    PreBinCounts reversed =
        PreBinCounts.of(new long[] {1, 1}, new long[] {1L << 50, (1L << 50) - 1});

    assertThat(canBeTwoBins(counts, Trend.ASCENDING)).isTrue();
    assertThat(canBeTwoBins(counts, Trend.DESCENDING)).isFalse();
    assertThat(canBeTwoBins(reversed, Trend.ASCENDING)).isFalse();
    assertThat(canBeTwoBins(reversed, Trend.DESCENDING)).isTrue();
  }

  private static boolean canBeTwoBins(PreBinCounts counts, Trend trend) {
    BinningSettings twoBins = FREE.withSizes(FREE.sizes().withBins(2, 2)).withTrend(trend);
    return OptimalPartition.of(counts, twoBins) instanceof PartitionResult.Partition;
  }

  @Test
  void compareRates_largeCounts_agreesWithExactProducts() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      long goods = random.nextLong(1L << 51);
      long bads = random.nextLong(1L << 51);
      long otherGoods = i % 2 == 0 ? goods + random.nextInt(3) : random.nextLong(1L << 51);
      long otherBads = i % 2 == 0 ? bads + random.nextInt(3) : random.nextLong(1L << 51);

      assertThat(IntervalTable.compareRates(goods, bads, otherGoods, otherBads))
          .isEqualTo(product(bads, otherGoods).compareTo(product(otherBads, goods)));
    }
  }

  private static BigInteger product(long one, long two) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(two));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 77, 256})
  void of_manyPreBins_areReallyMonotone(int size) {
    long[][] sides = random(size, size);
    PreBinCounts counts = PreBinCounts.of(sides[0], sides[1]);

    PartitionResult.Partition partition =
        solve(counts, BinningSettings.DEFAULT.withTrend(Trend.ASCENDING));

    double last = 0;
    int start = 0;
    for (int i = 0; i <= partition.cuts().size(); i++) {
      int end = i < partition.cuts().size() ? partition.cuts().get(i) : size;
      double bads = Arrays.stream(sides[1], start, end).sum();
      double rate = bads / (bads + Arrays.stream(sides[0], start, end).sum());
      assertThat(rate).isGreaterThanOrEqualTo(last);
      last = rate;
      start = end;
    }
    assertThat(partition.bins()).isGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({"0.0, PEAK", "0.5, PEAK", "20.0, DESCENDING"})
  void of_auto_takesAPeakOnlyWhereItPays(double gain, Trend expected) {
    // a peak in the middle; the best monotone partition joins it with a side
    PreBinCounts counts = PreBinCounts.of(new long[] {90, 60, 92}, new long[] {10, 40, 8});
    BinningSettings settings = FREE.withShape(new BinShape(Trend.AUTO, gain, 0));

    PartitionResult.Partition peak = solve(counts, FREE.withTrend(Trend.PEAK));
    PartitionResult.Partition monotone = solve(counts, FREE.withTrend(Trend.MONOTONE));

    assertThat(peak.objective()).isBetween(monotone.objective() * 1.5, monotone.objective() * 21);
    assertThat(solve(counts, settings).trend()).isEqualTo(expected);
  }

  @Test
  void of_monotoneInput_isNeverCalledAPeak() {
    PreBinCounts counts = PreBinCounts.of(new long[] {90, 80, 70}, new long[] {10, 20, 30});

    PreBinCounts bent = PreBinCounts.of(new long[] {90, 60, 61, 10}, new long[] {10, 40, 39, 90});
    BinningSettings settings = FREE.withShape(new BinShape(Trend.AUTO, 0, 0));

    assertThat(solve(counts, settings).trend()).isEqualTo(Trend.ASCENDING);
    // 40% and 39% could stand apart only without a trend; the best peak is the monotone partition
    assertThat(solve(bent, settings).trend()).isEqualTo(Trend.ASCENDING);
    assertThat(solve(bent, settings).cuts()).containsExactly(1, 3);
  }

  @Test
  void of_unevenPenalty_prefersEvenBins() {
    PreBinCounts counts = PreBinCounts.of(new long[] {10, 85, 80, 75}, new long[] {10, 15, 20, 25});
    BinningSettings two = FREE.withSizes(FREE.sizes().withBins(2, 2));

    assertThat(solve(counts, two).cuts()).containsExactly(1);
    assertThat(solve(counts, two.withShape(two.shape().withUnevenPenalty(1))).cuts())
        .containsExactly(2);
  }

  @Test
  void of_oneClass_isRefused() {
    assertThatThrownBy(
            () -> OptimalPartition.of(PreBinCounts.of(new long[] {5}, new long[] {0}), FREE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("binning needs goods and bads, not 5 units of goods and 0 of bads");
  }

  @Test
  void of_settingsThatDoNotFit_areRefused() {
    PreBinCounts counts = PreBinCounts.of(new long[] {5, 6}, new long[] {3, 2});

    assertThatThrownBy(() -> OptimalPartition.of(
            counts, FREE.withNeighbours(NeighbourRules.NONE.withStableShare(1))))
        .hasMessageContaining("give periods");
    assertThatThrownBy(() -> OptimalPartition.of(
            counts.withUnit(0.5),
            FREE.withNeighbours(NeighbourRules.NONE.withMaxPValue(0.1, SignificanceTest.FISHER))))
        .hasMessageContaining("whole weights");
    assertThatThrownBy(() -> OptimalPartition.of(
            PreBinCounts.of(new long[] {0}, new long[] {0}).withOutside(3, 4), FREE))
        .hasMessageContaining("no records");
    long[] many = new long[200];
    Arrays.fill(many, 10);
    assertThatThrownBy(
            () -> OptimalPartition.of(PreBinCounts.of(many, many), FREE.withTrend(Trend.CONVEX)))
        .hasMessageContaining("at most 128 pre-bins");
  }

  private static PartitionResult.Partition solve(PreBinCounts counts, BinningSettings settings) {
    return (PartitionResult.Partition) OptimalPartition.of(counts, settings);
  }

  private static long[] reversed(long[] counts) {
    long[] reversed = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      reversed[i] = counts[counts.length - 1 - i];
    }
    return reversed;
  }

  private static long[][] random(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] sides = new long[2][size];
    for (int i = 0; i < size; i++) {
      double rate = 0.1 + 0.3 * i / size + 0.1 * random.nextDouble();
      int records = 20 + random.nextInt(60);
      for (int k = 0; k < records; k++) {
        sides[random.nextDouble() < rate ? 1 : 0][i]++;
      }
    }
    return sides;
  }

  @Test
  void binOf_ofEachPreBin_followsTheCuts() {
    PartitionResult.Partition partition =
        new PartitionResult.Partition(List.of(2, 3), Trend.NONE, 0);

    assertThat(List.of(0, 1, 2, 3, 4)).map(partition::binOf).containsExactly(0, 0, 1, 2, 2);
  }
}
