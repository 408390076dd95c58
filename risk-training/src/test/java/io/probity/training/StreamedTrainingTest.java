package io.probity.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.Binning;
import io.probity.csv.CsvWork;
import io.probity.input.InvalidInputException;
import io.probity.model.Scorecard;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.table.CsvMode;
import io.probity.table.CsvReader;
import io.probity.training.editing.BinningEdit;
import io.probity.training.editing.BinningEditJson;
import io.probity.training.logistic.DesignMatrix;
import io.probity.training.scorecard.ScorecardSettings;
import io.probity.training.scorecard.ScorecardTraining;
import io.probity.training.split.PeriodPlan;
import io.probity.training.split.SplitPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedTrainingTest {

  private static final RunContext QUIET = RunContext.quiet(Clock.systemUTC());
  private static final TrainingPlan TEXTBOOK =
      TrainingPlan.DEFAULT.toBuilder().scorecard(ScorecardSettings.TEXTBOOK).build();

  @TempDir
  private Path folder;

  private static Path csv(String name) {
    return Path.of("..", "datasets", name, name + ".csv");
  }

  private static TrainingResult stream(String name, TrainingPlan plan, int sampled)
      throws IOException {
    CsvReader reader = CsvReader.strict(ShippedData.of(name).schema());
    return StreamedTraining.run(reader, List.of(csv(name)), plan, CsvWork.ALONE, QUIET, sampled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"german", "credit"})
  void run_noMoreRecordsThanAreSampled_givesTheBytesOfTheModelInMemory(String name)
      throws IOException {
    ShippedData data = ShippedData.of(name);
    TrainingResult held = Training.run(data.schema(), data.table(), TEXTBOOK, QUIET);

    TrainingResult streamed = stream(name, TEXTBOOK, StreamedTraining.MOST_SAMPLED);

    assertThat(streamed.model().toBytes()).isEqualTo(held.model().toBytes());
    assertThat(streamed.funnel()).isEqualTo(held.funnel());
    assertThat(streamed.findings()).isEqualTo(held.findings());
    assertThat(streamed.heldOut().orElseThrow().discrimination().auc())
        .isEqualTo(held.heldOut().orElseThrow().discrimination().auc());
    assertThat(streamed.warnings()).isEqualTo(held.warnings());
  }

  /** Bins and coefficients are those of all records, also where the rest comes from a sample. */
  @ParameterizedTest
  @CsvSource({"german,500", "credit,2000"})
  void run_moreRecordsThanAreSampled_givesTheBinsAndCoefficientsOfTheModelInMemory(
      String name, int sampled) throws IOException {
    ShippedData data = ShippedData.of(name);
    TrainingResult held = Training.run(data.schema(), data.table(), TEXTBOOK, QUIET);

    TrainingResult streamed = stream(name, TEXTBOOK, sampled);

    assertThat(streamed.model().features()).isEqualTo(held.model().features());
    List<Scorecard.Term> expected = ((Scorecard) held.model().predictor()).terms();
    List<Scorecard.Term> terms = ((Scorecard) streamed.model().predictor()).terms();
    for (int i = 0; i < terms.size(); i++) {
      Binning binning = terms.get(i).binning();
      Binning other = expected.get(i).binning();
      assertThat(binning.cuts()).isEqualTo(other.cuts());
      assertThat(binning.groups()).isEqualTo(other.groups());
      for (int bin = 0; bin < binning.bins(); bin++) {
        assertThat(binning.table().goods(bin)).isEqualTo(other.table().goods(bin));
        assertThat(binning.table().bads(bin)).isEqualTo(other.table().bads(bin));
        assertThat(binning.woe(bin)).isEqualTo(other.woe(bin));
      }
      assertThat(terms.get(i).coefficient()).isCloseTo(expected.get(i).coefficient(), within(1e-9));
    }
    assertThat(intercept(streamed)).isCloseTo(intercept(held), within(1e-9));
    assertThat(streamed.model().trainingData()).isEqualTo(held.model().trainingData());
    assertThat(streamed.warnings()).anyMatch(warning -> warning.contains("a sample of " + sampled));
  }

  private static double intercept(TrainingResult result) {
    return ((ScorecardTraining) result.trained())
        .fit()
        .coefficient(DesignMatrix.INTERCEPT)
        .estimate();
  }

  /** With the joint refit, too, which works on codes. */
  @Test
  void run_chosenSettings_giveTheBytesOfTheModelInMemory() throws IOException {
    ShippedData data = ShippedData.of("german");
    TrainingPlan plan = TrainingPlan.DEFAULT.toBuilder()
        .split(new SplitPlan.ByColumn("housing", Set.of("Rent")))
        .build();

    assertThat(stream("german", plan, 1_000).model().toBytes())
        .isEqualTo(
            Training.run(data.schema(), data.table(), plan, QUIET).model().toBytes());
  }

  /** Several blocks, learned levels, special codes, weights and two files. */
  @Test
  void run_oneAndThreeThreads_giveTheSameBytes() throws IOException {
    List<Path> files = List.of(loans("a.csv", 1, 20_000), loans("b.csv", 2, 15_000));
    Schema schema = loanSchema();
    TrainingPlan plan = TEXTBOOK.toBuilder().split(SplitPlan.stratified(0.4)).build();
    TrainingResult one =
        StreamedTraining.run(CsvReader.strict(schema), files, plan, CsvWork.ALONE, QUIET, 3_000);
    ExecutorService three = Executors.newFixedThreadPool(3);
    try {
      RunContext context = new RunContext(three, Clock.systemUTC(), stage -> {});
      TrainingResult other = StreamedTraining.run(
          CsvReader.strict(schema), files, plan, new CsvWork(three, 3), context, 3_000);
      assertThat(other.model().toBytes()).isEqualTo(one.model().toBytes());
    } finally {
      three.shutdown();
    }
    assertThat(one.model().trainingData().rows()).isEqualTo(35_000);
    assertThat(one.model().features()).contains("income", "purpose", "score");
  }

  private static Schema loanSchema() {
    Field score = Field.of("score", FieldKind.NUMBER, FieldRole.FEATURE);
    return Schema.of(
        Optional.empty(),
        Set.of(),
        List.of(
            Field.of("bad", FieldKind.NUMBER, FieldRole.TARGET),
            Field.of("w", FieldKind.NUMBER, FieldRole.WEIGHT),
            Field.of("income", FieldKind.NUMBER, FieldRole.FEATURE),
            score.withRules(
                score.rules().withSpecials(List.of(new SpecialCode(0, "NO_HIT", List.of("-9"))))),
            Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)));
  }

  private Path loans(String name, long seed, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder csv = new StringBuilder("bad,w,income,score,purpose\n");
    List<String> purposes = List.of("car", "home", "school");
    for (int row = 0; row < rows; row++) {
      double income = 1_000 + 5_000 * random.nextDouble();
      int score = 300 + random.nextInt(500);
      int purpose = random.nextInt(3);
      double risk = 0.5 - income / 20_000 - score / 3_000.0 + purpose * 0.1;
      csv.append(random.nextDouble() < risk ? 1 : 0).append(',');
      csv.append(1 + random.nextInt(3)).append(',');
      csv.append(random.nextInt(20) == 0 ? "" : String.format(Locale.ROOT, "%.9f", income));
      csv.append(',').append(random.nextInt(10) == 0 ? "-9" : score);
      csv.append(',').append(purposes.get(purpose)).append('\n');
    }
    return Files.writeString(folder.resolve(name), csv);
  }

  @Test
  void run_brokenRecord_isRefusedAsInMemory() throws IOException {
    Path file = folder.resolve("broken.csv");
    Files.writeString(file, "bad,w,income,score,purpose\n0,1,5,300,car\n1,1,many,300,car\n");
    CsvReader reader = CsvReader.strict(loanSchema());
    String expected = catchThrowable(() -> reader.read(file)).getMessage();

    assertThatThrownBy(
            () -> StreamedTraining.run(reader, List.of(file), TEXTBOOK, CsvWork.ALONE, QUIET))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad,w,income,score,purpose\\n0,1,5,300,car\\n0,1,6,310,car | must hold goods and bads",
        "bad,w,income,score\\n0,1,5,300 | the column \"purpose\" is missing",
        "bad,w,income,score,purpose\\n7,1,5,300,car | bad",
      })
  void run_badFile_isRefused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), text.replace("\\n", "\n"));

    assertThatThrownBy(() -> StreamedTraining.run(
            CsvReader.strict(loanSchema()), List.of(file), TEXTBOOK, CsvWork.ALONE, QUIET))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void run_whatNeedsAllRecordsAtOnce_isRefusedWithAllOfIt() {
    List<BinningEdit> edits = BinningEditJson.parse(
        ("{\"edits\":[{\"feature\":\"age\",\"cuts\":[30],\"by\":\"a\",\"why\":\"b\"}]}")
            .getBytes(StandardCharsets.UTF_8),
        "edits.json");
    TrainingPlan plan = TEXTBOOK.toBuilder()
        .split(new SplitPlan.CrossValidated(5, Optional.empty()))
        .periods(Optional.of(new PeriodPlan("housing", PeriodPlan.Span.MONTH)))
        .edits(edits)
        .build();
    CsvReader reader = CsvReader.strict(ShippedData.of("german").schema())
        .withMode(new CsvMode.Quarantine(folder.resolve("rejects.csv"), 0.1));

    assertThatThrownBy(
            () -> StreamedTraining.run(reader, List.of(csv("german")), plan, CsvWork.ALONE, QUIET))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("folds")
        .hasMessageContaining("periods")
        .hasMessageContaining("1 edits")
        .hasMessageContaining("broken records set aside");
  }
}
