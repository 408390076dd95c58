package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.ZeroCellRule;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The program against a look at every partition, on random small inputs. */
class OptimalPartitionExhaustiveTest {

  private static final int INPUTS = 30;
  private static final BinningSettings PLAIN = BinningSettings.DEFAULT
      .withTrend(Trend.NONE)
      .withSizes(BinSizes.DEFAULT
          .withGoods(1, Double.POSITIVE_INFINITY)
          .withBads(1, Double.POSITIVE_INFINITY));

  private static Stream<Arguments> rules() {
    BinSizes sizes = PLAIN.sizes();
    NeighbourRules none = NeighbourRules.NONE;
    return Stream.of(
        rule("no rule", s -> s),
        rule("three bins or more", s -> s.withSizes(sizes.withBins(3, 8))),
        rule("two or three bins", s -> s.withSizes(sizes.withBins(2, 3))),
        rule("share 15% to 50%", s -> s.withSizes(sizes.withShare(0.15, 0.5))),
        rule("count 60 to 200", s -> s.withSizes(sizes.withCount(60, 200))),
        rule("goods 40 to 150", s -> s.withSizes(sizes.withGoods(40, 150))),
        rule("bads 8 to 40", s -> s.withSizes(sizes.withBads(8, 40))),
        rule("pure bins, half in zero bins", s -> pure(s, ZeroCellRule.HALF_IN_ZERO_BINS)),
        rule("pure bins, half in all bins", s -> pure(s, ZeroCellRule.HALF_IN_ALL_BINS)),
        rule("pure bins, zero WOE", s -> pure(s, ZeroCellRule.ZERO_WOE)),
        rule("rate gap", s -> s.withNeighbours(none.withMinRateGap(0.07))),
        rule("WOE gap", s -> s.withNeighbours(none.withMinWoeGap(0.4))),
        rule("z", s -> s.withNeighbours(none.withMaxPValue(0.2, SignificanceTest.Z))),
        rule("chi2", s -> s.withNeighbours(none.withMaxPValue(0.1, SignificanceTest.CHI_SQUARE))),
        rule("yates", s -> s.withNeighbours(none.withMaxPValue(0.2, SignificanceTest.YATES))),
        rule("fisher", s -> s.withNeighbours(none.withMaxPValue(0.2, SignificanceTest.FISHER))),
        rule("stable in all periods", s -> s.withNeighbours(none.withStableShare(1))),
        rule("stable in two thirds", s -> s.withNeighbours(none.withStableShare(0.6))),
        rule("uneven penalty", s -> s.withShape(s.shape().withUnevenPenalty(0.3))),
        rule("Jensen-Shannon", s -> s.withDivergence(Divergence.JENSEN_SHANNON)),
        rule("Hellinger", s -> s.withDivergence(Divergence.HELLINGER)),
        rule("triangular", s -> s.withDivergence(Divergence.TRIANGULAR)),
        rule("chi-square", s -> s.withDivergence(Divergence.CHI_SQUARE)),
        rule("no peak gain asked", s -> s.withShape(s.shape().withAutoPeakGain(0))),
        rule(
            "several",
            s -> s.withSizes(sizes.withBins(2, 5).withShare(0.05, 0.6))
                .withShape(s.shape().withUnevenPenalty(0.1))
                .withNeighbours(none.withMinRateGap(0.02)
                    .withMaxPValue(0.5, SignificanceTest.CHI_SQUARE)
                    .withStableShare(0.5))));
  }

  private static Arguments rule(String name, UnaryOperator<BinningSettings> rule) {
    return Arguments.of(name, rule);
  }

  private static BinningSettings pure(BinningSettings settings, ZeroCellRule rule) {
    return settings
        .withZeroCells(rule)
        .withSizes(settings
            .sizes()
            .withGoods(0, Double.POSITIVE_INFINITY)
            .withBads(0, Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void of_randomInputs_findsWhatExhaustiveSearchFinds(
      String name, UnaryOperator<BinningSettings> rule) {
    int found = 0;
    for (Trend trend : Trend.values()) {
      BinningSettings settings = rule.apply(PLAIN).withTrend(trend);
      for (int seed = 0; seed < INPUTS; seed++) {
        found += compare(new Input(seed, false), settings) ? 1 : 0;
      }
    }

    assertThat(found).as("feasible inputs").isGreaterThan(Trend.values().length * INPUTS / 10);
  }

  @ParameterizedTest
  @EnumSource(Trend.class)
  void of_fixedCuts_findsWhatExhaustiveSearchFinds(Trend trend) {
    int found = 0;
    for (int seed = 0; seed < INPUTS; seed++) {
      found += compare(new Input(seed, true), PLAIN.withTrend(trend)) ? 1 : 0;
    }

    assertThat(found).isBetween(1, INPUTS);
  }

  private static boolean compare(Input input, BinningSettings settings) {
    ExhaustiveSearch exhaustive =
        new ExhaustiveSearch(input.counts, settings, input.periodGoods, input.periodBads);
    Optional<ExhaustiveSearch.Best> best = exhaustive.best();
    PartitionResult result = OptimalPartition.of(input.counts, settings);
    if (best.isEmpty()) {
      assertThat(result).as(input.toString()).isInstanceOf(PartitionResult.Conflict.class);
      return false;
    }
    assertThat(result)
        .as(input.toString())
        .isInstanceOfSatisfying(PartitionResult.Partition.class, partition -> {
          assertThat(partition.objective()).isCloseTo(best.get().objective(), within(2e-11));
          assertThat(exhaustive.isFeasible(partition.cuts(), partition.trend())).isTrue();
          if (best.get().objective() > best.get().runnerUp() + 1e-10) {
            assertThat(partition.cuts()).isEqualTo(best.get().cuts());
          }
        });
    return true;
  }

  /** Counts of one to nine pre-bins with three periods; one in eight cells is 0. */
  private static final class Input {

    private final PreBinCounts counts;
    private final long[][] periodGoods;
    private final long[][] periodBads;
    private final int seed;

    Input(int seed, boolean fixedCuts) {
      this.seed = seed;
      SplittableRandom random = new SplittableRandom(seed);
      int size = 1 + random.nextInt(9);
      long[] goods = new long[size];
      long[] bads = new long[size];
      periodGoods = new long[3][size];
      periodBads = new long[3][size];
      double slope = random.nextDouble() - 0.5;
      double bend = random.nextDouble() - 0.5;
      for (int i = 0; i < size; i++) {
        double x = (i + 0.5) / size - 0.5;
        double rate = Math.min(0.6, Math.max(0.02, 0.2 + 0.4 * slope * x + 2 * bend * x * x));
        for (int period = 0; period < 3; period++) {
          int records = random.nextInt(25);
          for (int k = 0; k < records; k++) {
            boolean bad = random.nextDouble() < rate;
            (bad ? periodBads : periodGoods)[period][i]++;
          }
          goods[i] += periodGoods[period][i];
          bads[i] += periodBads[period][i];
        }
      }
      goods[0] += 1;
      bads[size - 1] += 1;
      PreBinCounts plain = PreBinCounts.of(goods, bads)
          .withOutside(random.nextInt(30), random.nextInt(10))
          .withPeriods(periodGoods, periodBads);
      int[] cuts = IntStream.range(1, size).filter(i -> random.nextInt(5) == 0).toArray();
      this.counts = fixedCuts ? plain.withFixedCuts(cuts) : plain;
    }

    @Override
    public String toString() {
      return "seed " + seed;
    }
  }
}
