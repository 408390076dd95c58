package io.probity.cli;

import io.probity.csv.CsvWork;
import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.report.ForecastText;
import io.probity.report.TrainingReport;
import io.probity.training.Families;
import io.probity.training.RunContext;
import io.probity.training.StreamedTraining;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import io.probity.training.TrainingResult;
import io.probity.training.honesty.MemoryForecast;
import io.probity.training.honesty.TimeForecast;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code risk train}: learns a model from a CSV. */
@Command(
    name = "train",
    description = "Learn a model from a CSV and save it to one file.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  risk train datasets/german/german.csv --out german.risk",
      "  risk train datasets/german/german.csv --out german.risk --report report.html",
      "  risk train loans.csv --target default --holdout 0.25 --seed 7 --out loans.risk",
      "  risk train loans.csv --out-of-time applied=2026-01-01 --out loans.risk",
      "  risk train huge.csv.gz --stream --out huge.risk",
      "  risk train --plan loans.plan.json --out again.risk"
    })
final class TrainCommand implements Callable<Integer> {

  private static final double LONG = 10; // seconds

  @Option(
      names = "--out",
      required = true,
      paramLabel = "M.risk",
      description = "Where the model is saved; M.run.json and M.plan.json are written beside it.")
  private Path out = Path.of("");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as one HTML page too.")
  private @Nullable Path report;

  @Option(
      names = "--policy",
      paramLabel = "P.json",
      description = "With --report: show what this policy makes of the records held out.")
  private @Nullable Path policy;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--stream",
      description = "Read the records in passes instead of holding them, for files that are larger"
          + " than memory. Default: as the plan says.")
  private boolean stream;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Mixin
  private final TrainingInput input = new TrainingInput();

  @Mixin
  private final PlanOptions planning = new PlanOptions();

  private final Console console;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    requireFolder(out);
    TrainingPlan plan = planning.plan();
    int count = Math.max(1, threads);
    ExecutorService executor = Executors.newFixedThreadPool(count);
    try {
      TrainingInput.Source source =
          input.source(plan, planning.planFolder(), sibling(out, ".schema.json"), stream);
      CsvWork work = new CsvWork(executor, count);
      RunContext context = new RunContext(executor, Clock.systemUTC(), console::progress);
      if (source.streamed()) {
        requireNoReport();
        save(
            StreamedTraining.run(source.reader(), List.of(source.csv()), plan, work, context),
            plan,
            source);
        return ExitCode.OK;
      }
      foresee(plan, source, count);
      TrainingInput.Loaded data = input.load(source, work, console);
      TrainingResult result = Training.run(data.schema(), data.table(), plan, context);
      save(result, plan, source);
      if (report != null) {
        new ReportFiles(console, count)
            .ofTraining(out, report, result, data, Optional.ofNullable(policy));
      }
      return ExitCode.OK;
    } finally {
      executor.shutdown();
    }
  }

  /** Says how long a choice of families, or anything that takes its time, is likely to take. */
  private void foresee(TrainingPlan plan, TrainingInput.Source source, int threads)
      throws IOException {
    MemoryForecast memory = TrainingInput.memory(source);
    TimeForecast time = TimeForecast.of(
        Families.learning(plan.family()),
        memory.rows(),
        memory.features(),
        plan.split().runs(),
        threads);
    if (plan.family().equals(Families.AUTO) || time.seconds().orElse(0) >= LONG) {
      console.remark(ForecastText.of(time, memory, threads));
    }
  }

  private void requireNoReport() {
    if (report != null) {
      throw new InvalidInputException(new Violation(
          "--report",
          "a streamed run keeps no records to report on",
          "--stream",
          "use risk report with the model and the records to judge by"));
    }
  }

  private void save(TrainingResult result, TrainingPlan plan, TrainingInput.Source source)
      throws IOException {
    result.model().save(out);
    Path run = sibling(out, ".run.json");
    WholeFile.write(run, result.run().getBytes(StandardCharsets.UTF_8));
    Path used = sibling(out, ".plan.json");
    TrainingPlan repeatable = plan.toBuilder()
        .data(Optional.of(source.dataFrom(out.toAbsolutePath().resolveSibling(""))))
        .build();
    WholeFile.write(used, repeatable.toJson().getBytes(StandardCharsets.UTF_8));
    if (json) {
      console.println(TrainingReport.json(result));
    } else {
      console.print(TrainingReport.text(result, console.width(), console.outIsTerminal()));
    }
    result.warnings().forEach(warning -> console.remark("warning: " + warning));
    source.settleSchema(console);
    console.remark("model: " + out + ", run: " + run + ", plan: " + used);
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
