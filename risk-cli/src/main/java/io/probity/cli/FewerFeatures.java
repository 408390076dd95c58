package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.schema.Field;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.FeatureChoice;
import io.probity.training.RunContext;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import io.probity.training.TrainingResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Learns a model again by its own plan, without some of its features. */
final class FewerFeatures {

  private final RiskModel model;
  private final TrainingPlan plan;
  private final Table table;

  /**
   * Reads the records to learn from.
   *
   * @throws InvalidInputException if they have no target
   */
  FewerFeatures(RiskModel model, Path csv, char separator) throws IOException {
    String target = model
        .schema()
        .targetField()
        .map(Field::name)
        .orElseThrow(() -> new InvalidInputException(new Violation(
            "--without", "the model has no target to learn again from", "", "train it anew")));
    this.model = model;
    this.plan = TrainingPlan.parse(model.plan().getBytes(StandardCharsets.UTF_8), "plan.json");
    this.table = CsvReader.strict(model.schema())
        .requiring(Set.of(target))
        .withSeparator(separator)
        .read(csv)
        .table();
  }

  /** Returns the records that are held out; none where the plan holds out none. */
  List<Integer> heldOut() {
    return IntStream.of(train(Set.of()).split().judge()).boxed().toList();
  }

  /** Returns the model without some features. */
  RiskModel without(List<String> features) {
    for (String feature : features) {
      if (!model.features().contains(feature)) {
        throw new InvalidInputException(new Violation(
            "--without",
            "the model has no feature \"" + feature + "\"",
            "",
            NearestName.remedy(feature, model.features())));
      }
    }
    return train(Set.copyOf(features)).model();
  }

  private TrainingResult train(Set<String> features) {
    Set<String> exclude = new TreeSet<>(features);
    List<String> known = table.schema().fields().stream().map(Field::name).toList();
    plan.features().exclude().stream().filter(known::contains).forEach(exclude::add);
    TrainingPlan fewer = plan.toBuilder()
        .features(new FeatureChoice(exclude, plan.features().allow()))
        .build();
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      return Training.run(
          table.schema(), table, fewer, new RunContext(executor, Clock.systemUTC(), stage -> {}));
    } finally {
      executor.shutdown();
    }
  }
}
