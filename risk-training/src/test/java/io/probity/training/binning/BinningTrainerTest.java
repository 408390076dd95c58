package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.RiskDirection;
import io.probity.training.binning.BinningResult.Binned;
import io.probity.training.binning.BinningResult.NotBinned;
import io.probity.training.binning.BinningResult.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinningTrainerTest {

  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final Field PLAIN = Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE);
  private static final Field WITH_SPECIAL = Sample.FIELD;
  private static final BinningTrainer TRAINER = new BinningTrainer(BinningSettings.DEFAULT);
  private static final BinningSettings SMALL = BinningSettings.DEFAULT.withSizes(
      BinSizes.DEFAULT.withShare(0, 1).withGoods(1, ANY).withBads(1, ANY));

  @Test
  void train_handExample_hasTheBestCutAndItsCounts() {
    // below 3: 2 goods, 1 bad; from 3: 1 good, 3 bads; missing: 1 good, 1 bad
    double[] cells = {1, 1, 2, 3, 3, 4, 4, Double.NaN, Double.NaN};
    int[] target = {0, 0, 1, 1, 0, 1, 1, 0, 1};

    Binning binning = new BinningTrainer(SMALL.withSizes(SMALL.sizes().withCount(3, ANY)))
        .train(PLAIN, cells, target, ones(9));

    assertThat(binning.cuts()).containsExactly(3);
    assertThat(binning.labels()).containsExactly("below 3", "3 and above", "missing");
    assertThat(goods(binning)).containsExactly(2, 1, 1);
    assertThat(bads(binning)).containsExactly(1, 3, 1);
    // 4 goods and 5 bads in all
    assertThat(binning.woe(0)).isCloseTo(Math.log((2 / 4.0) / (1 / 5.0)), within(1e-15));
    assertThat(binning.woe(2)).isCloseTo(Math.log((1 / 4.0) / (1 / 5.0)), within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void train_anySettings_countsEqualThoseOfTheBinningApplied(long seed) {
    Sample sample = new Sample(seed, 2_000);
    for (CutPlacement placement : CutPlacement.values()) {
      Binning binning = new BinningTrainer(
              BinningSettings.DEFAULT.withCuts(CutRules.DEFAULT.withPlacement(placement)))
          .train(WITH_SPECIAL, sample.cells, sample.target, sample.weights);

      assertThat(goods(binning.count(sample.cells, sample.target, sample.weights), binning.bins()))
          .containsExactly(goods(binning));
      assertThat(binning.valueBins()).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void tryTrain_recordsInAnotherOrder_givesTheSame(long seed) {
    Sample sample = new Sample(seed, 3_000);
    double[] fractions =
        DoubleStream.of(sample.weights).map(weight -> weight / 7).toArray();
    int[] order = shuffled(seed, sample.cells.length);

    for (double[] weights : List.of(sample.weights, fractions)) {
      Binned one =
          binned(TRAINER.tryTrain(WITH_SPECIAL, sample.cells, Outcomes.of(sample.target, weights)));
      Binned two = binned(TRAINER.tryTrain(
          WITH_SPECIAL,
          permuted(sample.cells, order),
          Outcomes.of(
              Arrays.stream(order).map(i -> sample.target[i]).toArray(),
              permuted(weights, order))));

      assertThat(two.fitted().cuts()).containsExactly(one.fitted().cuts());
      assertThat(woe(two.fitted())).containsExactly(woe(one.fitted()));
      assertThat(goods(two.fitted())).containsExactly(goods(one.fitted()));
      assertThat(two.objective()).isEqualTo(one.objective());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void tryTrain_wholeWeights_equalRepeatedRecords(long seed) {
    Sample sample = new Sample(seed, 1_500);
    int[] repeated = IntStream.range(0, sample.cells.length)
        .flatMap(i -> IntStream.generate(() -> i).limit((long) sample.weights[i]))
        .toArray();

    Binned weighted = binned(
        TRAINER.tryTrain(WITH_SPECIAL, sample.cells, Outcomes.of(sample.target, sample.weights)));
    Binned plain = binned(TRAINER.tryTrain(
        WITH_SPECIAL,
        permuted(sample.cells, repeated),
        Outcomes.of(Arrays.stream(repeated).map(i -> sample.target[i]).toArray())));

    assertThat(weighted.fitted().cuts()).containsExactly(plain.fitted().cuts());
    assertThat(woe(weighted.fitted())).containsExactly(woe(plain.fitted()));
    assertThat(weighted.objective()).isEqualTo(plain.objective());
  }

  @ParameterizedTest
  @EnumSource(RiskDirection.class)
  void tryTrain_directionOfTheField_goesBeforeTheTrend(RiskDirection direction) {
    Sample sample = new Sample(3, 3_000);
    Field field = WITH_SPECIAL.withRules(WITH_SPECIAL.rules().withDirection(direction));

    Binned binned = binned(new BinningTrainer(BinningSettings.DEFAULT.withTrend(Trend.VALLEY))
        .tryTrain(field, sample.cells, Outcomes.of(sample.target)));

    assertThat(binned.trend())
        .isEqualTo(
            switch (direction) {
              case RISES -> Trend.ASCENDING;
              case FALLS -> Trend.DESCENDING;
              case FREE -> Trend.VALLEY;
            });
  }

  @Test
  void tryTrain_monotoneTrend_isMonotone() {
    Sample sample = new Sample(8, 5_000);

    Binning binning = binned(new BinningTrainer(BinningSettings.DEFAULT.withTrend(Trend.MONOTONE))
            .tryTrain(WITH_SPECIAL, sample.cells, Outcomes.of(sample.target)))
        .fitted();

    for (int bin = 1; bin < binning.valueBins(); bin++) {
      assertThat(binning.woe(bin)).isLessThanOrEqualTo(binning.woe(bin - 1));
    }
    assertThat(binning.valueBins()).isGreaterThan(2);
  }

  @Test
  void tryTrain_orderThatTurnsInOnePeriod_isNotUsed() {
    // the values 1 and 2 change places in the second period
    int each = 60;
    double[] cells = new double[8 * each];
    int[] target = new int[cells.length];
    int[] periods = new int[cells.length];
    // bads of 60 for the values 1 to 4, in either period
    int[][] bads = {{6, 20, 44, 56}, {12, 6, 44, 56}};
    for (int i = 0; i < cells.length; i++) {
      int value = i / each % 4;
      periods[i] = i / each / 4;
      cells[i] = value + 1;
      target[i] = i % each < bads[periods[i]][value] ? 1 : 0;
    }
    Outcomes outcomes = Outcomes.of(target).withPeriods(periods);
    BinningSettings stable =
        SMALL.withNeighbours(NeighbourRules.NONE.withStableShare(1)).withTrend(Trend.ASCENDING);

    assertThat(binned(new BinningTrainer(stable.withNeighbours(NeighbourRules.NONE))
                .tryTrain(PLAIN, cells, outcomes))
            .fitted()
            .cuts())
        .containsExactly(2, 3, 4);
    assertThat(binned(new BinningTrainer(stable).tryTrain(PLAIN, cells, outcomes))
            .fitted()
            .cuts())
        .containsExactly(3, 4);
  }

  @Test
  void tryTrain_valuesOnlyInOneClass_isRefused() {
    double[] cells = {1, 2, 3, Double.NaN, Double.NaN};

    NotBinned refused =
        refused(TRAINER.tryTrain(PLAIN, cells, Outcomes.of(new int[] {0, 0, 0, 1, 1})));

    assertThat(refused.reason()).isEqualTo(Reason.ONE_CLASS);
    assertThat(refused.message()).isEqualTo("x holds a value only where the record is good");
  }

  @Test
  void tryTrain_hopelessColumns_areNamed() {
    Outcomes outcomes = Outcomes.of(new int[] {0, 1, 0, 1});
    double nan = Double.NaN;

    assertThat(reason(PLAIN, outcomes, 7, 7, 7, 7)).isEqualTo(Reason.CONSTANT);
    assertThat(reason(PLAIN, outcomes, nan, nan, nan, nan)).isEqualTo(Reason.NO_VALUES);
    assertThat(reason(WITH_SPECIAL, outcomes, nan, Sample.SPECIAL.cell(), nan, nan))
        .isEqualTo(Reason.NO_VALUES);
    assertThat(reason(PLAIN, outcomes, 1, 2, Double.NEGATIVE_INFINITY, 3))
        .isEqualTo(Reason.INFINITE_VALUE);
    assertThat(reason(PLAIN, Outcomes.of(new int[4]), 1, 2, 3, 4)).isEqualTo(Reason.ONE_CLASS);
    assertThat(reason(PLAIN, outcomes, 1, 2, 3, 4)).isEqualTo(Reason.RULES_CONFLICT);
    assertThat(reason(Field.of("d", FieldKind.DATE, FieldRole.IGNORED), outcomes, 1, 2, 3, 4))
        .isEqualTo(Reason.WRONG_KIND);
    assertThat(reason(PLAIN, Outcomes.of(new int[0]))).isEqualTo(Reason.NO_VALUES);
    assertThatThrownBy(
            () -> TRAINER.train(PLAIN, new double[] {1, 2, 3, 4}, new int[] {0, 1, 0, 1}, ones(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x has no bins with at least 5.0 bads in a bin; relax a rule");
    assertThatThrownBy(() -> TRAINER.tryTrain(PLAIN, new double[3], outcomes))
        .hasMessage("as many cells as outcomes are needed, not 3 and 4");
  }

  private static Reason reason(Field field, Outcomes outcomes, double... cells) {
    return refused(TRAINER.tryTrain(field, cells, outcomes)).reason();
  }

  @Test
  void tryTrain_oneValueAndMissing_hasOneValueBin() {
    double[] cells = new double[100];
    int[] target = new int[100];
    for (int i = 0; i < 100; i++) {
      cells[i] = i < 60 ? 7 : Double.NaN;
      target[i] = i % 5 == 0 || i > 80 ? 1 : 0;
    }

    Binning binning =
        binned(TRAINER.tryTrain(PLAIN, cells, Outcomes.of(target))).fitted();

    assertThat(binning.labels()).containsExactly("all values", "missing");
    assertThat(binning.table().informationValue()).isGreaterThan(0.1);
  }

  @Test
  void withFeature_ownSettings_areUsedForThatFeatureOnly() {
    Sample sample = new Sample(6, 2_000);
    BinningTrainer trainer = TRAINER.withFeature(
        "y", BinningSettings.DEFAULT.withSizes(BinSizes.DEFAULT.withBins(1, 2)));
    Field other = Field.of("y", FieldKind.NUMBER, FieldRole.FEATURE);
    Outcomes outcomes = Outcomes.of(sample.target);

    assertThat(binned(trainer.tryTrain(other, sample.cells, outcomes)).fitted().valueBins())
        .isEqualTo(2);
    assertThat(binned(trainer.tryTrain(PLAIN, sample.cells, outcomes)).fitted().valueBins())
        .isGreaterThan(2);
  }

  private static double[] goods(Binning binning) {
    return goods(binning.table(), binning.bins());
  }

  private static double[] goods(BinTable table, int bins) {
    return IntStream.range(0, bins).mapToDouble(table::goods).toArray();
  }

  private static double[] bads(Binning binning) {
    return IntStream.range(0, binning.bins()).mapToDouble(binning.table()::bads).toArray();
  }

  private static double[] woe(Binning binning) {
    return IntStream.range(0, binning.bins()).mapToDouble(binning::woe).toArray();
  }

  private static Binned binned(BinningResult result) {
    assertThat(result).isInstanceOf(Binned.class);
    return (Binned) result;
  }

  private static NotBinned refused(BinningResult result) {
    assertThat(result).isInstanceOf(NotBinned.class);
    assertThat(result.binning()).isEmpty();
    return (NotBinned) result;
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] permuted(double[] values, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }

  private static int[] shuffled(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, count).toArray();
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
