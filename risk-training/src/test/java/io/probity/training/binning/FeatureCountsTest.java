package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureCountsTest {

  private static final BinningTrainer TRAINER = new BinningTrainer(BinningSettings.DEFAULT);

  private static Field number() {
    Field field = Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE);
    return field.withRules(
        field.rules().withSpecials(List.of(new SpecialCode(0, "NO_HIT", List.of("-9")))));
  }

  private static Field category() {
    Field field = Field.of("c", FieldKind.CATEGORY, FieldRole.FEATURE);
    return field.withRules(field.rules().withLevels(List.of("a", "b", "d", "e")));
  }

  private static FeatureCounts counts(Field field, double[] cells, Outcomes outcomes) {
    FeatureCounts counts = FeatureCounts.of(field);
    for (int row = 0; row < cells.length; row++) {
      counts.add(cells[row], outcomes, row);
    }
    return counts;
  }

  /** Every third record in a part of its own, added up in another order. */
  private static FeatureCounts inParts(Field field, double[] cells, Outcomes outcomes) {
    FeatureCounts whole = FeatureCounts.of(field);
    for (int part = 2; part >= 0; part--) {
      FeatureCounts own = FeatureCounts.of(field);
      for (int row = part; row < cells.length; row += 3) {
        own.add(cells[row], outcomes, row);
      }
      whole.addAll(own);
    }
    return whole;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tryTrain_fewDistinctValues_givesTheBinsOfTheRecords(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 3_000;
    double[] numbers = new double[rows];
    double[] levels = new double[rows];
    int[] target = new int[rows];
    double[] weights = new double[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = switch (random.nextInt(12)) {
        case 0 -> Double.NaN;
        case 1 -> SpecialValues.cell(0);
        default -> random.nextInt(-400, 400) / 7.0;
      };
      levels[row] = random.nextInt(-1, 4);
      double risk = 0.3 - (numbers[row] > 0 ? 0.1 : 0) + 0.05 * levels[row];
      target[row] = random.nextDouble() < risk ? 1 : 0;
      weights[row] = seed == 3 ? random.nextInt(5) / 4.0 : 1;
    }
    Outcomes outcomes = Outcomes.of(target, weights);

    for (FeatureCounts counts :
        List.of(counts(number(), numbers, outcomes), inParts(number(), numbers, outcomes))) {
      assertThat(counts.isExact()).isTrue();
      assertSame(TRAINER.tryTrain(counts, outcomes), TRAINER.tryTrain(number(), numbers, outcomes));
    }
    assertSame(
        TRAINER.tryTrain(inParts(category(), levels, outcomes), outcomes),
        TRAINER.tryTrain(category(), levels, outcomes));
  }

  private static void assertSame(BinningResult result, BinningResult expected) {
    Binning binning = result.binning().orElseThrow();
    Binning other = expected.binning().orElseThrow();
    assertThat(binning.cuts()).isEqualTo(other.cuts());
    assertThat(binning.groups()).isEqualTo(other.groups());
    assertThat(binning.bins()).isEqualTo(other.bins());
    for (int bin = 0; bin < binning.bins(); bin++) {
      assertThat(binning.table().goods(bin)).isEqualTo(other.table().goods(bin));
      assertThat(binning.table().bads(bin)).isEqualTo(other.table().bads(bin));
      assertThat(binning.woe(bin)).isEqualTo(other.woe(bin));
    }
  }

  /** Half a million distinct values on a grid of 2^17 cells: each cut parts the records exactly. */
  @Test
  void tryTrain_moreDistinctValuesThanCells_countsEachBinExactlyHoweverTheRecordsAreSpread() {
    int rows = 500_000;
    SplittableRandom random = new SplittableRandom(5);
    double[] cells = new double[rows];
    int[] target = new int[rows];
    for (int row = 0; row < rows; row++) {
      cells[row] = random.nextDouble() * 2 - 1;
      target[row] = random.nextDouble() < 0.1 + 0.05 * cells[row] ? 1 : 0;
    }
    Outcomes outcomes = Outcomes.of(target);

    FeatureCounts counts = counts(number(), cells, outcomes);
    BinningResult result = TRAINER.tryTrain(counts, outcomes);

    assertThat(counts.isExact()).isFalse();
    assertSame(TRAINER.tryTrain(inParts(number(), cells, outcomes), outcomes), result);
    Binning binning = result.binning().orElseThrow();
    double[] goods = new double[binning.bins()];
    double[] bads = new double[binning.bins()];
    for (int row = 0; row < rows; row++) {
      (target[row] == 1 ? bads : goods)[binning.binOf(cells[row])]++;
    }
    for (int bin = 0; bin < goods.length; bin++) {
      assertThat(binning.table().goods(bin)).isEqualTo(goods[bin]);
      assertThat(binning.table().bads(bin)).isEqualTo(bads[bin]);
    }
    BinningResult held = TRAINER.tryTrain(number(), cells, outcomes);
    assertThat(binning.table().informationValue())
        .isCloseTo(held.binning().orElseThrow().table().informationValue(), within(1e-3));
  }

  @Test
  void tryTrain_infiniteValue_namesTheFirstRecord() {
    Outcomes outcomes = Outcomes.of(new int[] {1, 0, 1, 0});
    double[] cells = {1, 2, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    assertThat(TRAINER.tryTrain(inParts(number(), cells, outcomes), outcomes))
        .isEqualTo(TRAINER.tryTrain(number(), cells, outcomes))
        .isInstanceOfSatisfying(
            BinningResult.NotBinned.class,
            refused -> assertThat(refused.message()).contains("infinite in record 2"));
  }

  @Test
  void tryTrain_noRecord_isRefusedAsWithoutValues() {
    assertThat(TRAINER.tryTrain(FeatureCounts.of(number()), Outcomes.of(new int[0])))
        .isInstanceOfSatisfying(
            BinningResult.NotBinned.class,
            refused -> assertThat(refused.reason()).isEqualTo(BinningResult.Reason.NO_VALUES));
  }

  @Test
  void of_text_isRefused_andSoAreCountsOfAnotherField() {
    assertThatThrownBy(() -> FeatureCounts.of(Field.of("t", FieldKind.TEXT, FieldRole.FEATURE)))
        .hasMessageContaining("only a NUMBER or a CATEGORY");
    assertThatThrownBy(() -> FeatureCounts.of(number()).addAll(FeatureCounts.of(category())))
        .hasMessageContaining("counts of c do not belong to x");
  }
}
