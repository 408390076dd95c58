package io.probity.training.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.input.InvalidInputException;
import io.probity.model.AdditiveModel;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.RiskDirection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeEditorTest {

  private static final Field INCOME = Field.of("income", FieldKind.NUMBER, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withDirection(RiskDirection.FALLS));
  private static final Field PURPOSE = Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withLevels(List.of("boat", "car", "home")));

  /** Income in bins of 10, 30, 40 and 20 records, none of them missing; purpose in bins of 50, 25, 25. */
  private static AdditiveModel model(List<AdditiveModel.Pair> pairs) {
    Binning income = Binning.ofNumber(
        INCOME, new double[] {10, 20, 30}, table(10, 30, 40, 20, 0), new double[5], BinOrigin.AUTO);
    Binning purpose = Binning.ofCategory(
        PURPOSE,
        List.of(List.of("boat"), List.of("car"), List.of("home")),
        0,
        table(50, 25, 25, 0),
        new double[4],
        BinOrigin.AUTO);
    return AdditiveModel.of(
        -1.5,
        List.of(term(income, 1.0, 0.5, -0.2, -0.85, 1.0), term(purpose, 0.4, -0.2, -0.6, 0.4)),
        pairs);
  }

  private static BinTable table(double... records) {
    double[] bads = Arrays.stream(records).map(count -> 0.2 * count).toArray();
    double[] goods = Arrays.stream(records).map(count -> 0.8 * count).toArray();
    return BinTable.of(goods, bads, ZeroCellRule.HALF_IN_ZERO_BINS);
  }

  private static AdditiveModel.Term term(Binning binning, Double... effects) {
    List<Double> values = List.of(effects);
    return new AdditiveModel.Term(
        binning,
        values,
        values.stream().map(value -> value - 0.1).toList(),
        values.stream().map(value -> value + 0.1).toList(),
        Collections.nCopies(values.size(), 0));
  }

  /** Income below 20 and above, by boats and the rest. */
  private static AdditiveModel.Pair pair() {
    return new AdditiveModel.Pair(
        0,
        1,
        List.of(0, 0, 1, 1, 1),
        List.of(0, 1, 1, 1),
        List.of(List.of(0.3, 0.0), List.of(0.0, -0.1)),
        List.of(List.of(0, 0), List.of(0, 0)));
  }

  private static AdditiveModel edit(
      AdditiveModel model, String feature, BinningEdit.Change... changes) {
    return ShapeEditor.apply(
        model,
        Arrays.stream(changes)
            .map(change -> new BinningEdit(feature, change, "A. Lee", "policy 7"))
            .toList());
  }

  @Test
  void merge_givesTheMeanByRecordsAndJoinsTheCounts() {
    AdditiveModel edited = edit(model(List.of()), "income", new BinningEdit.Merge(0, 1));

    AdditiveModel.Term income = edited.terms().get(0);
    // (10 x 1.0 + 30 x 0.5) / 40 = 0.625; the missing bin has no record and took the worst: now
    // 0.625
    assertThat(income.effects()).containsExactly(0.625, -0.2, -0.85, 0.625);
    assertThat(income.low().get(0)).isCloseTo(0.525, within(1e-12));
    assertThat(income.binning().cuts()).containsExactly(20, 30);
    assertThat(income.binning().table().count(0)).isEqualTo(40);
    assertThat(edited.intercept()).isCloseTo(-1.5, within(1e-12));
  }

  @Test
  void effect_staysAsItWasSetAndTheInterceptTakesUpTheMean() {
    AdditiveModel edited = edit(model(List.of()), "income", new BinningEdit.Effect(1, 0.9));

    AdditiveModel.Term income = edited.terms().get(0);
    assertThat(income.effects()).containsExactly(1.0, 0.9, -0.2, -0.85, 1.0);
    assertThat(income.low().get(1)).isEqualTo(0.9);
    assertThat(income.high().get(1)).isEqualTo(0.9);
    // 30 of 100 records rise by 0.4, so the intercept falls by 0.12
    assertThat(edited.intercept()).isCloseTo(-1.62, within(1e-12));
    assertThat(income.binning().origin().edits())
        .containsExactly(
            new BinOrigin.Edit("set the effect of bin 1 to 0.9", "A. Lee", "policy 7"));
  }

  @Test
  void smooth_givesEachBinTheMeanOfItsNeighbourhood() {
    AdditiveModel edited = edit(model(List.of()), "income", new BinningEdit.Smooth(1, 3));

    // bin 1: (30 x 0.5 - 40 x 0.2) / 70 = 0.1; bin 2: (15 - 8 - 17) / 90 = -1/9;
    // bin 3: (-8 - 17) / 60 = -5/12
    List<Double> effects = edited.terms().get(0).effects();
    assertThat(effects.get(0)).isEqualTo(1.0);
    assertThat(effects.get(1)).isCloseTo(0.1, within(1e-12));
    assertThat(effects.get(2)).isCloseTo(-1.0 / 9, within(1e-12));
    assertThat(effects.get(3)).isCloseTo(-5.0 / 12, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void smoothAndMerge_anyRange_keepTheDirection(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int bins = 40;
    double[] cuts = new double[bins - 1];
    double[] records = new double[bins + 1];
    Double[] effects = new Double[bins + 1];
    double effect = 3;
    for (int bin = 0; bin < bins; bin++) {
      records[bin] = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 50);
      effect -= random.nextBoolean() ? 0 : random.nextDouble();
      effects[bin] = effect;
    }
    Arrays.setAll(cuts, i -> i);
    effects[bins] = 0.0;
    records[bins] = 5;
    AdditiveModel model = AdditiveModel.of(
        0,
        List.of(term(
            Binning.ofNumber(INCOME, cuts, table(records), new double[bins + 1], BinOrigin.AUTO),
            effects)),
        List.of());
    for (int i = 0; i < 50; i++) {
      int first = random.nextInt(bins - 1);
      int last = random.nextInt(first + 1, bins);

      List<Double> smooth = edit(model, "income", new BinningEdit.Smooth(first, last))
          .terms()
          .get(0)
          .effects();
      List<Double> merged = edit(model, "income", new BinningEdit.Merge(first, last))
          .terms()
          .get(0)
          .effects();

      assertThat(smooth.subList(0, bins)).isSortedAccordingTo(Collections.reverseOrder());
      assertThat(merged.subList(0, merged.size() - 1))
          .isSortedAccordingTo(Collections.reverseOrder());
    }
  }

  @Test
  void category_mergedBins_keepTheirLevelsAndUnseenGoesToTheWorst() {
    AdditiveModel edited = edit(
        model(List.of()), "purpose", new BinningEdit.Merge(0, 1), new BinningEdit.Effect(1, 0.9));

    Binning purpose = edited.terms().get(1).binning();
    assertThat(purpose.groups()).containsExactly(List.of("boat", "car"), List.of("home"));
    assertThat(purpose.unseenBin()).isEqualTo(1);
  }

  @Test
  void pair_followsMergedBinsAndRefusesThoseItTellsApart() {
    AdditiveModel model = model(List.of(pair()));

    AdditiveModel.Pair joined =
        edit(model, "income", new BinningEdit.Merge(2, 3)).pairs().get(0);
    assertThat(joined.rowOf()).containsExactly(0, 0, 1, 1);
    assertThat(joined.effects()).isEqualTo(pair().effects());
    assertThatThrownBy(() -> edit(model, "income", new BinningEdit.Merge(1, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the table of income by purpose tells these bins apart");
  }

  @Test
  void againstTheDirection_isRefusedAfterAllChangesOfTheFeature() {
    AdditiveModel model = model(List.of());

    assertThatThrownBy(() -> edit(model, "income", new BinningEdit.Effect(1, -0.5)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("risk falls with income")
        .hasMessageContaining("bin 1 has -0.5, bin 2 has -0.2");
    assertThat(
            edit(model, "income", new BinningEdit.Effect(1, -0.5), new BinningEdit.Effect(2, -0.5))
                .terms()
                .get(0)
                .effects())
        .startsWith(1.0, -0.5, -0.5);
  }

  @Test
  void whatDoesNotFit_isRefusedWithTheRule() {
    AdditiveModel model = model(List.of());

    assertThatThrownBy(() -> edit(model, "incom", new BinningEdit.Effect(1, 0.4)))
        .hasMessageContaining("did you mean \"income\"");
    assertThatThrownBy(() -> edit(model, "income", new BinningEdit.Effect(5, 0.4)))
        .hasMessageContaining("there are bins 0 to 4");
    assertThatThrownBy(() -> edit(model, "income", new BinningEdit.Merge(2, 4)))
        .hasMessageContaining("there are value bins 0 to 3 to merge");
    assertThatThrownBy(() -> edit(model, "purpose", new BinningEdit.Smooth(0, 1)))
        .hasMessageContaining("no order to smooth along");
    assertThatThrownBy(() -> edit(model, "income", new BinningEdit.Woe(0, 1)))
        .hasMessageContaining("merge, smooth and effect only");
    assertThatThrownBy(() -> new BinningEdit.Effect(0, Double.NaN))
        .hasMessageContaining("must be finite");
  }
}
