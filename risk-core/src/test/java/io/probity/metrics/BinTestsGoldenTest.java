package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of neighbouring bins against SciPy and R. */
class BinTestsGoldenTest {

  private static final Golden CASE = new Golden("05_woe_iv");

  @ParameterizedTest
  @ValueSource(strings = {"A_no_zero_cells", "B_zero_cells_and_empty_bin"})
  void twoByTwo_golden_agrees(String table) {
    for (JsonObject expected :
        CASE.expected().object(table).objects("adjacent_regular_bin_tests")) {
      List<JsonValue> rows = expected.value("table_good_bad").list();
      double[] first = rows.get(0).numbers();
      double[] second = rows.get(1).numbers();
      TwoByTwo bads = new TwoByTwo(first[1], first[0], second[1], second[0]);
      TwoByTwo goods = new TwoByTwo(first[0], first[1], second[0], second[1]);

      assertRelative(bads.chiSquare().statistic(), expected.number("chi2_pearson"));
      assertRelative(bads.chiSquare().pValue(), expected.number("p_pearson"));
      assertRelative(bads.chiSquareYates().statistic(), expected.number("chi2_yates"));
      assertRelative(bads.chiSquareYates().pValue(), expected.number("p_yates"));
      assertRelative(bads.fisherPValue(), expected.number("p_fisher_two_sided"));
      assertRelative(bads.proportionsZ().statistic(), expected.number("two_proportion_z"));
      assertThat(goods.oddsRatio())
          .isEqualTo(number(expected.value("sample_odds_ratio_g1b2_over_b1g2")));
      assertRelative(goods.chiSquare().statistic(), bads.chiSquare().statistic());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_no_zero_cells", "B_zero_cells_and_empty_bin"})
  void contingencyTable_goldenOfAllBins_agrees(String table) {
    JsonObject expected = CASE.expected().object(table).object("all_bins_chi2");
    double[][] counts = CASE.json("input.json").object("tables").objects(table).stream()
        .map(bin -> new double[] {bin.number("good"), bin.number("bad")})
        .toArray(double[][]::new);
    ContingencyTable bins = ContingencyTable.of(counts);

    assertRelative(bins.chiSquare().statistic(), expected.number("chi2"));
    assertThat(bins.degreesOfFreedom()).isEqualTo(expected.whole("df"));
    assertRelative(bins.chiSquare().pValue(), expected.number("p"));
    assertRelative(bins.cramersV(), expected.number("cramers_v"));
  }

  private static double number(JsonValue value) {
    return value.isText() ? Double.parseDouble(value.text()) : value.number();
  }

  private static void assertRelative(double value, double expected) {
    assertThat(value).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
  }
}
