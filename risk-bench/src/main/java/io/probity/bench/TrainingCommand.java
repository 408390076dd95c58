package io.probity.bench;

import io.probity.csv.CsvWork;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.file.WholeFile;
import io.probity.model.AdditiveModel;
import io.probity.model.TreeEnsemble;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.SpecialValues;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.RunContext;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import io.probity.training.TrainingResult;
import io.probity.training.additive.AdditiveTraining;
import io.probity.training.boosted.BoostedTraining;
import io.probity.training.split.SplitPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code risk bench training}: time and memory of training from a CSV, beside peers in the same run. */
@Command(
    name = "training",
    description =
        "Train on made-up loans with default settings: time, processor time and heap, beside"
            + " XGBoost4J with depth 1 and, with --python, the EBM.",
    mixinStandardHelpOptions = true)
final class TrainingCommand implements Callable<Integer> {

  /** The columns of the narrow table; the others of the file are ignored. */
  private static final Set<String> NARROW = Set.of(
      "income",
      "dsti",
      "utilisation",
      "inquiries_6m",
      "savings",
      "bureau_score",
      "months_since_delinquency",
      "age",
      "purpose",
      "employment");

  @Option(names = "--rows", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int rows = 150_000;

  @Option(names = "--wide", description = "All 25 features of the file; default 10 of them.")
  private boolean wide;

  @Option(
      names = "--families",
      paramLabel = "NAME",
      split = ",",
      description = "Default: additive, boosted.")
  private List<String> families = List.of(AdditiveModel.FAMILY, TreeEnsemble.FAMILY);

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description =
          "The interpreter of an environment with risk-bench/peers/requirements.txt; the EBM"
              + " is then trained on the same file.")
  private @Nullable Path python;

  @Option(names = "--work", paramLabel = "FOLDER", description = "Default: ${DEFAULT-VALUE}.")
  private Path work = Path.of("target", "training");

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write the results to this file.")
  private @Nullable Path out;

  private int additiveSteps;

  @Override
  public Integer call() throws IOException, XGBoostError, InterruptedException {
    Files.createDirectories(work);
    Path csv = work.resolve("loans-" + rows + ".csv");
    new LoanCsvGenerator(1).write(csv, rows);
    StringBuilder text = new StringBuilder(String.format(
        Locale.ROOT,
        "# Training%n%n`risk bench training --rows %d%s`, default settings, all records learned from,"
            + " %d threads%n%n%s- heap: at most %d MiB%n%n",
        rows,
        wide ? " --wide" : "",
        threads,
        Circumstances.lines(),
        Runtime.getRuntime().maxMemory() >> 20));
    text.append(
        "| what | seconds | processor seconds | peak heap, MiB | notes |\n|---|---|---|---|---|\n");
    ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      for (String family : families) {
        text.append(trained(csv, family, executor));
      }
      if (additiveSteps > 0) {
        text.append(xgboost(csv, executor));
      }
    } finally {
      executor.shutdown();
    }
    if (python != null) {
      text.append(ebm(csv, python));
    }
    System.out.print(text);
    if (out != null) {
      WholeFile.write(out, text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return 0;
  }

  private Schema schema() {
    Schema all = LoanCsvGenerator.schema();
    if (wide) {
      return all;
    }
    List<Field> fields = new ArrayList<>();
    for (Field field : all.fields()) {
      boolean kept = field.role() != FieldRole.FEATURE || NARROW.contains(field.name());
      fields.add(kept ? field : Field.of(field.name(), field.kind(), FieldRole.IGNORED));
    }
    return Schema.of(all.target(), Set.of(), fields);
  }

  private Table read(Path csv, ExecutorService executor) throws IOException {
    return CsvReader.strict(schema())
        .read(List.of(csv), new CsvWork(executor, threads))
        .table();
  }

  private String trained(Path csv, String family, ExecutorService executor) throws IOException {
    TrainingPlan plan = TrainingPlan.DEFAULT.toBuilder()
        .family(family)
        .split(SplitPlan.stratified(0))
        .build();
    Stopwatch watch = Stopwatch.start();
    Table table = read(csv, executor);
    TrainingResult result = Training.run(
        table.schema(), table, plan, new RunContext(executor, Clock.systemUTC(), stage -> {}));
    String line = watch.line(family + ", CSV read and everything chosen");
    return line + notes(result) + " |\n";
  }

  private String notes(TrainingResult result) {
    if (result.trained() instanceof AdditiveTraining additive) {
      additiveSteps = additive.rounds() * result.model().features().size();
      return additive.rounds() + " rounds, " + additive.chosen().pairs() + " pairs";
    }
    if (result.trained() instanceof BoostedTraining boosted) {
      return boosted.chosen().trees() + " trees of depth " + boosted.chosen().depth();
    }
    return "";
  }

  /** One fit with depth 1 and as many trees as one bag of the additive model took steps. */
  private String xgboost(Path csv, ExecutorService executor) throws IOException, XGBoostError {
    Stopwatch watch = Stopwatch.start();
    Table table = read(csv, executor);
    float[] numbers = oneHot(table);
    DMatrix data = new DMatrix(numbers, table.rows(), numbers.length / table.rows(), Float.NaN);
    float[] labels = new float[table.rows()];
    int[] target = table.target();
    for (int row = 0; row < labels.length; row++) {
      labels[row] = target[row];
    }
    data.setLabel(labels);
    Map<String, Object> parameters = Map.of(
        "objective",
        "binary:logistic",
        "tree_method",
        "hist",
        "max_depth",
        1,
        "eta",
        0.1,
        "nthread",
        threads,
        "verbosity",
        0);
    XGBoost.train(data, parameters, additiveSteps, Map.of(), null, null).dispose();
    data.dispose();
    return watch.line("XGBoost4J, CSV read and one fit of depth 1")
        + additiveSteps
        + " trees, as many as steps of one additive bag; no folds, no bags |\n";
  }

  private static float[] oneHot(Table table) {
    List<String> names = table.schema().fields().stream()
        .filter(field -> field.role() == FieldRole.FEATURE)
        .map(Field::name)
        .toList();
    FeatureMatrix matrix = FeatureMatrix.of(FeatureExtractor.compile(table.schema(), names), table);
    int columns = 0;
    for (Field field : matrix.fields()) {
      columns += field.kind() == FieldKind.CATEGORY ? field.rules().levels().size() : 1;
    }
    float[] numbers = new float[matrix.rows() * columns];
    int column = 0;
    for (int i = 0; i < matrix.fields().size(); i++) {
      Field field = matrix.fields().get(i);
      boolean category = field.kind() == FieldKind.CATEGORY;
      for (int row = 0; row < matrix.rows(); row++) {
        double cell = matrix.cell(row, i);
        float value = SpecialValues.isNumber(cell) ? (float) cell : Float.NaN;
        if (!category) {
          numbers[row * columns + column] = value;
        } else if (value >= 0) {
          numbers[row * columns + column + (int) value] = 1;
        }
      }
      column += category ? field.rules().levels().size() : 1;
    }
    return numbers;
  }

  private String ebm(Path csv, Path interpreter) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("risk.home", "."));
    List<String> command = new ArrayList<>(List.of(
        interpreter.toString(),
        home.resolve("risk-bench/peers/speed_peers.py").toString(),
        csv.toString(),
        "--threads",
        String.valueOf(threads)));
    if (!wide) {
      command.addAll(List.of("--columns", String.join(",", new TreeSet<>(NARROW))));
    }
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? line : "| EBM | | | | failed, see above |\n";
  }
}
