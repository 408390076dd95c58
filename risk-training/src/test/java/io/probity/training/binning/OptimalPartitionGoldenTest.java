package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact optima found by an independent exhaustive search, checked there by an integer program. */
class OptimalPartitionGoldenTest {

  private static final JsonObject INPUT =
      Golden.json("06_optimal_binning/input.json").object("prebins");
  private static final JsonObject EXPECTED =
      Golden.json("06_optimal_binning/expected.json").object("expected");

  /** The rules of the file: 5% of all records, one good and one bad in each bin. */
  private static final BinSizes SIZES =
      BinSizes.DEFAULT.withGoods(1, Double.POSITIVE_INFINITY).withBads(1, Double.POSITIVE_INFINITY);

  private static Stream<Arguments> plain() {
    return cases("results");
  }

  private static Stream<Arguments> significant() {
    return cases("with_adjacent_chi2_p_at_most_0.05");
  }

  private static Stream<Arguments> cases(String list) {
    List<Arguments> cases = new ArrayList<>();
    for (String name : INPUT.keys()) {
      for (JsonObject result : EXPECTED.object(name).objects(list)) {
        cases.add(Arguments.of(name, result.text("trend"), result.whole("max_bins"), result));
      }
    }
    return cases.stream();
  }

  @Test
  void cases_ofTheFile_areAllThere() {
    assertThat(plain()).hasSize(120);
    assertThat(significant()).hasSize(15);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("plain")
  void of_goldenInput_findsTheOptimum(String name, String trend, int maxBins, JsonObject golden) {
    BinningSettings settings =
        BinningSettings.DEFAULT.withSizes(SIZES.withBins(1, maxBins)).withTrend(trend(trend));

    check(OptimalPartition.of(counts(name), settings), golden);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("significant")
  void of_goldenInputWithPValues_findsTheOptimum(
      String name, String trend, int maxBins, JsonObject golden) {
    BinningSettings settings = BinningSettings.DEFAULT
        .withSizes(SIZES.withBins(1, maxBins))
        .withTrend(trend(trend))
        .withNeighbours(NeighbourRules.NONE.withMaxPValue(0.05, SignificanceTest.CHI_SQUARE));

    check(OptimalPartition.of(counts(name), settings), golden);
  }

  private static void check(PartitionResult result, JsonObject golden) {
    List<Integer> cuts =
        Arrays.stream(golden.numbers("cut_indices")).mapToObj(cut -> (int) cut).toList();
    assertThat(result).isInstanceOfSatisfying(PartitionResult.Partition.class, partition -> {
      assertThat(partition.cuts()).isEqualTo(cuts);
      assertThat(partition.objective()).isCloseTo(golden.number("iv_regular_bins"), within(1e-12));
    });
  }

  private static Trend trend(String name) {
    return name.equals("either") ? Trend.MONOTONE : Trend.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static PreBinCounts counts(String name) {
    JsonObject input = INPUT.object(name);
    PreBinCounts counts =
        PreBinCounts.of(whole(input.numbers("good")), whole(input.numbers("bad")));
    return input
        .nullableValue("missing")
        .map(missing -> whole(missing.numbers()))
        .map(missing -> counts.withOutside(missing[0], missing[1]))
        .orElse(counts);
  }

  private static long[] whole(double[] numbers) {
    return IntStream.range(0, numbers.length).mapToLong(i -> (long) numbers[i]).toArray();
  }
}
