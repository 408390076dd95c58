package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.report.html.ModelReport;
import io.probity.table.CsvResult;
import io.probity.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk report}: a model on records with known outcomes as a page, and its model card. */
@Command(
    name = "report",
    description = "Write a model's report as one HTML page, and its model card.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  risk report german.risk datasets/german/german.csv --out report.html",
      "  risk report german.risk new.csv --policy P.json --out report.html --card model-card.md"
    })
final class ReportCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Parameters(index = "1", paramLabel = "CSV", description = "The records, with the target column.")
  private Path csv = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "Where the page is written.")
  private @Nullable Path page;

  @Option(
      names = "--card",
      paramLabel = "FILE",
      description = "Where the model card is written, as Markdown.")
  private @Nullable Path card;

  @Option(
      names = "--policy",
      paramLabel = "P.json",
      description = "Show what this policy makes of the records.")
  private @Nullable Path policyFile;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin
  private final EvaluationOptions options = new EvaluationOptions();

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (page == null && card == null) {
      throw new InvalidInputException(new Violation(
          "--out", "there is nothing to write", "", "name a page, or a card with --card"));
    }
    RiskModel model = RiskModel.load(modelFile);
    EvaluationData records = new EvaluationData(model);
    options.segments().forEach(records::dividedBy);
    options.statedProtected().forEach(records::dividedBy);
    options.byTime().ifPresent(records::dividedBy);
    console.progress("reading " + csv);
    CsvResult read = data.reader(records.reader(modelFile)).read(csv);
    data.report(read, console);
    Table table = read.table();
    boolean isLearned = model.trainingData().sha256().equals(table.sha256());
    ReportFiles files = new ReportFiles(console, threads);
    ModelReport report = files.report(
        new ReportFiles.Subject(
            String.valueOf(modelFile.getFileName()),
            model,
            isLearned ? ModelReport.Records.LEARNED_FROM : ModelReport.Records.OTHER_FILE,
            table,
            csv,
            data.separator()),
        options,
        Optional.empty(),
        policyFile == null
            ? Optional.empty()
            : Optional.of(files.decisions(model, policyFile, table)),
        isLearned
            ? List.of("the model was trained on this file, so the figures flatter it")
            : List.of());
    if (page != null) {
      files.write(page, report);
    }
    if (card != null) {
      files.writeCard(card, report);
    }
    return ExitCode.OK;
  }
}
