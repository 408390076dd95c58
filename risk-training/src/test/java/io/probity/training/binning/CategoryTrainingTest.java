package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.RiskDirection;
import io.probity.schema.SpecialValues;
import io.probity.schema.UnseenRule;
import io.probity.schema.UntrainedRule;
import io.probity.training.binning.BinningResult.Binned;
import io.probity.training.binning.BinningResult.NotBinned;
import io.probity.training.binning.BinningResult.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryTrainingTest {

  private static final BinningTrainer TRAINER = new BinningTrainer(BinningSettings.DEFAULT);

  @Test
  void train_levels_areGroupedByBadRate() {
    Rows rows = new Rows().add("car", 180, 20).add("debt", 60, 40).add("home", 181, 19);

    Binning binning = rows.bin(TRAINER, UnseenRule.WORST);

    // 10% and 9.5% stand apart from 40%; the order is that of the bad rate, names as in the schema
    assertThat(binning.groups().get(binning.valueBins() - 1)).containsExactly("debt");
    assertThat(binning.woe(binning.valueBins() - 1)).isNegative();
    assertThat(binning.unseenBin()).isEqualTo(binning.valueBins() - 1);
  }

  @Test
  void train_rareLevels_arePooledAndListed() {
    Rows rows = new Rows()
        .add("a", 400, 20)
        .add("rare1", 5, 1)
        .add("b", 300, 100)
        .add("rare2", 0, 2)
        .add("never", 0, 0);
    BinningSettings settings = BinningSettings.DEFAULT.withSizes(
        BinSizes.DEFAULT.withShare(0, 1).withGoods(1, 1e9).withBads(1, 1e9));

    Binning binning = rows.bin(new BinningTrainer(settings), UnseenRule.OTHER);

    // smoothed with 20 records at 14.9%: a 5.5%, pool (3 + 3) / (8 + 20) = 21%, b 24.5%; the pool's
    // own
    // 37.5% would have to come after b's 25%, so it joins b
    assertThat(binning.groups()).containsExactly(List.of("a"), List.of("rare1", "b", "rare2"));
    assertThat(binning.unseenBin()).isEqualTo(1);
  }

  @Test
  void train_levelAtTheCutOff_isNotRare() {
    // of 1000 records, 10 are 1% and 9 are not
    Rows rows = new Rows().add("a", 800, 81).add("b", 50, 50).add("c", 10, 0).add("d", 9, 0);
    BinningSettings settings = BinningSettings.DEFAULT
        .withSizes(BinSizes.DEFAULT.withShare(0, 1).withGoods(1, 1e9).withBads(0, 1e9))
        .withCategories(CategoryRules.DEFAULT.withPriorRecords(0));

    Binned binned = (Binned) rows.tryBin(new BinningTrainer(settings), UnseenRule.OTHER);

    assertThat(binned.preBins()).isEqualTo(4);
    assertThat(binned.fitted().bin(binned.fitted().unseenBin()).label()).contains("d");
  }

  @ParameterizedTest
  @CsvSource({"WORST, 1", "REFUSE, 1", "MISSING, 2", "OTHER, 0"})
  void train_unseenRule_choosesTheBin(UnseenRule rule, int expected) {
    // the rare level is a safe one; unseen records of training count in the chosen bin
    Rows rows =
        new Rows().add("safe", 500, 20).add("rare", 4, 0).add("risky", 200, 100).addUnseen(3, 1);

    Binning binning = rows.bin(TRAINER, rule);

    assertThat(binning.groups()).containsExactly(List.of("safe", "rare"), List.of("risky"));
    assertThat(binning.unseenBin()).isEqualTo(expected);
    assertThat(binning.binOf(SpecialValues.UNSEEN)).isEqualTo(expected);
    double[] counts = IntStream.range(0, 3).mapToDouble(binning.table()::count).toArray();
    double[] known = {524, 300, 0};
    known[expected] += 4;
    assertThat(counts).containsExactly(known);
    assertThat(rows.recount(binning)).containsExactly(counts);
  }

  @Test
  void train_missingRiskierThanEveryLevel_isWhereUnseenLevelsGo() {
    Rows rows = new Rows().add("a", 400, 20).add("b", 300, 60).addMissing(20, 30);

    assertThat(rows.bin(TRAINER, UnseenRule.WORST).unseenBin()).isEqualTo(2);
  }

  @Test
  void train_levelsHeldTogether_stayTogether() {
    Rows rows =
        new Rows().add("a", 400, 20).add("b", 200, 100).add("c", 390, 22).add("d", 0, 0);
    CategoryRules rules = CategoryRules.DEFAULT.withTogether(List.of(List.of("b", "a", "d")));

    Binning binning = rows.bin(
        new BinningTrainer(BinningSettings.DEFAULT.withCategories(rules)), UnseenRule.WORST);

    assertThat(binning.groups()).contains(List.of("a", "b", "d"));
    assertThatThrownBy(() -> rows.bin(
            new BinningTrainer(BinningSettings.DEFAULT.withCategories(
                CategoryRules.DEFAULT.withTogether(List.of(List.of("x"))))),
            UnseenRule.WORST))
        .hasMessageContaining("the level \"x\"")
        .hasMessageContaining("not in the schema");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void train_anyLevels_areMonotoneAndBestOfAllGroupings(long seed) {
    Random random = new Random(seed);
    Rows rows = new Rows();
    for (int level = 0; level < 5; level++) {
      rows.add("level" + level, 60 + random.nextInt(100), 10 + random.nextInt(60));
    }
    BinningSettings settings = BinningSettings.DEFAULT
        .withSizes(BinSizes.DEFAULT.withBins(2, 2))
        .withCategories(CategoryRules.DEFAULT.withPriorRecords(0));

    Binning binning = rows.bin(new BinningTrainer(settings), UnseenRule.WORST);

    assertThat(binning.woe(0)).isGreaterThan(binning.woe(1));
    double best = 0;
    for (int mask = 1; mask < 31; mask++) {
      best = Math.max(best, rows.informationValueOfTwoGroups(mask));
    }
    assertThat(binning.table().informationValue()).isCloseTo(best, within(1e-12));
  }

  @Test
  void train_manyLevels_areJoinedToPreBins() {
    Rows rows = new Rows();
    Random random = new Random(5);
    for (int level = 0; level < 90; level++) {
      rows.add("level" + level, 40 + level, 5 + random.nextInt(30));
    }

    Binned binned = (Binned) rows.tryBin(TRAINER.withFeature(
        "c",
        BinningSettings.DEFAULT
            .withCategories(CategoryRules.DEFAULT.withRareShare(0))
            .withCuts(CutRules.DEFAULT.withPreBins(20, 0))));

    assertThat(binned.preBins()).isBetween(15, 20);
    assertThat(binned.trend()).isEqualTo(Trend.ASCENDING);
    assertThat(binned.fitted().groups().stream().mapToInt(List::size).sum()).isEqualTo(90);
  }

  @Test
  void tryTrain_hopelessColumns_areNamed() {
    assertThat(reason(new Rows().add("a", 50, 50))).isEqualTo(Reason.CONSTANT);
    assertThat(reason(new Rows().addMissing(50, 50))).isEqualTo(Reason.NO_VALUES);
    assertThat(reason(new Rows().add("a", 0, 0).addUnseen(9, 9))).isEqualTo(Reason.NO_VALUES);
    assertThat(reason(new Rows().add("a", 50, 0).add("b", 60, 0).addMissing(0, 9)))
        .isEqualTo(Reason.ONE_CLASS);
    assertThat(reason(new Rows().add("a", 50, 9).addCell(Double.POSITIVE_INFINITY, 0)))
        .isEqualTo(Reason.INFINITE_VALUE);
  }

  private static Reason reason(Rows rows) {
    return ((NotBinned) rows.tryBin(TRAINER)).reason();
  }

  @Test
  void tryTrain_millionLevels_isRefusedOrJoined() {
    int count = 1_000_000;
    List<String> levels = IntStream.range(0, count).mapToObj(i -> "l" + i).toList();
    double[] cells = IntStream.range(0, count).asDoubleStream().toArray();
    Outcomes outcomes =
        Outcomes.of(IntStream.range(0, count).map(i -> i % 7 == 0 ? 1 : 0).toArray());
    Field field = Field.of("c", FieldKind.CATEGORY, FieldRole.FEATURE)
        .withRules(FieldRules.NONE.withLevels(levels));

    NotBinned refused = (NotBinned) TRAINER.tryTrain(field, cells, outcomes);
    BinningSettings noneRare = BinningSettings.DEFAULT
        .withCategories(CategoryRules.DEFAULT.withRareShare(0))
        .withSizes(BinSizes.DEFAULT.withGoods(0, 1e9).withBads(0, 1e9));
    Binned binned = (Binned) new BinningTrainer(noneRare).tryTrain(field, cells, outcomes);

    assertThat(refused.reason()).isEqualTo(Reason.ALL_LEVELS_RARE);
    assertThat(refused.message()).startsWith("c has 1000000 levels, each with less than");
    assertThat(binned.fitted().valueBins()).isBetween(2, 8);
    assertThat(binned.fitted().groups().stream().mapToInt(List::size).sum()).isEqualTo(count);
    assertThat(binned.fitted().table().bads(0)).isZero();
  }

  /** Records of a category, level by level. */
  private static final class Rows {

    private final List<String> levels = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<int[]> counts = new ArrayList<>();

    Rows add(String level, int goods, int bads) {
      levels.add(level);
      counts.add(new int[] {goods, bads});
      return add(levels.size() - 1, goods, bads);
    }

    Rows addUnseen(int goods, int bads) {
      return add(SpecialValues.UNSEEN, goods, bads);
    }

    Rows addMissing(int goods, int bads) {
      return add(Double.NaN, goods, bads);
    }

    Rows addCell(double cell, int target) {
      rows.add(new double[] {cell, target});
      return this;
    }

    private Rows add(double cell, int goods, int bads) {
      for (int i = 0; i < goods + bads; i++) {
        addCell(cell, i < goods ? 0 : 1);
      }
      return this;
    }

    Binning bin(BinningTrainer trainer, UnseenRule rule) {
      Collections.shuffle(rows, new Random(1));
      return trainer.train(field(rule), cells(), target(), weights());
    }

    BinningResult tryBin(BinningTrainer trainer) {
      return tryBin(trainer, UnseenRule.WORST);
    }

    BinningResult tryBin(BinningTrainer trainer, UnseenRule rule) {
      return trainer.tryTrain(field(rule), cells(), Outcomes.of(target()));
    }

    double[] recount(Binning binning) {
      return IntStream.range(0, binning.bins())
          .mapToDouble(binning.count(cells(), target(), weights())::count)
          .toArray();
    }

    double informationValueOfTwoGroups(int mask) {
      double[][] sides = new double[2][2];
      for (int level = 0; level < counts.size(); level++) {
        for (int side = 0; side < 2; side++) {
          sides[mask >> level & 1][side] += counts.get(level)[side];
        }
      }
      double goods = sides[0][0] + sides[1][0];
      double bads = sides[0][1] + sides[1][1];
      double total = 0;
      for (double[] side : sides) {
        total += (side[0] / goods - side[1] / bads) * Math.log(side[0] / goods / side[1] * bads);
      }
      return total;
    }

    private Field field(UnseenRule rule) {
      return Field.of("c", FieldKind.CATEGORY, FieldRole.FEATURE)
          .withRules(new FieldRules(
              Optional.empty(),
              List.of(),
              RiskDirection.FREE,
              rule,
              UntrainedRule.WORST,
              levels,
              ""));
    }

    private double[] cells() {
      return rows.stream().mapToDouble(row -> row[0]).toArray();
    }

    private int[] target() {
      return rows.stream().mapToInt(row -> (int) row[1]).toArray();
    }

    private double[] weights() {
      return rows.stream().mapToDouble(row -> 1).toArray();
    }
  }
}
