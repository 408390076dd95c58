package io.probity.training.boosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.metrics.Auc;
import io.probity.model.Calibration;
import io.probity.model.MasterScale;
import io.probity.model.ModelParts;
import io.probity.model.ReadLimits;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.model.ScoreScale;
import io.probity.model.TrainingData;
import io.probity.model.TreeColumn;
import io.probity.model.TreeEnsemble;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.RiskDirection;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import io.probity.schema.Target;
import io.probity.training.additive.AdditiveSettings;
import io.probity.training.additive.AdditiveTrainer;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.family.ContradictedDirections;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoostedTrainerTest {

  private static final int ROWS = 1_500;

  private static final List<Field> FIELDS = List.of(
      number("debt", RiskDirection.RISES, new SpecialCode(3, "NO_HIT", List.of("-999"))),
      number("income", RiskDirection.FALLS),
      number("age", RiskDirection.FREE),
      category("purpose", 2),
      category("town", 30),
      number("constant", RiskDirection.FREE));

  private static final BoostedSettings QUICK =
      new BoostedSettings(List.of(2, 4), List.of(1.0, 5.0), 0.1, 0.8, 0.8, 12, true, 80, 15, 1_000);

  private static LearnSet records;
  private static double[] truth; // the log-odds that the outcomes were drawn by
  private static BoostedTraining trained;

  private static Field number(String name, RiskDirection direction, SpecialCode... specials) {
    return Field.of(name, FieldKind.NUMBER, FieldRole.FEATURE)
        .withRules(FieldRules.NONE.withDirection(direction).withSpecials(List.of(specials)));
  }

  private static Field category(String name, int levels) {
    List<String> names =
        IntStream.range(0, levels).mapToObj(level -> "l" + level).toList();
    return Field.of(name, FieldKind.CATEGORY, FieldRole.FEATURE)
        .withRules(FieldRules.NONE.withLevels(names));
  }

  /**
   * Debt and income count; the young lie higher than the old below an income of 50 and lower above it,
   * while risk falls with income for both. Towns mean nothing.
   */
  @BeforeAll
  static void learn() {
    SplittableRandom random = new SplittableRandom(7);
    double[][] columns = new double[FIELDS.size()][ROWS];
    int[] target = new int[ROWS];
    double[] weights = new double[ROWS];
    truth = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      double debt = random.nextDouble();
      double income = 10 + random.nextInt(90);
      double age = 20 + random.nextInt(50);
      int purpose = random.nextInt(2);
      boolean noHit = random.nextInt(20) == 0;
      columns[0][row] = noHit ? SpecialValues.cell(3) : random.nextInt(15) == 0 ? Double.NaN : debt;
      columns[1][row] = random.nextInt(12) == 0 ? Double.NaN : income;
      columns[2][row] = age;
      columns[3][row] = random.nextInt(40) == 0 ? Double.NaN : purpose;
      columns[4][row] = random.nextInt(30);
      columns[5][row] = 1;
      truth[row] = -1.5
          + (noHit ? 1.0 : 2.0 * debt)
          - 0.02 * (income - 50)
          - 0.5 * purpose
          + effectOfAge(income, age);
      target[row] = random.nextDouble() < 1 / (1 + Math.exp(-truth[row])) ? 1 : 0;
      weights[row] = random.nextInt(2) + 0.5;
    }
    records = LearnSet.of(FeatureMatrix.ofColumns(FIELDS, columns), target, weights);
    trained = train(records, Runnable::run);
  }

  private static double effectOfAge(double income, double age) {
    return age >= 45 ? 0.25 : income < 50 ? 1.5 : -1.0;
  }

  private static BoostedTraining train(LearnSet learn, Executor executor) {
    return new BoostedTrainer(new BinningTrainer(BinningSettings.DEFAULT), QUICK)
        .train(learn, Folds.stratified(learn.targetUnsafe(), 3, 1), 1, executor);
  }

  private static double[] row(FeatureMatrix matrix, int row) {
    double[] x = new double[matrix.fields().size()];
    matrix.copyRow(row, x);
    return x;
  }

  @ParameterizedTest
  @CsvSource({"1, 0.3", "3, 0.1", "6, 0.05"})
  void margins_equalXgboostsToTheLastFloat(int depth, double rate) throws XGBoostError {
    BoostingRules rules = new BoostingRules(depth, rate, 1.0, 0.8, 0.8, 5);
    TreeInputs inputs = TreeInputs.of(records, QUICK);
    TreeEnsemble ensemble;
    try (Boosting boosting = new Boosting(records, QUICK)) {
      ensemble = boosting.boosted(rules, 60).ensemble();
    }

    float[][] expected = xgboost(rules, inputs);

    assertThat(ensemble.trees().trees()).isEqualTo(60);
    for (int row = 0; row < records.rows(); row++) {
      assertThat(ensemble.badLogOdds(row(records.features(), row)))
          .isEqualTo((double) expected[row][0]);
    }
  }

  /** Boosts and predicts with XGBoost alone. */
  private static float[][] xgboost(BoostingRules rules, TreeInputs inputs) throws XGBoostError {
    DMatrix matrix =
        new DMatrix(inputs.learnNumbers(records), ROWS, inputs.columns().size(), Float.NaN);
    double mean = Arrays.stream(records.weightsUnsafe()).sum() / ROWS;
    float[] labels = new float[ROWS];
    float[] weights = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      labels[row] = records.targetUnsafe()[row];
      weights[row] = (float) (records.weightsUnsafe()[row] / mean);
    }
    matrix.setLabel(labels);
    matrix.setWeight(weights);
    Booster booster =
        BinaryXgboostTrainer.started(matrix, rules.parameters(inputs.directions()), Map.of());
    for (int round = 0; round < 60; round++) {
      booster.update(matrix, round);
    }
    return booster.predict(
        new DMatrix(inputs.numbers(records.features()), ROWS, inputs.columns().size(), Float.NaN),
        true);
  }

  @Test
  void pd_isMonotoneInEveryFeatureWithADirection() {
    List<String> names = trained.ensemble().features();
    SplittableRandom random = new SplittableRandom(3);
    FeatureMatrix matrix = records
        .features()
        .columnsAt(names.stream().map(BoostedTrainerTest::position).toList());
    for (int i = 0; i < 200; i++) {
      double[] x = row(matrix, random.nextInt(ROWS));
      assertMonotone(x.clone(), names.indexOf("debt"), 0, 1, 1);
      assertMonotone(x.clone(), names.indexOf("income"), 0, 110, -1);
    }
    double[] first = row(matrix, 0);
    double low = trained.ensemble().badLogOdds(with(first, names.indexOf("debt"), 0.01));
    assertThat(trained.ensemble().badLogOdds(with(first, names.indexOf("debt"), 0.99)))
        .isGreaterThan(low);
  }

  private static int position(String name) {
    return FIELDS.stream().map(Field::name).toList().indexOf(name);
  }

  private static double[] with(double[] x, int feature, double cell) {
    double[] changed = x.clone();
    changed[feature] = cell;
    return changed;
  }

  private static void assertMonotone(double[] x, int feature, double from, double to, int sign) {
    double before = Double.NEGATIVE_INFINITY;
    for (int step = 0; step <= 60; step++) {
      double now =
          sign * trained.ensemble().badLogOdds(with(x, feature, from + step * (to - from) / 60));
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void train_findsTheInteractionAndDropsTheConstant() {
    double[] pd = trained.outOfFold();

    double best = Auc.of(truth, records.targetUnsafe()).value();
    assertThat(Auc.of(pd, records.targetUnsafe()).value() - 0.5)
        .as("four fifths of what the truth has above chance")
        .isGreaterThan(0.8 * (best - 0.5));
    // 1.25 and -1.25; trees of 1,500 records learn at least half of it
    assertThat(gainOfYouth(30)).isGreaterThan(0.5 * (effectOfAge(30, 30) - effectOfAge(30, 60)));
    assertThat(gainOfYouth(85)).isLessThan(0.5 * (effectOfAge(85, 30) - effectOfAge(85, 60)));
    assertThat(trained.ensemble().features()).doesNotContain("constant");
    assertThat(trained.dropped()).extracting(entry -> entry.field()).containsExactly("constant");
    assertThat(trained.bins()).hasSize(5);
    assertThat(trained.trials()).hasSize(3);
    assertThat(trained.chosen().trees()).isPositive();
  }

  /** Returns how far an applicant of 30 lies above one of 60 in log-odds. */
  private static double gainOfYouth(double income) {
    double[] x = {0.5, income, 30, 0, 0};
    return trained.ensemble().badLogOdds(x) - trained.ensemble().badLogOdds(with(x, 2, 60));
  }

  @Test
  void importance_isOfTheRecordsAndFindsThePair() {
    Importance importance = trained.importance();

    assertThat(importance.records()).isEqualTo(500);
    assertThat(importance.features()).hasSize(5);
    assertThat(importance.features().stream()
            .mapToDouble(Importance.OfFeature::gainShare)
            .sum())
        .isCloseTo(1.0, within(1e-9));
    assertThat(importance.features())
        .extracting(Importance.OfFeature::shap)
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(importance.features().subList(0, 2))
        .extracting(Importance.OfFeature::feature)
        .containsExactlyInAnyOrder("income", "debt");
    Importance.OfPair strongest = importance.pairs().get(0);
    assertThat(List.of(strongest.first(), strongest.second())).containsExactly("income", "age");
  }

  @Test
  void train_directionThatTheRecordsContradict_isSaid() {
    int income = position("income");
    List<Field> fields = new ArrayList<>(FIELDS);
    fields.set(income, number("income", RiskDirection.RISES));
    double[][] columns = new double[FIELDS.size()][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = records.features().columnUnsafe(i);
    }
    LearnSet contradicted = LearnSet.of(
        FeatureMatrix.ofColumns(fields, columns), records.targetUnsafe(), records.weightsUnsafe());

    assertThat(ContradictedDirections.in(records, 1)).isEmpty();
    assertThat(train(contradicted, Runnable::run).warnings())
        .anyMatch(text -> text.startsWith(
            "income: by the schema risk rises with it, but among the records it falls (AUC 0."));
    assertThat(new AdditiveTrainer(AdditiveSettings.DEFAULT.withPairs(List.of(0)))
            .train(
                contradicted, Folds.stratified(contradicted.targetUnsafe(), 5, 1), 1, Runnable::run)
            .warnings())
        .anyMatch(text -> text.startsWith("income: by the schema"));
  }

  @Test
  void learnNumbers_rateOfALevel_leavesOutTheRecordsOwnFifth() {
    // levels alternate; the bads are the ten records of level 0 in the fifth of row 0
    int[] target = new int[100];
    double[] cells = new double[100];
    for (int row = 0; row < 100; row++) {
      cells[row] = row % 2;
      target[row] = row % 5 == 0 && row % 2 == 0 ? 1 : 0;
    }
    double[] weights = new double[100];
    Arrays.fill(weights, 1.0);
    LearnSet learn = LearnSet.of(
        FeatureMatrix.ofColumns(List.of(category("town", 2)), new double[][] {cells}),
        target,
        weights);
    BoostedSettings rates =
        new BoostedSettings(List.of(2), List.of(1.0), 0.1, 0.8, 0.8, 0, false, 80, 15, 1_000);

    TreeInputs inputs = TreeInputs.of(learn, rates);

    // all: level 0 has 10 bads of 50, 10% overall: (10 + 20 x 0.1) / 70
    assertThat(inputs.numbers(learn.features())[0]).isEqualTo((float) (12.0 / 70));
    // without the first fifth, which holds all bads, nobody is bad
    assertThat(inputs.learnNumbers(learn)[0]).isEqualTo(0.0f);
    // without another fifth: 10 bads of 40, 12.5% overall: (10 + 20 x 0.125) / 60
    assertThat(inputs.learnNumbers(learn)[2]).isEqualTo((float) (12.5 / 60));
  }

  @Test
  void train_onTwoThreads_givesTheSameModel() {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      BoostedTraining again = train(records, two);

      assertThat(model(again).id()).isEqualTo(model(trained).id());
      assertThat(again.outOfFold()).isEqualTo(trained.outOfFold());
    } finally {
      two.shutdown();
    }
  }

  @Test
  void columns_areValuesFlagsIndicatorsAndRates() {
    List<TreeColumn> columns = trained.ensemble().columns();

    assertThat(columns)
        .filteredOn(TreeColumn.Flag.class::isInstance)
        .containsExactly(new TreeColumn.Flag(0, 3));
    assertThat(columns).filteredOn(TreeColumn.Levels.class::isInstance).hasSize(3);
    assertThat(columns.get(columns.size() - 1))
        .isInstanceOfSatisfying(TreeColumn.Levels.class, rates -> {
          assertThat(rates.values()).hasSize(30);
          assertThat(rates.unseen()).isEqualTo(Collections.max(rates.values()));
        });
  }

  @Test
  void contributions_andBase_addUpToTheLogOdds() {
    TreeEnsemble ensemble = trained.ensemble();
    FeatureMatrix matrix = records
        .features()
        .columnsAt(
            ensemble.features().stream().map(BoostedTrainerTest::position).toList());
    double[] out = new double[ensemble.features().size()];
    for (int row = 0; row < 100; row++) {
      ensemble.contributions(row(matrix, row), out);
      assertThat(ensemble.base() + Arrays.stream(out).sum())
          .isCloseTo(ensemble.badLogOdds(row(matrix, row)), within(1e-5));
    }
  }

  @Test
  void saveAndLoad_scoresTheSame() throws IOException {
    RiskModel model = model(trained);

    RiskModel loaded =
        RiskModel.read(new ByteArrayInputStream(model.toBytes()), ReadLimits.DEFAULT);

    assertThat(loaded.toBytes()).isEqualTo(model.toBytes());
    double[] x = row(records.features(), 5);
    double[] first = Arrays.copyOf(x, 5);
    assertThat(loaded.pd(first)).isEqualTo(model.pd(first));
  }

  private static RiskModel model(BoostedTraining training) {
    TreeEnsemble ensemble = training.ensemble();
    List<Reference.FeatureReference> references = training.bins().stream()
        .map(binning -> new Reference.FeatureReference(
            binning.feature(), 0, Collections.nCopies(7, 0.0), List.of(), even(binning.bins())))
        .toList();
    return RiskModel.of(new ModelParts(
        Schema.of(Optional.of(new Target("90+", 12, false)), Set.of(), FIELDS),
        ensemble,
        Calibration.IDENTITY,
        ScoreScale.DEFAULT,
        MasterScale.DEFAULT,
        new Reference(ROWS, references, even(7), List.of(560), List.of(0.5, 0.5)),
        new TrainingData("00", ROWS, records.bads()),
        1,
        "{}"));
  }

  private static List<Double> even(int count) {
    return Collections.nCopies(count, 1.0 / count);
  }

  @Test
  void train_oneClassOrNoFeature_isRefused() {
    LearnSet goods = LearnSet.of(records.features(), new int[ROWS], records.weightsUnsafe());
    assertThatThrownBy(() -> train(goods, Runnable::run))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("goods and bads");
    assertThatThrownBy(() -> train(records.withColumns(List.of(5)), Runnable::run))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("constant");
  }

  @Test
  void train_nativeLibraryCannotLoad_saysSoAndNamesTheOtherFamilies() {
    assertThatThrownBy(() -> NativeXgboost.require(() -> {
          throw new UnsatisfiedLinkError("no xgboost4j in java.library.path");
        }))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("native library")
        .hasMessageContaining("scorecard or an additive model")
        .hasMessageContaining("no xgboost4j");
  }

  @Test
  void settings_asJson_areReadBack() {
    JsonText out = JsonText.pretty().beginObject();
    BoostedSettingsJson.write(out, "boosted", QUICK);
    byte[] bytes = out.endObject().toBytes();

    JsonObject json = JsonObject.parse(bytes, "plan", JsonLimits.FILE);

    assertThat(BoostedSettingsJson.read(json.object("boosted"))).isEqualTo(QUICK);
  }

  @ParameterizedTest
  @CsvSource({
    "depths, '[7]', from 1 to 6",
    "depths, '[3, 2]', rise",
    "cautions, '[0]', above 0",
    "rate, 1.5, the rate",
    "rowShare, 0, share of records",
    "patience, 0, patience",
    "pace, 1, unknown key"
  })
  void settings_outOfRange_areRefused(String key, String value, String message) {
    byte[] bytes = ("{\"" + key + "\":" + value + "}").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(
            () -> BoostedSettingsJson.read(JsonObject.parse(bytes, "plan", JsonLimits.FILE)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
