package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.BinTable;
import io.probity.binning.ZeroCellRule;
import io.probity.input.JsonObject;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinningAnalysisTest {

  @Test
  void of_twoBins_matchesHandCalculation() {
    BinningAnalysis analysis = analyse(new double[] {80, 20}, new double[] {10, 40}, 2);

    // shares of goods .8 and .2, of bads .2 and .8; records 90 and 60 of 150
    assertThat(analysis.informationValue()).isCloseTo(1.2 * Math.log(4), within(1e-15));
    assertThat(analysis.jensenShannon())
        .isCloseTo(0.8 * Math.log(1.6) + 0.2 * Math.log(0.4), within(1e-15));
    assertThat(analysis.hellinger())
        .isCloseTo(Math.pow(Math.sqrt(0.8) - Math.sqrt(0.2), 2), within(1e-15));
    assertThat(analysis.triangular()).isCloseTo(2 * 0.36, within(1e-15));
    assertThat(analysis.gini()).isCloseTo(0.6, within(1e-15));
    assertThat(analysis.ks()).isCloseTo(0.6, within(1e-15));
    assertThat(analysis.concentration()).isCloseTo(0.36 + 0.16, within(1e-15));
    assertThat(analysis.normalisedConcentration()).isCloseTo(0.04, within(1e-14));
    // chi-square = 150 (80 * 40 - 20 * 10)^2 / (90 * 60 * 100 * 50) = 50
    assertThat(analysis.cramersV()).isCloseTo(Math.sqrt(50.0 / 150), within(1e-15));
    assertThat(analysis.neighbours().get(0).chiSquare()).isCloseTo(50, within(1e-12));
    double relative = 1.2 * Math.log(4) / 0.39573882184806863;
    double pValue = analysis.neighbours().get(0).pValue();
    assertThat(analysis.quality())
        .isCloseTo(
            relative * Math.exp((1 - relative * relative) / 2) * (1 - pValue) * 0.96,
            within(1e-15));
  }

  @Test
  void of_goldenTables_agrees() {
    JsonObject expected = Golden.json("05_woe_iv/expected.json").object("expected");
    JsonObject input = Golden.json("05_woe_iv/input.json").object("tables");
    for (String name : input.keys()) {
      double[] goods = column(input, name, "good");
      double[] bads = column(input, name, "bad");
      JsonObject golden = expected.object(name);

      BinningAnalysis analysis = analyse(goods, bads, 4);

      assertThat(analysis.cramersV())
          .isCloseTo(golden.object("all_bins_chi2").number("cramers_v"), within(1e-12));
      assertThat(analysis.informationValue())
          .isCloseTo(golden.object("zero_bins_only_plus_half").number("iv_total"), within(1e-12));
      for (int i = 0; i < 3; i++) {
        JsonObject test = golden.objects("adjacent_regular_bin_tests").get(i);
        BinningAnalysis.NeighbourComparison ours = analysis.neighbours().get(i);
        assertThat(ours.chiSquare()).isCloseTo(test.number("chi2_pearson"), within(1e-11));
        assertThat(ours.pValue()).isCloseTo(test.number("p_pearson"), within(1e-12));
        assertThat(ours.yates()).isCloseTo(test.number("p_yates"), within(1e-12));
        assertThat(ours.fisher()).isCloseTo(test.number("p_fisher_two_sided"), within(1e-12));
      }
    }
  }

  private static double[] column(JsonObject input, String table, String side) {
    return input.objects(table).stream().mapToDouble(row -> row.number(side)).toArray();
  }

  @Test
  void of_emptyBins_leavesThemOut() {
    BinningAnalysis full = analyse(new double[] {80, 20}, new double[] {10, 40}, 2);
    BinningAnalysis padded = analyse(new double[] {80, 20, 0, 0}, new double[] {10, 40, 0, 0}, 2);

    assertThat(padded).isEqualTo(full);
  }

  @Test
  void of_oneBin_isWorthless() {
    BinningAnalysis analysis = analyse(new double[] {80}, new double[] {10}, 1);

    assertThat(analysis.informationValue()).isZero();
    assertThat(analysis.informationValueError()).isZero();
    assertThat(analysis.gini()).isZero();
    assertThat(analysis.normalisedConcentration()).isEqualTo(1);
    assertThat(analysis.quality()).isZero();
    assertThat(analysis.woe().get(0).standardError()).isZero();
    assertThat(analysis.neighbours()).isEmpty();
  }

  @Test
  void of_fractionalCounts_hasNoFisher() {
    assertThat(analyse(new double[] {8.5, 2}, new double[] {1, 4}, 2)
            .neighbours()
            .get(0)
            .fisher())
        .isNaN();
  }

  @Test
  void of_badInput_isRefused() {
    assertThatThrownBy(() -> analyse(new double[] {8}, new double[] {0}, 1))
        .hasMessageContaining("needs goods and bads");
    assertThatThrownBy(() -> analyse(new double[] {8}, new double[] {1}, 2))
        .hasMessageContaining("of 1 bins 2 cannot be value bins");
    BinTable table = table(new double[] {8}, new double[] {1});
    assertThatThrownBy(() -> BinningAnalysis.of(table, 1, 1.0))
        .hasMessageContaining("in (0, 1), not 1.0");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void of_goodsAndBadsSwapped_givesTheSameStrength(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] goods = random.doubles(6, 1, 100).map(Math::rint).toArray();
    double[] bads = random.doubles(6, 1, 100).map(Math::rint).toArray();

    BinningAnalysis one = analyse(goods, bads, 5);
    BinningAnalysis two = analyse(bads, goods, 5);

    Stream.of(
            new double[] {one.informationValue(), two.informationValue()},
            new double[] {one.informationValueError(), two.informationValueError()},
            new double[] {one.gini(), two.gini()},
            new double[] {one.ks(), two.ks()},
            new double[] {one.cramersV(), two.cramersV()},
            new double[] {one.quality(), two.quality()})
        .forEach(pair -> assertThat(pair[0]).isCloseTo(pair[1], within(1e-12)));
    for (int i = 0; i < 4; i++) {
      assertThat(one.neighbours().get(i).probabilityRises())
          .isCloseTo(1 - two.neighbours().get(i).probabilityRises(), within(1e-10));
    }
  }

  @Test
  void of_manyDraws_errorsAreThoseSeen() {
    double[] goods = {400, 300, 200, 100};
    double[] bads = {10, 20, 30, 40};
    BinningAnalysis analysis = analyse(goods, bads, 4);
    SplittableRandom random = new SplittableRandom(7);
    int draws = 4_000;
    double[] woe = new double[draws];
    double[] iv = new double[draws];
    for (int i = 0; i < draws; i++) {
      BinTable drawn = table(draw(random, goods, 1_000), draw(random, bads, 100));
      woe[i] = drawn.woe(1);
      iv[i] = drawn.informationValue();
    }

    // both are first-order errors; a small sample spreads a little more
    assertThat(deviation(woe)).isCloseTo(analysis.woe().get(1).standardError(), within(0.02));
    assertThat(deviation(iv)).isCloseTo(analysis.informationValueError(), within(0.02));
    // sqrt(1/300 - 1/1000 + 1/20 - 1/100)
    assertThat(analysis.woe().get(1).standardError())
        .isCloseTo(Math.sqrt(1 / 300.0 - 0.001 + 0.05 - 0.01), within(1e-15));
    assertThat(analysis.woe().get(1).high() - analysis.woe().get(1).woe())
        .isCloseTo(1.959963984540054 * analysis.woe().get(1).standardError(), within(1e-12));
  }

  private static double[] draw(SplittableRandom random, double[] weights, int count) {
    double[] drawn = new double[weights.length];
    for (int i = 0; i < count; i++) {
      double at = random.nextDouble() * count;
      int bin = 0;
      while (at >= weights[bin]) {
        at -= weights[bin++];
      }
      drawn[bin]++;
    }
    return drawn;
  }

  private static double deviation(double[] values) {
    double mean = 0;
    double square = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    for (double value : values) {
      square += (value - mean) * (value - mean) / (values.length - 1);
    }
    return Math.sqrt(square);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0, 0.5", "5, 5, 5, 5, 0.5", "0, 1000, 1000, 0, 1", "1000, 0, 0, 1000, 0"})
  void probabilityGreater_plainCases_areKnown(
      double goods, double bads, double otherGoods, double otherBads, double expected) {
    assertThat(BetaComparison.probabilityGreater(goods, bads, otherGoods, otherBads))
        .isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"3, 7, 12, 5", "40, 3, 60, 9", "0, 4, 9, 2", "9000, 100, 5000, 70"})
  void probabilityGreater_manyDraws_agrees(double goods, double bads, double og, double ob) {
    SplittableRandom random = new SplittableRandom(3);
    int draws = 100_000;
    int greater = 0;
    for (int i = 0; i < draws; i++) {
      greater += beta(random, bads, goods) > beta(random, ob, og) ? 1 : 0;
    }

    assertThat(BetaComparison.probabilityGreater(goods, bads, og, ob))
        .isCloseTo(greater / (double) draws, within(0.006));
  }

  /** A draw from Beta(a + 1/2, b + 1/2), made of two draws from gamma distributions. */
  private static double beta(SplittableRandom random, double a, double b) {
    double x = gamma(random, a + 0.5);
    return x / (x + gamma(random, b + 0.5));
  }

  /** Marsaglia and Tsang's method, for shapes of 1/2 by way of the next higher one. */
  private static double gamma(SplittableRandom random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    while (true) {
      double z = Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
          * Math.cos(2 * Math.PI * random.nextDouble());
      double v = Math.pow(1 + z / Math.sqrt(9 * d), 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  private static BinningAnalysis analyse(double[] goods, double[] bads, int valueBins) {
    return BinningAnalysis.of(table(goods, bads), valueBins, 0.95);
  }

  private static BinTable table(double[] goods, double[] bads) {
    return BinTable.of(goods, bads, ZeroCellRule.HALF_IN_ZERO_BINS);
  }
}
