package io.probity.training.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.binning.Binning;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.ShippedData;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.binning.Outcomes;
import io.probity.training.logistic.LogisticSample;
import io.probity.training.logistic.LogisticTrainer;
import io.probity.training.split.LearnSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureSelectionTest {

  private static final SelectionPlan NOTHING =
      SelectionPlan.DEFAULT.withMinimumIv(0).withCollinearity(1, Double.POSITIVE_INFINITY);

  @TempDir
  private Path folder;

  /** Features: strong, its noisy copy, their sum, noise, a constant, and one that is mostly missing. */
  private LearnSet records() {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder csv = new StringBuilder("strong,copy,second,sum,noise,constant,rare,bad\n");
    for (int row = 0; row < 3_000; row++) {
      double strong = random.nextDouble();
      double second = random.nextDouble();
      int bad = random.nextDouble() < 0.1 + 0.3 * strong + 0.2 * second ? 1 : 0;
      csv.append(strong).append(',').append(strong + 0.02 * random.nextDouble()).append(',');
      csv.append(second).append(',').append(strong + second).append(',');
      csv.append(random.nextDouble()).append(",5,").append(row % 200 == 0 ? "1" : "");
      csv.append(',').append(bad).append('\n');
    }
    List<Field> fields = new ArrayList<>();
    for (String name : List.of("strong", "copy", "second", "sum", "noise", "constant", "rare")) {
      fields.add(Field.of(name, FieldKind.NUMBER, FieldRole.FEATURE));
    }
    fields.add(Field.of("bad", FieldKind.NUMBER, FieldRole.TARGET));
    Schema schema = Schema.of(Optional.empty(), Set.of(), fields);
    try {
      Table table = CsvReader.strict(schema)
          .read(Files.writeString(folder.resolve("a.csv"), csv))
          .table();
      List<String> names = fields.subList(0, 7).stream().map(Field::name).toList();
      return LearnSet.of(
          FeatureMatrix.of(FeatureExtractor.compile(schema, names), table),
          table.target(),
          table.weights());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static FeatureSelection.Result select(SelectionPlan plan, LearnSet records) {
    List<BinningResult> binned = new BinningTrainer(BinningSettings.DEFAULT)
        .trainEach(
            records.features(),
            Outcomes.of(records.targetUnsafe(), records.weightsUnsafe()),
            Runnable::run);
    return FeatureSelection.select(plan, binned, records);
  }

  private static List<String> names(FeatureSelection.Result result) {
    return result.binnings().stream().map(Binning::feature).toList();
  }

  private static Funnel.Entry entry(FeatureSelection.Result result, String field) {
    return result.dropped().stream()
        .filter(dropped -> dropped.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void select_eachFeature_isKeptOrDroppedWithItsReason() {
    FeatureSelection.Result result = select(SelectionPlan.DEFAULT.withMinimumIv(0.03), records());

    assertThat(entry(result, "constant").dropped()).contains(Funnel.Reason.NOT_BINNED);
    assertThat(entry(result, "rare").dropped())
        .get()
        .isIn(Funnel.Reason.MOSTLY_MISSING, Funnel.Reason.NOT_BINNED);
    assertThat(entry(result, "noise").dropped()).contains(Funnel.Reason.LOW_IV);
    assertThat(entry(result, "noise").detail()).startsWith("IV 0.0");
    assertThat(result.binnings().size() + result.dropped().size()).isEqualTo(7);
  }

  @Test
  void select_fewBinsAndUnstable_areDroppedWithTheirFigure() {
    LearnSet records = records();
    double[] strong = records.features().columnUnsafe(0);
    int[] periods = new int[records.rows()];
    for (int row = 0; row < periods.length; row++) {
      periods[row] = strong[row] > 0.5 ? 1 : 0;
    }
    FeatureBounds bounds = new FeatureBounds(0.98, 3, 0.01, 0.25, 1, Double.POSITIVE_INFINITY);

    FeatureSelection.Result result =
        select(NOTHING.withBounds(bounds), records.withPeriods(periods));

    assertThat(entry(result, "strong").dropped()).contains(Funnel.Reason.UNSTABLE);
    assertThat(entry(result, "strong").detail()).startsWith("PSI ");
    assertThat(names(result)).contains("second");
    assertThatThrownBy(() -> select(NOTHING.withBounds(bounds), records))
        .hasMessageContaining("stability needs the periods");
  }

  @Test
  void select_twoThatFollowEachOther_keepsTheOneThatSaysMore() {
    FeatureSelection.Result all = select(NOTHING, records());
    FeatureSelection.Result result =
        select(NOTHING.withCollinearity(0.9, Double.POSITIVE_INFINITY), records());

    double strong = iv(all, "strong");
    double copy = iv(all, "copy");
    String loser = strong >= copy ? "copy" : "strong";
    assertThat(entry(result, loser).dropped()).contains(Funnel.Reason.CORRELATED);
    assertThat(entry(result, loser).detail()).contains(" with ");
    assertThat(names(result)).doesNotContain(loser);
  }

  private static double iv(FeatureSelection.Result result, String name) {
    return result.binnings().stream()
        .filter(binning -> binning.feature().equals(name))
        .findFirst()
        .orElseThrow()
        .table()
        .informationValue();
  }

  @Test
  void select_vif_dropsTheLargestUntilAllPass() {
    FeatureSelection.Result result = select(NOTHING.withCollinearity(1, 3), records());

    assertThat(result.dropped())
        .filteredOn(entry -> entry.dropped().equals(Optional.of(Funnel.Reason.HIGH_VIF)))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.detail()).startsWith("VIF "));
    assertThat(names(result)).doesNotContain("constant").hasSizeLessThan(5);
  }

  @Test
  void select_forcedFeature_passesEveryRule() {
    FeatureSelection.Result result = select(
        SelectionPlan.DEFAULT
            .withCollinearity(0.5, 1.5)
            .withStepwise(Stepwise.byPValue(0.001, 0.001))
            .withForced(Set.of("noise", "copy")),
        records());

    assertThat(names(result)).contains("noise", "copy");
  }

  @ParameterizedTest
  @EnumSource(
      value = Stepwise.Criterion.class,
      names = {"AIC", "BIC", "P_VALUE"})
  void select_stepwise_takesWhatHelpsAndLeavesNoise(Stepwise.Criterion criterion) {
    SelectionPlan plan = NOTHING.withStepwise(
        criterion == Stepwise.Criterion.P_VALUE
            ? Stepwise.byPValue(0.01, 0.01)
            : Stepwise.by(criterion));

    FeatureSelection.Result result = select(plan, records());

    assertThat(names(result)).hasSizeBetween(2, 3).doesNotContain("constant", "rare");
    assertThat(result.dropped())
        .filteredOn(entry -> entry.dropped().equals(Optional.of(Funnel.Reason.STEPWISE)))
        .allSatisfy(entry -> assertThat(entry.detail()).isEqualTo(criterion.name()));
  }

  /** On few columns no subset is better by BIC than where the search ends, in one step from it. */
  @Test
  void search_endsWhereNoSingleStepHelps() {
    LearnSet german = ShippedData.of("german").learnSet();
    FeatureSelection.Result all = select(SelectionPlan.DEFAULT, german);
    LogisticSample sample = LogisticSample.of(
        WoeColumns.of(german.features(), all.binnings()),
        german.targetUnsafe(),
        german.weightsUnsafe());
    LogisticTrainer trainer = LogisticTrainer.ofDefaults();
    List<String> chosen =
        new StepwiseSearch(Stepwise.by(Stepwise.Criterion.AIC), Set.of(), sample, trainer).search();

    double end = trainer.train(sample.select(chosen)).statistics().aic();
    for (String name : sample.design().names()) {
      List<String> other = new ArrayList<>(chosen);
      if (!other.remove(name)) {
        other.add(name);
      }
      assertThat(trainer.train(sample.select(other)).statistics().aic())
          .as(name)
          .isGreaterThanOrEqualTo(end - 1e-9);
    }
  }

  @Test
  void plan_boundsOutOfRange_areRefused() {
    assertThatThrownBy(() -> NOTHING.withMinimumIv(-0.1)).hasMessageContaining("not -0.1");
    assertThatThrownBy(() -> NOTHING.withCollinearity(0, 5)).hasMessageContaining("(0, 1]");
    assertThatThrownBy(() -> NOTHING.withCollinearity(1, 1)).hasMessageContaining("above 1");
    assertThatThrownBy(() -> Stepwise.byPValue(0.1, 0.05)).hasMessageContaining("enter <= stay");
  }
}
