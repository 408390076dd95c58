package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.input.JsonObject;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.SpecialCode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of weight of evidence made outside this project, from the raw rows on. */
class GoldenWoeTest {

  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final SpecialCode SPECIAL = new SpecialCode(0, "SPECIAL", List.of("-9999"));
  private static final Field FIELD = Field.of("value", FieldKind.NUMBER, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withSpecials(List.of(SPECIAL)));

  private static Stream<Arguments> tables() {
    return Stream.of(
            Arguments.of("input.csv", "A_no_zero_cells"),
            Arguments.of("input_B.csv", "B_zero_cells_and_empty_bin"))
        .flatMap(table -> Stream.of(
            Arguments.of(
                table.get()[0],
                table.get()[1],
                ZeroCellRule.HALF_IN_ZERO_BINS,
                "zero_bins_only_plus_half"),
            Arguments.of(
                table.get()[0],
                table.get()[1],
                ZeroCellRule.HALF_IN_ALL_BINS,
                "all_cells_plus_half"),
            Arguments.of(
                table.get()[0], table.get()[1], ZeroCellRule.ZERO_WOE, "zero_woe_for_zero_cells")));
  }

  @ParameterizedTest(name = "{1} {3}")
  @MethodSource("tables")
  void train_goldenRows_givesTheGoldenTable(
      String file, String table, ZeroCellRule rule, String key) {
    JsonObject golden =
        Golden.json("05_woe_iv/expected.json").object("expected").object(table).object(key);

    Binning binning = train(file, rule);

    BinTable counts = binning.table();
    List<JsonObject> rows = golden.objects("rows");
    // the golden order is the value bins, missing, special: that of a binning
    assertThat(binning.bins()).isEqualTo(rows.size());
    for (int bin = 0; bin < rows.size(); bin++) {
      JsonObject row = rows.get(bin);
      assertThat(counts.goods(bin)).isEqualTo(row.number("good"));
      assertThat(counts.bads(bin)).isEqualTo(row.number("bad"));
      assertThat(counts.share(bin)).isCloseTo(row.number("share"), within(1e-15));
      assertThat(counts.woe(bin)).isCloseTo(row.number("woe_ln_good_over_bad"), within(1e-12));
      assertThat(counts.informationValue(bin))
          .isCloseTo(row.number("iv_contribution"), within(1e-12));
      if (counts.count(bin) > 0) {
        assertThat(binning.woe(bin)).isEqualTo(counts.woe(bin));
      }
    }
    assertThat(counts.informationValue()).isCloseTo(golden.number("iv_total"), within(1e-12));
  }

  private static Binning train(String file, ZeroCellRule rule) {
    List<String[]> rows = Golden.lines("05_woe_iv/" + file).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
    double[] cells = rows.stream().mapToDouble(row -> cell(row[0])).toArray();
    int[] target = rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray();
    double[] weights = IntStream.range(0, cells.length).mapToDouble(i -> 1).toArray();
    BinningSettings settings = BinningSettings.DEFAULT
        .withTrend(Trend.NONE)
        .withZeroCells(rule)
        .withSizes(BinSizes.DEFAULT.withShare(0, 1).withGoods(0, ANY).withBads(0, ANY))
        .withCuts(CutRules.DEFAULT
            .withCandidates(List.of(20.0, 35.0, 50.0))
            .withFixed(List.of(20.0, 35.0, 50.0)));
    return new BinningTrainer(settings).train(FIELD, cells, target, weights);
  }

  private static double cell(String text) {
    if (text.isEmpty()) {
      return Double.NaN;
    }
    return text.equals("-9999") ? SPECIAL.cell() : Double.parseDouble(text);
  }
}
