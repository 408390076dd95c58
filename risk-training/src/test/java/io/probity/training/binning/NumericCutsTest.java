package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Range;
import io.probity.training.binning.BinningResult.Binned;
import io.probity.training.binning.BinningResult.NotBinned;
import io.probity.training.binning.BinningResult.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the cuts of a number lie. */
class NumericCutsTest {

  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final Field PLAIN = Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE);
  private static final BinningTrainer TRAINER = new BinningTrainer(BinningSettings.DEFAULT);
  private static final BinningSettings SMALL = BinningSettings.DEFAULT.withSizes(
      BinSizes.DEFAULT.withShare(0, 1).withGoods(1, ANY).withBads(1, ANY));

  @Test
  void tryTrain_fixedExcludedAndCandidateCuts_areKept() {
    Sample sample = new Sample(4, 3_000);
    Outcomes outcomes = Outcomes.of(sample.target);
    CutRules rules = CutRules.DEFAULT.withFixed(List.of(0.123, -0.4));

    double[] fixed = cuts(rules, sample, outcomes);
    double[] excluded = cuts(rules.withExcluded(List.of(new Range(-1, 0.5))), sample, outcomes);
    double[] candidates =
        cuts(CutRules.DEFAULT.withCandidates(List.of(-9.0, -0.5, 0.0, 0.5, 9.0)), sample, outcomes);

    assertThat(fixed).contains(0.123, -0.4).hasSizeGreaterThan(2);
    assertThat(excluded).contains(0.123, -0.4);
    assertThat(DoubleStream.of(excluded).filter(cut -> cut <= 0.5)).containsExactly(-0.4, 0.123);
    assertThat(DoubleStream.of(candidates).boxed().toList())
        .isNotEmpty()
        .isSubsetOf(-0.5, 0.0, 0.5);
  }

  @Test
  void tryTrain_fixedCutBetweenTheSameValues_replacesTheFreeOne() {
    double[] cells = {1, 1, 1, 1, 5, 5, 5, 5};
    Outcomes outcomes = Outcomes.of(new int[] {0, 0, 0, 1, 1, 1, 1, 0});
    BinningSettings fixed = SMALL.withCuts(CutRules.DEFAULT.withFixed(List.of(4.5)));

    assertThat(binned(new BinningTrainer(SMALL).tryTrain(PLAIN, cells, outcomes))
            .fitted()
            .cuts())
        .containsExactly(3);
    assertThat(binned(new BinningTrainer(fixed).tryTrain(PLAIN, cells, outcomes))
            .fitted()
            .cuts())
        .containsExactly(4.5);
  }

  @Test
  void tryTrain_digits_roundTheCutsBeforeCounting() {
    Sample sample = new Sample(5, 3_000);
    Outcomes outcomes = Outcomes.of(sample.target);

    double[] tenths = cuts(CutRules.DEFAULT.withDigits(1), sample, outcomes);
    double[] thousands = DoubleStream.of(sample.cells)
        .map(cell -> cell > -9 ? cell * 10_000 : Double.NaN)
        .toArray();
    Binning tens = binned(
            new BinningTrainer(BinningSettings.DEFAULT.withCuts(CutRules.DEFAULT.withDigits(-3)))
                .tryTrain(PLAIN, thousands, outcomes))
        .fitted();

    double[] ones = new double[3_000];
    Arrays.fill(ones, 1);

    assertThat(tenths).isNotEmpty();
    assertThat(DoubleStream.of(tenths)).allMatch(cut -> cut == Math.rint(cut * 10) / 10);
    assertThat(tens.cuts()).isNotEmpty();
    assertThat(DoubleStream.of(tens.cuts())).allMatch(cut -> cut % 1_000 == 0);
    assertThat(counts(tens.count(thousands, sample.target, ones), tens.bins()))
        .containsExactly(counts(tens.table(), tens.bins()));
  }

  private static double[] cuts(CutRules rules, Sample sample, Outcomes outcomes) {
    return binned(new BinningTrainer(BinningSettings.DEFAULT.withCuts(rules))
            .tryTrain(Sample.FIELD, sample.cells, outcomes))
        .fitted()
        .cuts();
  }

  @Test
  void tryTrain_fixedCutOutsideTheData_isAConflict() {
    Sample sample = new Sample(4, 1_000);

    BinningTrainer trainer = new BinningTrainer(
        BinningSettings.DEFAULT.withCuts(CutRules.DEFAULT.withFixed(List.of(50.0))));

    NotBinned refused =
        (NotBinned) trainer.tryTrain(Sample.FIELD, sample.cells, Outcomes.of(sample.target));

    assertThat(refused.reason()).isEqualTo(Reason.RULES_CONFLICT);
    assertThat(refused.message()).isEqualTo("x has no bins with the fixed cuts; relax a rule");
  }

  @Test
  void tryTrain_smallPreBins_joinTheirNeighbours() {
    double[] cells = {1, 1, 1, 1, 2, 3, 3, 3, 3, 3};
    Outcomes outcomes = Outcomes.of(new int[] {0, 0, 0, 1, 1, 0, 0, 0, 1, 0});
    BinningSettings merged = SMALL.withCuts(CutRules.DEFAULT.withPreBins(64, 0.2));

    assertThat(
            binned(new BinningTrainer(SMALL).tryTrain(PLAIN, cells, outcomes)).preBins())
        .isEqualTo(3);
    Binned binned = binned(new BinningTrainer(merged).tryTrain(PLAIN, cells, outcomes));
    assertThat(binned.preBins()).isEqualTo(2);
    // the pre-bin of the value 2 joins the smaller one on its left
    assertThat(binned.fitted().cuts()).containsExactly(3);
  }

  @Test
  void tryTrain_heavyValue_hasAPreBinOfItsOwn() {
    SplittableRandom random = new SplittableRandom(1);
    double[] cells = random.doubles(4_000).map(x -> x < 0.4 ? 0 : x).toArray();
    int[] target = DoubleStream.of(cells)
        .mapToInt(x -> random.nextDouble() < (x == 0 ? 0.3 : 0.1) ? 1 : 0)
        .toArray();

    Binning binning =
        binned(TRAINER.tryTrain(PLAIN, cells, Outcomes.of(target))).fitted();

    assertThat(binning.table().count(0))
        .isEqualTo(DoubleStream.of(cells).filter(x -> x == 0).count());
  }

  private static double[] counts(BinTable table, int bins) {
    return IntStream.range(0, bins).mapToDouble(table::count).toArray();
  }

  private static Binned binned(BinningResult result) {
    assertThat(result).isInstanceOf(Binned.class);
    return (Binned) result;
  }
}
