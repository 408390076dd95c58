package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.binning.BinningJson;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.binning.BinningResult.NotBinned;
import io.probity.training.binning.BinningResult.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinningTrainerMatrixTest {

  private static final BinningTrainer TRAINER = new BinningTrainer(BinningSettings.DEFAULT);
  private static final List<String> NAMES =
      List.of("income", "constant", "purpose", "empty", "age");

  @TempDir
  private Path folder;

  private FeatureMatrix features;
  private Outcomes outcomes;

  @BeforeEach
  void readTable() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    StringBuilder csv = new StringBuilder("income,constant,purpose,empty,age,bad\n");
    for (int i = 0; i < 2_000; i++) {
      double income = Math.rint(1_000 + 9_000 * random.nextDouble());
      String purpose = random.nextInt(3) == 0 ? "car" : "home";
      double risk = 0.4 - income / 40_000 + (purpose.equals("car") ? 0.1 : 0);
      csv.append(i % 17 == 0 ? "" : income)
          .append(",5,")
          .append(purpose)
          .append(",,")
          .append(18 + random.nextInt(50))
          .append(random.nextDouble() < risk ? ",1\n" : ",0\n");
    }
    Path file = folder.resolve("loans.csv");
    Files.writeString(file, csv);
    Field target = Field.of("bad", FieldKind.NUMBER, FieldRole.TARGET);
    Field purpose = Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)
        .withRules(FieldRules.NONE.withLevels(List.of("car", "home")));
    List<Field> fields = List.of(
        number("income"), number("constant"), purpose, number("empty"), number("age"), target);
    Schema schema = Schema.of(Optional.empty(), Set.of(""), fields);
    Table table = CsvReader.strict(schema).read(file).table();
    features = FeatureMatrix.of(FeatureExtractor.compile(schema, NAMES), table);
    outcomes = Outcomes.of(table.target());
  }

  private static Field number(String name) {
    return Field.of(name, FieldKind.NUMBER, FieldRole.FEATURE);
  }

  @Test
  void trainEach_someHopelessFeatures_binsTheOthers() {
    List<BinningResult> results = TRAINER.trainEach(features, outcomes);

    assertThat(results).extracting(result -> result.field().name()).isEqualTo(NAMES);
    assertThat(results)
        .extracting(result -> result.binning().isPresent())
        .containsExactly(true, false, true, false, true);
    assertThat(((NotBinned) results.get(1)).reason()).isEqualTo(Reason.CONSTANT);
    assertThat(((NotBinned) results.get(1)).message()).isEqualTo("constant is 5.0 in every record");
    assertThat(((NotBinned) results.get(3)).message())
        .isEqualTo("empty has no value in any of 2000 records");
  }

  @Test
  void trainEach_onThreads_givesTheSameBytes() {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      assertThat(json(TRAINER.trainEach(features, outcomes, threads)))
          .isEqualTo(json(TRAINER.trainEach(features, outcomes)));
    } finally {
      threads.shutdown();
    }
  }

  private static byte[] json(List<BinningResult> results) {
    return BinningJson.write(
        results.stream().flatMap(result -> result.binning().stream()).toList());
  }

  @Test
  void trainEach_settingsForAnUnknownFeature_areRefused() {
    BinningTrainer trainer = TRAINER.withFeature("incom", BinningSettings.DEFAULT);

    assertThatThrownBy(() -> trainer.trainEach(features, outcomes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there are settings for \"incom\", which is none of the features");
  }

  @Test
  void trainEach_settingsThatDoNotFit_areRefusedAsTheyAre() {
    BinningTrainer trainer = new BinningTrainer(
        BinningSettings.DEFAULT.withNeighbours(NeighbourRules.NONE.withStableShare(1)));

    assertThatThrownBy(() -> trainer.trainEach(features, outcomes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give periods");
  }
}
