package io.probity.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.input.InvalidInputException;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.selection.Funnel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTest {

  private static final RunContext QUIET = RunContext.quiet(Clock.systemUTC());

  private static TrainingResult train(String name, TrainingPlan plan) {
    ShippedData data = ShippedData.of(name);
    return Training.run(data.schema(), data.table(), plan, QUIET);
  }

  /** Floors are a little below what was measured, so that a real loss of quality shows. */
  @ParameterizedTest
  @CsvSource({"german,0.78", "credit,0.83", "lending-club,0.65"})
  void run_shippedData_beatsTheBaselineOnRecordsHeldOut(String name, double floor) {
    TrainingResult result = train(name, TrainingPlan.DEFAULT);

    double auc = result.heldOut().orElseThrow().discrimination().auc();
    assertThat(auc)
        .isGreaterThan(floor)
        .isGreaterThan(result.baseline().orElseThrow().discrimination().auc());
    assertThat(result.funnel().kept()).isEqualTo(result.model().features());
    Scorecard scorecard = (Scorecard) result.model().predictor();
    assertThat(scorecard.terms())
        .allSatisfy(term -> assertThat(term.coefficient()).isNegative());
  }

  @Test
  void run_twice_givesTheSameBytesWhateverTheThreads() {
    ShippedData data = ShippedData.of("german");
    byte[] one = Training.run(data.schema(), data.table(), TrainingPlan.DEFAULT, QUIET)
        .model()
        .toBytes();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      RunContext context = new RunContext(two, Clock.systemUTC(), stage -> {});
      assertThat(Training.run(data.schema(), data.table(), TrainingPlan.DEFAULT, context)
              .model()
              .toBytes())
          .isEqualTo(one);
    } finally {
      two.shutdown();
    }
  }

  @Test
  void run_protectedAndLenderFields_areLeftOutUnlessAReasonIsGiven() {
    TrainingResult german = train("german", TrainingPlan.DEFAULT);
    TrainingResult allowed = train(
        "german",
        TrainingPlan.DEFAULT.toBuilder()
            .features(new FeatureChoice(Set.of("purpose"), Map.of("age", "law of the test")))
            .build());

    assertThat(german.model().features()).doesNotContain("age", "foreign_worker");
    assertThat(german.funnel().entries())
        .contains(new Funnel.Entry("age", Optional.of(Funnel.Reason.PROTECTED), ""));
    assertThat(allowed.model().features()).contains("age").doesNotContain("purpose");
    assertThat(allowed.model().plan()).contains("law of the test");
    assertThat(allowed.funnel().entries())
        .contains(new Funnel.Entry("purpose", Optional.of(Funnel.Reason.EXCLUDED), ""));
  }

  @Test
  void run_savedAndLoadedModel_scoresApplicationsAsTheTable(@TempDir Path folder)
      throws IOException {
    for (String name : List.of("german", "credit", "lending-club")) {
      ShippedData data = ShippedData.of(name);
      RiskModel trained =
          Training.run(data.schema(), data.table(), TrainingPlan.DEFAULT, QUIET).model();
      trained.save(folder.resolve("m.risk"));
      RiskModel loaded = RiskModel.load(folder.resolve("m.risk"));

      double[] batch = trained.pd(data.table());

      for (int row = 0; row < batch.length; row += 7) {
        double[] alone = loaded.extractor().extract(data.table().fieldsOf(row), null);
        assertThat(loaded.pd(alone)).isEqualTo(batch[row]);
      }
    }
  }

  @Test
  void run_learnsOnlyFromTheRecordsThatAreNotHeldOut() {
    TrainingResult result = train("german", TrainingPlan.DEFAULT);

    assertThat(result.learned().rows()).isEqualTo(700);
    assertThat(result.learned().bads()).isEqualTo(210);
    assertThat(result.heldOut().orElseThrow().bads()).isEqualTo(90);
    assertThat(
            result.trained().candidates().get(0).binning().orElseThrow().table().totalBads())
        .isEqualTo(210);
    assertThat(result.model().reference().rows()).isEqualTo(700);
    assertThat(result.model().trainingData().rows()).isEqualTo(1_000);
  }

  private static Schema schema() {
    return Schema.of(
        Optional.empty(),
        Set.of(),
        List.of(
            Field.of("y", FieldKind.NUMBER, FieldRole.TARGET),
            Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE)));
  }

  private static Table table(Path folder, String rows) throws IOException {
    return CsvReader.strict(schema())
        .read(Files.writeString(folder.resolve("a.csv"), "y,x\n" + rows))
        .table();
  }

  @Test
  void run_oneClassOnly_isRefused(@TempDir Path folder) throws IOException {
    Table table = table(folder, "0,1\n0,2\n");

    assertThatThrownBy(() -> Training.run(schema(), table, TrainingPlan.DEFAULT, QUIET))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must hold goods and bads; received 2 records, 0 bad");
  }

  @Test
  void run_featureThatSaysNothing_isRefusedWithARemedy(@TempDir Path folder) throws IOException {
    Table table = table(folder, "0,1\n1,1\n".repeat(200));

    assertThatThrownBy(() -> Training.run(schema(), table, TrainingPlan.DEFAULT, QUIET))
        .hasMessageContaining("no feature says enough about the target");
  }

  @Test
  void run_unknownNamesInThePlan_areNamed() {
    TrainingPlan plan = TrainingPlan.DEFAULT.toBuilder()
        .features(new FeatureChoice(Set.of("amonut"), Map.of()))
        .build();

    assertThatThrownBy(() -> train("german", plan))
        .hasMessageContaining("plan at features.exclude")
        .hasMessageContaining("did you mean \"amount\"?");
    assertThatThrownBy(() -> new FeatureChoice(Set.of(), Map.of("age", " ")))
        .hasMessageContaining("needs a written reason");
  }

  @Test
  void demoPolicy_fitsTheDemoModel() throws IOException {
    CreditPolicy policy =
        CreditPolicy.load(Path.of("..", "datasets", "policies", "demo-personal-loan.json"));

    assertThat(CreditEngine.of(train("lending-club", TrainingPlan.DEFAULT).model(), policy)
            .policy())
        .isSameAs(policy);
  }
}
