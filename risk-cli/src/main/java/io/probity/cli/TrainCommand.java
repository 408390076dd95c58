package io.probity.cli;

import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.report.TrainingReport;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import io.probity.table.CsvReader;
import io.probity.table.CsvResult;
import io.probity.training.FeatureChoice;
import io.probity.training.RunContext;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import io.probity.training.TrainingResult;
import io.probity.training.editing.BinningEdit;
import io.probity.training.editing.BinningEditJson;
import io.probity.training.split.SplitPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk train}: learns a model from a CSV. */
@Command(
    name = "train",
    description = "Learn a model from a CSV and save it to one file.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  risk train datasets/german/german.csv --out german.risk",
      "  risk train loans.csv --target default --holdout 0.25 --seed 7 --out loans.risk"
    })
final class TrainCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "CSV", description = "The records to learn from.")
  private Path csv = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "M.risk",
      description = "Where the model is saved; M.run.json is written beside it.")
  private Path out = Path.of("");

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "The column that is 1 for bad and 0 for good. Default: the schema's target.")
  private @Nullable String target;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description =
          "The data dictionary. Default: schema.json beside the CSV, else one is inferred and"
              + " written beside the model.")
  private @Nullable Path schemaFile;

  @Option(
      names = "--horizon",
      paramLabel = "MONTHS",
      description = "The months within which the target counts. Default: the schema's, else 12.")
  private @Nullable Integer horizon;

  @Option(names = "--plan", paramLabel = "FILE", description = "The training plan to repeat.")
  private @Nullable Path planFile;

  @Option(
      names = "--holdout",
      paramLabel = "SHARE",
      description = "The share of records that is held out. Default: 0.3.")
  private @Nullable Double holdout;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of the split. Default: 1.")
  private @Nullable Long seed;

  @Option(
      names = "--exclude",
      paramLabel = "COLUMN",
      split = ",",
      description = "Features to leave out.")
  private List<String> exclude = List.of();

  @Option(
      names = "--allow",
      paramLabel = "COLUMN=REASON",
      description = "Use a protected or lender-output field, for this written reason.")
  private Map<String, String> allow = Map.of();

  @Option(
      names = "--edits",
      paramLabel = "FILE",
      description = "Changes of bins by hand, as risk bin --edit takes them.")
  private @Nullable Path editsFile;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    requireFolder(out);
    TrainingPlan plan = plan();
    DataOptions.FoundSchema found = data.schema(csv, schemaFile, target);
    Schema schema = withHorizon(found.schema());
    console.progress("reading " + csv);
    CsvResult read = data.reader(CsvReader.strict(schema)).read(csv);
    data.report(read, console);
    ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      TrainingResult result = Training.run(
          schema,
          read.table(),
          plan,
          new RunContext(executor, Clock.systemUTC(), console::progress));
      save(result, schema, found.origin());
      return ExitCode.OK;
    } finally {
      executor.shutdown();
    }
  }

  private void save(TrainingResult result, Schema schema, DataOptions.SchemaOrigin origin)
      throws IOException {
    result.model().save(out);
    Path run = sibling(out, ".run.json");
    WholeFile.write(run, result.run().getBytes(StandardCharsets.UTF_8));
    if (json) {
      console.println(TrainingReport.json(result));
    } else {
      console.print(TrainingReport.text(result, console.width(), console.outIsTerminal()));
    }
    result.warnings().forEach(warning -> console.remark("warning: " + warning));
    if (origin == DataOptions.SchemaOrigin.INFERRED) {
      Path inferred = sibling(out, ".schema.json");
      WholeFile.write(inferred, schema.toJson().getBytes(StandardCharsets.UTF_8));
      console.remark("the schema was inferred; look at " + inferred + ", edit it and train again");
    } else if (origin == DataOptions.SchemaOrigin.BESIDE_THE_CSV) {
      console.remark("schema: " + csv.resolveSibling("schema.json"));
    }
    console.remark("model: " + out + ", run: " + run);
  }

  private TrainingPlan plan() throws IOException {
    TrainingPlan start = planFile == null
        ? TrainingPlan.DEFAULT
        : TrainingPlan.parse(Files.readAllBytes(planFile), String.valueOf(planFile.getFileName()));
    TrainingPlan.Builder plan = start.toBuilder();
    if (seed != null) {
      plan.seed(seed);
    }
    if (holdout != null) {
      plan.split(SplitPlan.stratified(holdout));
    }
    Set<String> excluded = new TreeSet<>(start.features().exclude());
    excluded.addAll(exclude);
    Map<String, String> allowed = new LinkedHashMap<>(start.features().allow());
    allowed.putAll(allow);
    plan.features(new FeatureChoice(excluded, allowed));
    if (editsFile != null) {
      List<BinningEdit> edits = new ArrayList<>(start.edits());
      edits.addAll(BinningEditJson.parse(
          Files.readAllBytes(editsFile), String.valueOf(editsFile.getFileName())));
      plan.edits(edits);
    }
    return plan.build();
  }

  private Schema withHorizon(Schema schema) {
    if (horizon == null) {
      return schema;
    }
    String event = schema.target().map(Target::event).orElse("bad");
    return schema.withTarget(new Target(event, horizon, false));
  }

  static Path sibling(Path model, String ending) {
    String name = String.valueOf(model.getFileName());
    String stem = name.endsWith(".risk") ? name.substring(0, name.length() - 5) : name;
    return model.resolveSibling(stem + ending);
  }

  private static void requireFolder(Path out) {
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InvalidInputException(
          new Violation("--out", "the folder does not exist", out.toString(), "create it first"));
    }
  }
}
