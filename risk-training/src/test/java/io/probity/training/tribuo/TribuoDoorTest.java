package io.probity.training.tribuo;

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
import io.probity.model.PredictorFormat;
import io.probity.model.ReadLimits;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.model.ScoreScale;
import io.probity.model.TrainingData;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.RiskDirection;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.boosted.BinaryXgboostTrainer;
import io.probity.training.boosted.BoostedSettings;
import io.probity.training.boosted.BoostedTrainer;
import io.probity.training.family.FamilyTraining;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.evaluation.CrossValidation;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class TribuoDoorTest {

  private static final int ROWS = 400;
  private static final List<Field> FIELDS = List.of(
      Field.of("debt", FieldKind.NUMBER, FieldRole.FEATURE),
      Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)
          .withRules(FieldRules.NONE.withLevels(List.of("car", "home"))));
  private static final LearnSet RECORDS = records();

  private static LearnSet records() {
    SplittableRandom random = new SplittableRandom(11);
    double[][] columns = new double[2][ROWS];
    int[] target = new int[ROWS];
    double[] weights = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      double debt = random.nextDouble();
      columns[0][row] = random.nextInt(15) == 0 ? Double.NaN : debt;
      columns[1][row] = random.nextInt(2);
      double logOdds = -2 + 4 * debt - columns[1][row];
      target[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
      weights[row] = 1;
    }
    return LearnSet.of(FeatureMatrix.ofColumns(FIELDS, columns), target, weights);
  }

  private static TribuoComponent component(String json) {
    return TribuoSettingsJson.read(
        JsonObject.parse(json.getBytes(StandardCharsets.UTF_8), "plan", JsonLimits.FILE));
  }

  private static FamilyTraining train(TribuoComponent component) {
    return new TribuoFamilyTrainer(new BinningTrainer(BinningSettings.DEFAULT), component)
        .train(RECORDS, Folds.stratified(RECORDS.targetUnsafe(), 3, 1), 1, Runnable::run);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"trainer\":\"org.tribuo.classification.sgd.linear.LogisticRegressionTrainer\"}",
        "{\"trainer\":\"org.tribuo.classification.dtree.CARTClassificationTrainer\",\"parameters\":{\"maxDepth\":3}}",
        "{\"trainer\":\"org.tribuo.classification.liblinear.LibLinearClassificationTrainer\",\"parameters\":{\"cost\":0.5}}",
        "{\"trainer\":\"org.tribuo.common.tree.RandomForestTrainer\",\"parameters\":{\"numMembers\":10,\"seed\":1,"
            + "\"innerTrainer\":{\"class\":\"org.tribuo.classification.dtree.CARTClassificationTrainer\","
            + "\"parameters\":{\"maxDepth\":4,\"fractionFeaturesInSplit\":0.5}},"
            + "\"combiner\":{\"class\":\"org.tribuo.classification.ensemble.VotingCombiner\"}}}"
      })
  void train_anyTrainer_isServedFromItsFile(String json) throws IOException {
    FamilyTraining trained = train(component(json));
    RiskModel model = model(trained);

    RiskModel loaded =
        RiskModel.read(new ByteArrayInputStream(model.toBytes()), ReadLimits.DEFAULT);

    assertThat(Auc.of(trained.outOfFold(), RECORDS.targetUnsafe()).value()).isGreaterThan(0.6);
    double[] x = new double[2];
    double[] out = new double[2];
    for (int row = 0; row < 50; row++) {
      RECORDS.features().copyRow(row, x);
      assertThat(loaded.pd(x)).isEqualTo(model.pd(x));
      loaded.predictor().contributions(x, out);
      assertThat(loaded.predictor().base() + out[0] + out[1])
          .isCloseTo(loaded.predictor().badLogOdds(x), within(1e-9));
    }
  }

  private static RiskModel model(FamilyTraining trained) {
    List<Reference.FeatureReference> references = trained.bins().stream()
        .map(binning -> new Reference.FeatureReference(
            binning.feature(),
            0,
            Collections.nCopies(7, 0.0),
            List.of(),
            Collections.nCopies(binning.bins(), 1.0 / binning.bins())))
        .toList();
    return RiskModel.of(new ModelParts(
        Schema.of(Optional.of(new Target("90+", 12, false)), Set.of(), FIELDS),
        trained.predictor(ScoreScale.DEFAULT, Calibration.IDENTITY),
        Calibration.IDENTITY,
        ScoreScale.DEFAULT,
        MasterScale.DEFAULT,
        new Reference(
            ROWS, references, Collections.nCopies(7, 1.0 / 7), List.of(560), List.of(0.5, 0.5)),
        new TrainingData("00", ROWS, RECORDS.bads()),
        1,
        "{}"));
  }

  @ParameterizedTest
  @CsvSource({
    "org.tribuo.NoSuchTrainer, epochs, such a class",
    "java.lang.ProcessBuilder, epochs, must be a org.tribuo.Trainer",
    "org.tribuo.classification.sgd.linear.LogisticRegressionTrainer, colour, accept its parameters"
  })
  void train_unknownTrainerOrParameter_isRefused(String type, String key, String message) {
    assertThatThrownBy(() -> train(TribuoComponent.of(type, Map.of(key, "5"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void settings_asJson_areReadBack() {
    TribuoComponent forest = component(
        "{\"trainer\":\"a.B\",\"parameters\":{\"n\":10,\"x\":true,\"inner\":{\"class\":\"a.C\"}}}");
    JsonText out = JsonText.pretty().beginObject();
    TribuoSettingsJson.write(out, "tribuo", forest);
    byte[] bytes = out.endObject().toBytes();

    assertThat(forest.parameters()).containsEntry("n", "10").containsEntry("x", "true");
    assertThat(TribuoSettingsJson.read(
            JsonObject.parse(bytes, "plan", JsonLimits.FILE).object("tribuo")))
        .isEqualTo(forest);
  }

  @Test
  void read_brokenProtobuf_isRefused() {
    TribuoFormat format = new TribuoFormat();
    assertThat(format.entryNames()).containsExactly("predictor/tribuo.json", "predictor/tribuo.pb");
    FamilyTraining trained = train(
        component("{\"trainer\":\"org.tribuo.classification.dtree.CARTClassificationTrainer\"}"));
    Map<String, byte[]> entries =
        format.write(trained.predictor(ScoreScale.DEFAULT, Calibration.IDENTITY));
    Schema schema = Schema.of(Optional.of(new Target("90+", 12, false)), Set.of(), FIELDS);

    assertThatThrownBy(() -> format.read(
            new PredictorFormat.Entries() {
              @Override
              public byte[] bytes(String name) {
                return Arrays.copyOf(entries.get(name), 100);
              }

              @Override
              public JsonObject json(String name) {
                return JsonObject.parse(entries.get(name), name, JsonLimits.FILE);
              }
            },
            schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("predictor/tribuo.pb");
  }

  /** Two numbers, b missing now and then. Risk rises with a. */
  private static MutableDataset<Label> dataset() {
    SplittableRandom random = new SplittableRandom(5);
    MutableDataset<Label> dataset = new MutableDataset<>(
        new SimpleDataSourceProvenance("test", new LabelFactory()), new LabelFactory());
    for (int row = 0; row < ROWS; row++) {
      double a = random.nextDouble();
      double b = random.nextDouble();
      double p = 1 / (1 + Math.exp(2 - 4 * a + b));
      Label label = new Label(random.nextDouble() < p ? "bad" : "good");
      boolean missing = random.nextInt(10) == 0;
      dataset.add(new ArrayExample<>(
          label,
          missing ? new String[] {"a"} : new String[] {"a", "b"},
          missing ? new double[] {a} : new double[] {a, b}));
    }
    return dataset;
  }

  @Test
  void probityTrainer_worksWithTribuosCrossValidation() {
    BoostedSettings quick =
        new BoostedSettings(List.of(2), List.of(1.0), 0.2, 1, 1, 12, true, 40, 10, 1_000);
    ProbityTrainer trainer = new ProbityTrainer(
        new BoostedTrainer(new BinningTrainer(BinningSettings.DEFAULT), quick),
        "bad",
        Map.of("a", RiskDirection.RISES),
        3,
        1);

    var folds = new CrossValidation<Label, LabelEvaluation>(
            trainer, dataset(), new LabelEvaluator(), 2, 1)
        .evaluate();

    assertThat(folds)
        .hasSize(2)
        .allSatisfy(fold -> assertThat(fold.getA().AUCROC(new Label("bad"))).isGreaterThan(0.65));
    assertThat(trainer.getInvocationCount()).isEqualTo(2);
    assertThatThrownBy(() -> new ProbityTrainer(
                new BoostedTrainer(new BinningTrainer(BinningSettings.DEFAULT), quick),
                "default",
                Map.of(),
                3,
                1)
            .train(dataset()))
        .hasMessageContaining("two known labels");
  }

  @Test
  void binaryXgboostTrainer_isMonotoneAndReadsBack() throws IOException {
    Model<Label> model =
        new BinaryXgboostTrainer(40, 4, 0.2, 1, 1, "bad", Map.of("a", 1)).train(dataset());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.serializeToStream(bytes);
    Model<?> read = Model.deserializeFromStream(new ByteArrayInputStream(bytes.toByteArray()));

    double before = 0;
    for (int step = 0; step <= 40; step++) {
      Example<Label> example = new ArrayExample<>(
          LabelFactory.UNKNOWN_LABEL, new String[] {"a", "b"}, new double[] {step / 40.0, 0.3});
      double pd = model.predict(example).getOutputScores().get("bad").getScore();
      assertThat(pd).isGreaterThanOrEqualTo(before);
      assertThat(read.castModel(Label.class)
              .predict(example)
              .getOutputScores()
              .get("bad")
              .getScore())
          .isEqualTo(pd);
      before = pd;
    }
    assertThat(before).isGreaterThan(0.5);
  }
}
