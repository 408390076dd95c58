package io.probity.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.metrics.Auc;
import io.probity.model.AdditiveModel;
import io.probity.model.Calibration;
import io.probity.model.MasterScale;
import io.probity.model.ModelParts;
import io.probity.model.ReadLimits;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.model.ScoreScale;
import io.probity.model.TrainingData;
import io.probity.schema.Schema;
import io.probity.schema.SpecialValues;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdditiveTrainerTest {

  private static final String SCHEMA = """
      {"target":{"event":"90+","horizonMonths":12},"fields":[
       {"name":"bad","kind":"NUMBER","role":"TARGET"},
       {"name":"debt","kind":"NUMBER","role":"FEATURE","direction":"RISES",
        "specials":[{"code":0,"name":"NO_HIT","raw":["-999"]}]},
       {"name":"income","kind":"NUMBER","role":"FEATURE","direction":"FALLS"},
       {"name":"age","kind":"NUMBER","role":"FEATURE"},
       {"name":"purpose","kind":"CATEGORY","role":"FEATURE"},
       {"name":"constant","kind":"NUMBER","role":"FEATURE"},
       {"name":"absent","kind":"NUMBER","role":"FEATURE"},
       {"name":"town","kind":"CATEGORY","role":"FEATURE"}]}
      """;

  private static final List<String> FEATURES =
      List.of("debt", "income", "age", "purpose", "constant", "absent", "town");

  private static final AdditiveSettings QUICK = new AdditiveSettings(
      0.1, 3, 5.0, 1.0, 5.0, List.of(1.0), 4, 0.8, 32, 200, 20, 5, List.of(0, 2), 6, 0.01);

  private static final int ROWS = 3_000;

  private static LearnSet records;
  private static double[] truth; // the log-odds that the outcomes were drawn by
  private static Schema read;
  private static Schema schema;
  private static AdditiveTraining trained;

  /**
   * Debt and income count, and how much income counts depends on age: the young lie 2.5 higher below an
   * income of 50, the old do not. Risk falls with income everywhere. 300 towns mean nothing.
   */
  @BeforeAll
  static void learn(@TempDir Path folder) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder csv = new StringBuilder("bad," + String.join(",", FEATURES) + "\n");
    truth = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      double debt = Math.round(random.nextDouble() * 100) / 100.0;
      int income = 10 + random.nextInt(90);
      int age = 20 + random.nextInt(50);
      boolean home = random.nextBoolean();
      boolean noHit = random.nextInt(20) == 0;
      truth[row] = -1.5
          + (noHit ? 1.0 : 2.0 * debt)
          - 0.02 * (income - 50)
          - (home ? 0.5 : 0.0)
          + (age >= 45 ? 0.25 : income < 50 ? 1.5 : -1.0);
      int bad = random.nextDouble() < 1 / (1 + Math.exp(-truth[row])) ? 1 : 0;
      csv.append(bad).append(',').append(noHit ? "-999" : String.valueOf(debt)).append(',');
      csv.append(income).append(',').append(age).append(',').append(home ? "home" : "car");
      csv.append(",1,,t").append(random.nextInt(300)).append('\n');
    }
    records = read(folder, csv.toString(), FEATURES);
    schema = read;
    trained = train(records, QUICK, Runnable::run);
  }

  private static LearnSet read(Path folder, String csv, List<String> features) throws IOException {
    Path file = Files.writeString(folder.resolve("records.csv"), csv);
    Schema parsed =
        Schema.parse(new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8)), "schema");
    Table table = CsvReader.strict(parsed).read(file).table();
    FeatureExtractor extractor =
        FeatureExtractor.compile(parsed.withLevelsOf(table.schema()), features);
    read = extractor.schema();
    return LearnSet.of(FeatureMatrix.of(extractor, table), table.target(), table.weights());
  }

  private static AdditiveTraining train(
      LearnSet learn, AdditiveSettings settings, Executor executor) {
    Folds folds = Folds.stratified(learn.targetUnsafe(), 5, 1);
    return new AdditiveTrainer(settings).train(learn, folds, 1, executor);
  }

  private static LearnSet withTarget(int[] target) {
    double[] weights = new double[target.length];
    Arrays.fill(weights, 1.0);
    return LearnSet.of(records.features(), target, weights);
  }

  @Test
  void train_findsThePairAndRanksRecordsLeftOut() {
    assertThat(trained.pairs()).contains(List.of("income", "age"));
    double model = Auc.of(trained.outOfFold(), records.targetUnsafe()).value();
    double best = Auc.of(truth, records.targetUnsafe()).value();
    assertThat(model - 0.5)
        .as("four fifths of what the truth has above chance")
        .isGreaterThan(0.8 * (best - 0.5));
    assertThat(trained.trials()).hasSize(2).contains(trained.chosen());
    assertThat(trained.chosen().pairs()).isEqualTo(2);
    assertThat(trained.warnings()).anyMatch(text -> text.startsWith("town has more levels"));
  }

  @Test
  void train_leavesOutWhatIsConstantOrAbsent() {
    assertThat(trained.model().features())
        .contains("debt", "income", "age", "purpose")
        .doesNotContain("constant", "absent");
  }

  @Test
  void train_pairsOnAConstantOrAbsentFeature_areNeverTaken() {
    LearnSet dull = records.withColumns(List.of(
        FEATURES.indexOf("income"), FEATURES.indexOf("constant"), FEATURES.indexOf("absent")));

    AdditiveTraining alone = train(dull, QUICK, Runnable::run);

    assertThat(alone.pairs()).isEmpty();
    assertThat(alone.model().features()).containsExactly("income");
  }

  @Test
  void train_keepsTheDirectionsExactlyOnAGrid() {
    AdditiveModel model = trained.model();
    List<String> names = model.features();
    SplittableRandom random = new SplittableRandom(3);
    double[] x = new double[names.size()];
    for (int i = 0; i < 300; i++) {
      int row = random.nextInt(records.rows());
      for (int j = 0; j < x.length; j++) {
        x[j] = records.features().cell(row, FEATURES.indexOf(names.get(j)));
      }
      assertRises(model, x.clone(), names.indexOf("debt"), -0.1, 0.01, 1);
      assertRises(model, x.clone(), names.indexOf("income"), 5, 1, -1);
    }
  }

  private static void assertRises(
      AdditiveModel model, double[] x, int feature, double from, double step, int sign) {
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 120; i++) {
      x[feature] = from + i * step;
      double now = sign * model.badLogOdds(x);
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void train_isTheSameToTheLastBitOnOneAndTwoThreads() {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      AdditiveTraining again = train(records, QUICK, two);

      assertThat(again.outOfFold()).isEqualTo(trained.outOfFold());
      assertThat(again.trials()).isEqualTo(trained.trials());
      assertThat(again.model().intercept()).isEqualTo(trained.model().intercept());
      assertThat(again.model().pairs()).isEqualTo(trained.model().pairs());
      for (int i = 0; i < again.model().terms().size(); i++) {
        AdditiveModel.Term one = again.model().terms().get(i);
        AdditiveModel.Term other = trained.model().terms().get(i);
        assertThat(one.effects()).isEqualTo(other.effects());
        assertThat(one.low()).isEqualTo(other.low());
        assertThat(one.points()).isEqualTo(other.points());
        assertThat(one.binning().cuts()).isEqualTo(other.binning().cuts());
      }
    } finally {
      two.shutdown();
    }
  }

  @Test
  void train_centresEachFeature() {
    for (AdditiveModel.Term term : trained.model().terms()) {
      double sum = 0;
      for (int bin = 0; bin < term.binning().bins(); bin++) {
        sum += term.binning().table().count(bin) * term.effects().get(bin);
      }
      assertThat(sum / records.rows()).isCloseTo(0.0, within(1e-9));
    }
  }

  @Test
  void train_specialCode_hasItsOwnEffectAndMissingTakesTheWorst() {
    AdditiveModel.Term debt = trained.model().terms().get(0);
    double worst =
        debt.effects().stream().mapToDouble(Double::doubleValue).max().orElseThrow();

    assertThat(debt.effects().get(debt.binning().binOf(SpecialValues.cell(0))))
        .isStrictlyBetween(-0.8, 0.8);
    assertThat(debt.effects().get(debt.binning().missingBin())).isEqualTo(worst);
  }

  @Test
  void train_shuffledTarget_ranksRecordsLeftOutByChance() {
    int[] target = records.targetUnsafe().clone();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = target.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = target[i];
      target[i] = target[other];
      target[other] = held;
    }

    AdditiveTraining chance = train(withTarget(target), QUICK, Runnable::run);

    // the standard error of an AUC by chance is about 0.011 here
    assertThat(Auc.of(chance.outOfFold(), target).value()).isBetween(0.46, 0.54);
  }

  @Test
  void train_oneClass_isRefused() {
    assertThatThrownBy(() -> train(withTarget(new int[records.rows()]), QUICK, Runnable::run))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must hold goods and bads");
  }

  @Test
  void train_weights_countLikeRepeatedRecords() {
    double[] twiceOrNever = new double[ROWS];
    int[] twice = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      twiceOrNever[row] = row % 2 == 0 ? 2.0 : 0.0;
      twice[row] = row - row % 2;
    }
    AdditiveTrainer oneBag = new AdditiveTrainer(new AdditiveSettings(
        0.1, 3, 5.0, 1.0, 5.0, List.of(1.0), 1, 1.0, 32, 60, 20, 5, List.of(0, 2), 6, 0.01));
    Folds folds = Folds.stratified(records.targetUnsafe(), 5, 1);

    AdditiveModel weighted = oneBag
        .train(
            LearnSet.of(records.features(), records.targetUnsafe(), twiceOrNever),
            folds,
            1,
            Runnable::run)
        .model();
    AdditiveModel repeated = oneBag
        .train(records.rowsAt(twice), folds.rowsAt(twice), 1, Runnable::run)
        .model();

    // gradients are added up in steps of 2^-32, so that twice one differs a little from one twice
    assertThat(weighted.features()).isEqualTo(repeated.features());
    assertThat(weighted.intercept()).isCloseTo(repeated.intercept(), within(1e-6));
    for (int i = 0; i < weighted.terms().size(); i++) {
      AdditiveModel.Term one = weighted.terms().get(i);
      AdditiveModel.Term other = repeated.terms().get(i);
      assertThat(one.binning().labels()).isEqualTo(other.binning().labels());
      assertThat(one.binning().table().totalBads())
          .isEqualTo(other.binning().table().totalBads());
      for (int bin = 0; bin < one.effects().size(); bin++) {
        assertThat(one.effects().get(bin)).isCloseTo(other.effects().get(bin), within(1e-6));
      }
    }
    double[] x = new double[weighted.features().size()];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = records.features().cell(row, FEATURES.indexOf(weighted.features().get(i)));
      }
      assertThat(weighted.badLogOdds(x)).isCloseTo(repeated.badLogOdds(x), within(1e-6));
    }
  }

  @Test
  void train_throughTheFile_scoresTheSame() throws IOException {
    AdditiveModel model = trained.model();
    List<Double> zeros = Collections.nCopies(MasterScale.DEFAULT.size(), 0.0);
    List<Reference.FeatureReference> features = model.features().stream()
        .map(name -> new Reference.FeatureReference(name, 0.0, zeros, List.of(), List.of(1.0)))
        .toList();
    RiskModel written = RiskModel.of(new ModelParts(
        schema,
        model,
        Calibration.IDENTITY,
        ScoreScale.DEFAULT,
        MasterScale.DEFAULT,
        new Reference(records.rows(), features, zeros, List.of(), List.of(1.0)),
        new TrainingData("00", records.rows(), records.bads()),
        1,
        "{}"));

    RiskModel loaded =
        RiskModel.read(new ByteArrayInputStream(written.toBytes()), ReadLimits.DEFAULT);

    double[] x = new double[model.features().size()];
    double[] contributions = new double[x.length];
    for (int row = 0; row < 500; row++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = records.features().cell(row, FEATURES.indexOf(model.features().get(i)));
      }
      assertThat(loaded.predictor().badLogOdds(x)).isEqualTo(model.badLogOdds(x));
      model.contributions(x, contributions);
      double sum = model.base();
      for (double contribution : contributions) {
        sum += contribution;
      }
      assertThat(sum).isEqualTo(model.badLogOdds(x));
    }
  }

  @Test
  void train_nothingToLearnFrom_givesEverybodyOnePdAndSaysSo(@TempDir Path folder)
      throws IOException {
    StringBuilder csv = new StringBuilder("bad," + String.join(",", FEATURES) + "\n");
    for (int row = 0; row < 200; row++) {
      csv.append(row % 4 == 0 ? 1 : 0).append(",0.5,30,40,car,1,,t1\n");
    }

    AdditiveTraining nothing =
        train(read(folder, csv.toString(), List.of("constant", "absent")), QUICK, Runnable::run);

    assertThat(nothing.warnings()).anyMatch(text -> text.contains("everybody gets one PD"));
    assertThat(nothing.pairs()).isEmpty();
    // 50.5 of 201 by half a record of each outcome, in each bag's own share of the records
    assertThat(nothing.model().badLogOdds(new double[] {1.0}))
        .isCloseTo(Math.log(50.5 / 150.5), within(0.2));
  }
}
