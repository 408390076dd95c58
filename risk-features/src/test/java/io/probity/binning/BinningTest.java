package io.probity.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BinningTest {

  private static final Field DSTI = Field.of("dsti", FieldKind.NUMBER, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withSpecials(List.of(
          new SpecialCode(4, "NO_HIT", List.of()), new SpecialCode(1, "REFUSED", List.of()))));
  private static final Field PURPOSE = Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withLevels(List.of("boat", "car", "home")));

  private static Binning number() {
    BinTable table = BinTable.of(
        new double[] {80, 20, 5, 3, 2},
        new double[] {10, 40, 0, 2, 1},
        ZeroCellRule.HALF_IN_ZERO_BINS);
    return Binning.ofNumber(
        DSTI, new double[] {0.4}, table, new double[] {1, -1, 0.5, 0.1, 0.2}, BinOrigin.AUTO);
  }

  private static Binning category() {
    BinTable table = BinTable.of(
        new double[] {60, 40, 0}, new double[] {10, 30, 0}, ZeroCellRule.HALF_IN_ZERO_BINS);
    return Binning.ofCategory(
        PURPOSE,
        List.of(List.of("car", "home"), List.of("boat")),
        1,
        table,
        new double[] {0.3, -0.4, -0.4},
        BinOrigin.AUTO.with(new BinOrigin.Edit("merged bins 0 and 1", "A. Lee", "policy")));
  }

  @Test
  void binOf_number_holdsItsLowerEnd() {
    Binning binning = number();

    assertThat(binning.binOf(0.4)).isEqualTo(1);
    assertThat(binning.binOf(Math.nextDown(0.4))).isEqualTo(0);
    assertThat(binning.binOf(-1e300)).isEqualTo(0);
    assertThat(binning.binOf(Double.NaN)).isEqualTo(2);
    assertThat(binning.binOf(SpecialValues.cell(4))).isEqualTo(3);
    assertThat(binning.binOf(SpecialValues.cell(1))).isEqualTo(4);
    assertThat(binning.binOf(SpecialValues.cell(77))).isEqualTo(2);
    assertThat(binning.labels())
        .containsExactly("below 0.4", "0.4 and above", "missing", "NO_HIT", "REFUSED");
  }

  @Test
  void binOf_category_knowsGroupsAndUnseenLevels() {
    Binning binning = category();

    assertThat(binning.binOf(0)).isEqualTo(1);
    assertThat(binning.binOf(2)).isEqualTo(0);
    assertThat(binning.binOf(SpecialValues.UNSEEN)).isEqualTo(1);
    assertThat(binning.labels()).containsExactly("car, home", "boat", "missing");
  }

  @Test
  void writeAndRead_comeBackTheSame() {
    Schema schema = Schema.of(Optional.empty(), Set.of(), List.of(DSTI, PURPOSE));
    byte[] json = BinningJson.write(List.of(number(), category()));

    List<Binning> read =
        BinningJson.read(JsonObject.parse(json, "binning.json", JsonLimits.FILE), schema);

    assertThat(BinningJson.write(read)).isEqualTo(json);
    assertThat(read.get(1).unseenBin()).isEqualTo(1);
    assertThat(read.get(0).table().informationValue())
        .isEqualTo(number().table().informationValue());
  }

  @Test
  void table_matchesHandCalculation() {
    BinTable table =
        BinTable.of(new double[] {80, 20}, new double[] {10, 40}, ZeroCellRule.HALF_IN_ZERO_BINS);

    // shares: goods 0.8 and 0.2, bads 0.2 and 0.8, so WOE is ln 4 and -ln 4
    assertThat(table.woe(0)).isCloseTo(Math.log(4), within(1e-15));
    assertThat(table.informationValue()).isCloseTo(1.2 * Math.log(4), within(1e-15));
    assertThat(table.badRate(1)).isEqualTo(40.0 / 60);
    assertThat(table.share(0)).isEqualTo(0.6);
    assertThat(table.psiAgainst(table)).isZero();
  }

  @Test
  void of_brokenParts_areNamed() {
    BinTable two = BinTable.of(new double[] {1, 1}, new double[] {1, 1}, ZeroCellRule.ZERO_WOE);
    Field plain = Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE);

    assertThatThrownBy(
            () -> Binning.ofNumber(plain, new double[] {1, 1}, two, new double[2], BinOrigin.AUTO))
        .hasMessageContaining("must be finite and rise");
    assertThatThrownBy(
            () -> Binning.ofNumber(plain, new double[] {1}, two, new double[2], BinOrigin.AUTO))
        .hasMessageContaining("x has 3 bins, but counts of 2");
    assertThatThrownBy(() -> Binning.ofNumber(
            plain, new double[0], two, new double[] {1, Double.NaN}, BinOrigin.AUTO))
        .hasMessageContaining("must be finite");
    assertThatThrownBy(() -> Binning.ofCategory(
            PURPOSE, List.of(List.of("plane")), 0, two, new double[2], BinOrigin.AUTO))
        .hasMessageContaining("the level \"plane\" of purpose is not in its schema");
    assertThatThrownBy(
            () -> BinTable.of(new double[] {-1}, new double[] {1}, ZeroCellRule.ZERO_WOE))
        .hasMessageContaining("at least 0");
  }
}
