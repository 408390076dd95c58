package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that leave no partition. */
class OptimalPartitionConflictTest {

  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final BinningSettings FREE = BinningSettings.DEFAULT
      .withTrend(Trend.NONE)
      .withSizes(BinSizes.DEFAULT.withShare(0, 1).withGoods(1, ANY).withBads(1, ANY));

  @ParameterizedTest
  @CsvSource({
    "4, 0, 1, 0, 0, 1, MIN_BINS",
    "1, 0, 1, 700, 0, 1, MIN_COUNT",
    "1, 0, 1, 0, 60, 1, MIN_BADS",
    "2, 0.6, 1, 0, 0, 1, MIN_BINS+MIN_SHARE",
    "1, 0, 0.3, 0, 0, 1, MAX_SHARE",
    "3, 0, 1, 0, 0, 0.000000000001, MIN_BINS+MAX_P_VALUE"
  })
  void of_rulesThatCannotBeMet_namesThoseThatBind(
      int minBins,
      double minShare,
      double maxShare,
      double minCount,
      double minBads,
      double pValue,
      String expected) {
    PreBinCounts counts = PreBinCounts.of(new long[] {190, 180, 170}, new long[] {10, 20, 25});
    BinningSettings settings = FREE.withSizes(BinSizes.DEFAULT
            .withBins(minBins, 8)
            .withShare(minShare, maxShare)
            .withCount(minCount, ANY)
            .withBads(minBads, ANY))
        .withNeighbours(NeighbourRules.NONE.withMaxPValue(pValue, SignificanceTest.CHI_SQUARE));

    assertThat(OptimalPartition.of(counts, settings))
        .isInstanceOfSatisfying(
            PartitionResult.Conflict.class,
            conflict -> assertThat(
                    String.join("+", conflict.rules().stream().map(Enum::name).toList()))
                .isEqualTo(expected));
  }

  @Test
  void of_conflicts_areMinimal() {
    int conflicts = 0;
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[][] sides = random(seed, 3 + random.nextInt(4));
      PreBinCounts counts = PreBinCounts.of(sides[0], sides[1]).withFixedCuts(1);
      BinningSettings settings = FREE.withTrend(Trend.MONOTONE)
          .withSizes(BinSizes.DEFAULT
              .withBins(1 + random.nextInt(4), 4)
              .withShare(0.1 + random.nextInt(2) * 0.1, 0.5 + random.nextInt(5) * 0.1)
              .withBads(random.nextInt(30), ANY))
          .withNeighbours(NeighbourRules.NONE.withMinRateGap(random.nextInt(3) * 0.1));
      if (OptimalPartition.of(counts, settings) instanceof PartitionResult.Conflict conflict) {
        conflicts++;
        assertThat(isFeasible(counts, settings, conflict.rules())).isFalse();
        for (BinningRule rule : conflict.rules()) {
          Set<BinningRule> fewer = new TreeSet<>(conflict.rules());
          fewer.remove(rule);
          assertThat(isFeasible(counts, settings, fewer))
              .as("%s %s", seed, rule)
              .isTrue();
        }
      }
    }

    assertThat(conflicts).isGreaterThan(50);
  }

  private static boolean isFeasible(
      PreBinCounts counts, BinningSettings settings, Set<BinningRule> kept) {
    PreBinCounts leftCounts = counts;
    BinningSettings left = settings;
    for (BinningRule rule : BinningRule.values()) {
      if (!kept.contains(rule)) {
        left = rule.relax(left);
        leftCounts = rule.relax(leftCounts);
      }
    }
    return new ExhaustiveSearch(leftCounts, left, new long[0][], new long[0][])
        .best()
        .isPresent();
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
}
