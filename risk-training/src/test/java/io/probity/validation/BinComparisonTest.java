package io.probity.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.input.JsonObject;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import org.junit.jupiter.api.Test;

class BinComparisonTest {

  private static final Field FIELD = Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE);

  private static BinTable table(double[] goods, double[] bads) {
    return BinTable.of(goods, bads, ZeroCellRule.HALF_IN_ZERO_BINS);
  }

  /** Two value bins and the missing bin, which is empty. */
  private static Binning binning(double[] goods, double[] bads) {
    BinTable table = table(goods, bads);
    double[] woe = new double[table.bins()];
    for (int bin = 0; bin < woe.length; bin++) {
      woe[bin] = table.count(bin) > 0 ? table.woe(bin) : 0.0;
    }
    double[] cuts = new double[goods.length - 2];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = i + 1;
    }
    return Binning.ofNumber(FIELD, cuts, table, woe, BinOrigin.AUTO);
  }

  @Test
  void of_handCounts_givesSharesWoeAndIv() {
    Binning then = binning(new double[] {80, 20, 0}, new double[] {10, 40, 0});

    BinComparison found =
        BinComparison.of(then, table(new double[] {60, 40, 0}, new double[] {15, 35, 0}), 0.95);

    // then: goods 0.8 and 0.2, bads 0.2 and 0.8: IV = 0.6 ln 4 + 0.6 ln 4
    // now: goods 0.6 and 0.4, bads 0.3 and 0.7: IV = 0.3 ln 2 + 0.3 ln (7/4)
    assertThat(found.informationValueThen().orThrow().value())
        .isCloseTo(1.2 * Math.log(4), within(1e-14));
    assertThat(found.informationValueNow().orThrow().value())
        .isCloseTo(0.3 * Math.log(2) + 0.3 * Math.log(1.75), within(1e-14));
    BinComparison.Bin first = found.bins().get(0);
    assertThat(first.then().share()).isEqualTo(0.6);
    assertThat(first.now().share()).isEqualTo(0.5);
    assertThat(first.now().woe().orThrow().value()).isCloseTo(Math.log(2), within(1e-14));
    assertThat(first.now().badRate().orThrow().value()).isEqualTo(0.2);
    // PSI: (0.5 - 0.6) ln (0.5 / 0.6) in the first bin
    assertThat(found.shift().bins().get(0).contribution())
        .isCloseTo(-0.1 * Math.log(0.5 / 0.6), within(1e-14));
    assertThat(found.isOrderKept()).isTrue();
    assertThat(found.bins().get(2).now().badRate())
        .isEqualTo(new Figure.Undefined("the bin has no records"));
  }

  @Test
  void of_turnedOrder_namesTheBins() {
    Binning then = binning(new double[] {80, 20, 0}, new double[] {10, 40, 0});

    BinComparison found =
        BinComparison.of(then, table(new double[] {30, 70, 0}, new double[] {30, 20, 0}), 0.95);

    assertThat(found.inversions()).hasSize(1);
    assertThat(found.inversions().get(0).first()).isEqualTo(1);
    assertThat(found.inversions().get(0).second()).isZero();
    assertThat(found.inversions().get(0).pValue()).isLessThan(0.01);
  }

  @Test
  void of_goldenScoreBands_givesThePsiOfNumpy() {
    JsonObject golden =
        new Golden("07_stability").expected().object("score_deciles").object("floor_1e-4");

    BinComparison found = BinComparison.of(
        halves(golden.numbers("expected_counts")),
        table(half(golden.numbers("actual_counts")), half(golden.numbers("actual_counts"))),
        0.95);

    assertThat(found.shift().psi().orThrow().value())
        .isCloseTo(
            golden.number("psi"),
            within(1e-13)); // the missing bin is empty on both sides and adds 0
    double[] contributions = golden.numbers("contribution");
    for (int bin = 0; bin < contributions.length; bin++) {
      assertThat(found.shift().bins().get(bin).contribution())
          .isCloseTo(contributions[bin], within(1e-13));
    }
  }

  private static Binning halves(double[] counts) {
    return binning(half(counts), half(counts));
  }

  /** Half of each count, and an empty missing bin. */
  private static double[] half(double[] counts) {
    double[] halves = new double[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      halves[i] = counts[i] / 2;
    }
    return halves;
  }

  @Test
  void of_noNewBads_keepsSharesAndSaysWhy() {
    Binning then = binning(new double[] {80, 20, 0}, new double[] {10, 40, 0});

    BinComparison found =
        BinComparison.of(then, table(new double[] {5, 5, 0}, new double[3]), 0.95);

    assertThat(found.informationValueNow().isDefined()).isFalse();
    assertThat(found.bins().get(0).now().share()).isEqualTo(0.5);
    assertThat(found.shift().psi().isDefined()).isTrue();
  }

  @Test
  void of_otherBins_areRefused() {
    Binning then = binning(new double[] {80, 20, 0}, new double[] {10, 40, 0});

    assertThatThrownBy(() ->
            BinComparison.of(then, table(new double[] {5, 5}, new double[] {1, 1}), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x has 3 bins, not 2");
  }
}
