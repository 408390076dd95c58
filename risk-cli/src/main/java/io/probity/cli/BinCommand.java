package io.probity.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.binning.Binning;
import io.probity.binning.BinningJson;
import io.probity.csv.CsvWork;
import io.probity.file.WholeFile;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.report.BinningReport;
import io.probity.report.html.BinningPage;
import io.probity.training.BinningRun;
import io.probity.training.RunContext;
import io.probity.training.TrainingPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code risk bin}: shows the bins of every feature, as a training run would make them. */
@Command(
    name = "bin",
    description = "Bin every feature as risk train would, and show the bins.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The bins are those of the records that the plan learns from; --holdout 0 takes all.",
      "",
      "Examples:",
      "  risk bin datasets/german/german.csv",
      "  risk bin loans.csv --target default --feature income,age --out binning.json",
      "  risk bin loans.csv --html bins.html",
      "  risk bin loans.csv --edit edits.json --out binning.json",
      "  risk bin loans.csv --woe woe.csv --out-of-fold 5"
    })
final class BinCommand implements Callable<Integer> {

  @Mixin
  private final TrainingInput input = new TrainingInput();

  @Mixin
  private final PlanOptions planning = new PlanOptions();

  @Option(
      names = "--feature",
      paramLabel = "COLUMN",
      split = ",",
      description = "Print only these features.")
  private List<String> features = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the bins of all features as JSON, with what was changed by hand.")
  private @Nullable Path out;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page on which bins are changed by hand and saved for --edit.")
  private @Nullable Path page;

  @Option(
      names = "--woe",
      paramLabel = "FILE",
      description = "Write the WOE of each binned record as CSV.")
  private @Nullable Path woeFile;

  @Option(
      names = "--out-of-fold",
      paramLabel = "N",
      description = "With --woe: by bins made without the record's own fold of N.")
  private @Nullable Integer outOfFold;

  @Option(names = "--csv", description = "Print one CSV record a bin.")
  private boolean csv;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  private final Console console;

  BinCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TrainingPlan plan = planning.plan();
    Path inferred = (out == null ? Path.of("binning.json") : out).resolveSibling("schema.json");
    int count = Math.max(1, threads);
    ExecutorService executor = Executors.newFixedThreadPool(count);
    try {
      TrainingInput.Loaded data =
          input.load(plan, planning.planFolder(), inferred, new CsvWork(executor, count), console);
      BinningRun run = BinningRun.of(
          data.schema(),
          data.table(),
          plan,
          new RunContext(executor, Clock.systemUTC(), console::progress));
      checkNames(run);
      print(new BinningReport(run, Set.copyOf(features)));
      write(run, String.valueOf(data.source().csv().getFileName()));
      if (out != null) {
        data.source().settleSchema(console);
      }
      return ExitCode.OK;
    } finally {
      executor.shutdown();
    }
  }

  private void checkNames(BinningRun run) {
    List<String> known =
        run.results().stream().map(result -> result.field().name()).toList();
    for (String name : features) {
      if (!known.contains(name)) {
        throw new InvalidInputException(new Violation(
            "--feature",
            "\"" + name + "\" is no feature that may be used",
            "",
            NearestName.remedy(name, known)));
      }
    }
  }

  private void print(BinningReport report) throws IOException {
    if (json) {
      console.println(report.json());
    } else if (csv) {
      CsvWriter writer = writer(console.out());
      writer.writeRecord(BinningReport.CSV_HEADER);
      report.csv().forEach(writer::writeRecord);
      writer.flush();
    } else {
      console.print(report.text(console.width(), console.outIsTerminal()));
    }
  }

  private void write(BinningRun run, String name) throws IOException {
    if (out != null) {
      WholeFile.write(out, BinningJson.write(run.binnings()));
      console.remark("bins: " + out);
    }
    if (page != null) {
      WholeFile.write(page, BinningPage.page(name, run).getBytes(StandardCharsets.UTF_8));
      console.remark("page: " + page);
    }
    if (woeFile != null) {
      try (WholeFile file = WholeFile.create(woeFile)) {
        writeWoe(run, file.stream());
        file.commit();
      }
      console.remark("WOE of " + run.records() + " records: " + woeFile);
    }
  }

  private void writeWoe(BinningRun run, OutputStream target) throws IOException {
    double[][] woe = outOfFold == null ? run.woe() : run.outOfFoldWoe(outOfFold);
    int[] positions = run.positions();
    CsvWriter writer = writer(target);
    List<String> header = new ArrayList<>(List.of("record"));
    run.binnings().stream().map(Binning::feature).forEach(header::add);
    writer.writeRecord(header);
    for (int row = 0; row < positions.length; row++) {
      List<String> fields = new ArrayList<>(List.of(Integer.toString(positions[row] + 1)));
      for (double[] feature : woe) {
        fields.add(DecimalText.of(feature[row]));
      }
      writer.writeRecord(fields);
    }
    writer.flush();
  }

  private static CsvWriter writer(OutputStream target) {
    return CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .build(target, StandardCharsets.UTF_8);
  }
}
