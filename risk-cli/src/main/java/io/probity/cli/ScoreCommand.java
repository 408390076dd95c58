package io.probity.cli;

import io.probity.capital.RetailClass;
import io.probity.csv.CsvWork;
import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.schema.Target;
import io.probity.table.CsvReader;
import io.probity.table.CsvSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk score}: adds PD, score and grade to each record of a CSV. */
@Command(
    name = "score",
    description = "Add PD, score and grade to each record of a CSV.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  risk score german.risk datasets/german/german.csv --out scored.csv"
    })
final class ScoreCommand implements Callable<Integer> {

  private static final int ASSUMED_HORIZON = 12;

  @Parameters(index = "0", paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "CSV",
      description =
          "The records: a file, compressed by gzip or not, a folder of them, or - for standard input.")
  private String csv = "-";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "Where the scored records go; - for standard output. A file appears whole or not at all, so"
              + " after a failure the command is simply run again.")
  private String out = "-";

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "Put before the names of the added columns pd, score and grade.")
  private String prefix = "";

  @Option(
      names = "--reasons",
      description = "Also add reason_1 to reason_5: the features that cost the most points.")
  private boolean reasons;

  @Option(
      names = "--lgd",
      paramLabel = "SHARE",
      description = "Also add expected_loss of a year: PD x this loss given default x exposure.")
  private @Nullable Double lgd;

  @Option(
      names = "--capital-class",
      paramLabel = "CLASS",
      description = "With --lgd: also add capital, the regulatory one (IRB) of this retail class:"
          + " ${COMPLETION-CANDIDATES}.")
  private @Nullable RetailClass capitalClass;

  @Option(
      names = "--ead",
      paramLabel = "COLUMN",
      description = "With --lgd: the column of the exposure at default. Default: shares of it.")
  private @Nullable String ead;

  @Option(
      names = "--neutralise-formulas",
      description =
          "Put an apostrophe before cells that a spreadsheet would run: those that begin with"
              + " =, +, -, @, a tab or a line end and are no numbers.")
  private boolean neutraliseFormulas;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  ScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RiskModel model = RiskModel.load(modelFile);
    if (out.equals("-")) {
      score(model, console.out());
      console.out().flush();
      return ExitCode.OK;
    }
    try (WholeFile file = WholeFile.create(Path.of(out))) {
      CsvSummary scored = score(model, file.stream());
      file.commit();
      console.remark(scored.rows() + " records scored: " + out);
      data.reportRejected(scored.rejected(), "broken records", console);
    }
    return ExitCode.OK;
  }

  private Optional<LossColumns> lossColumns(RiskModel model) {
    if (lgd == null) {
      if (capitalClass != null || ead != null) {
        throw new InvalidInputException(new Violation(
            "--lgd",
            "loss and capital need the loss given default",
            "",
            "add --lgd SHARE, such as --lgd 0.45"));
      }
      return Optional.empty();
    }
    int horizon = model.schema().target().map(Target::horizonMonths).orElse(ASSUMED_HORIZON);
    return Optional.of(
        new LossColumns(lgd, Optional.ofNullable(capitalClass), Optional.ofNullable(ead), horizon));
  }

  private CsvSummary score(RiskModel model, OutputStream target) throws IOException {
    CsvReader reader = data.reader(
        CsvReader.strict(model.schema()).requiring(Set.copyOf(model.extractor().inputNames())));
    ScoredRecords records = new ScoredRecords(
        model, prefix, data.separator(), reasons, neutraliseFormulas, lossColumns(model));
    int count = Math.max(1, threads);
    ExecutorService executor = Executors.newFixedThreadPool(count);
    try {
      CsvWork work = new CsvWork(executor, count);
      return csv.equals("-")
          ? reader.records(console.in(), "standard input", work, records::score, target::write)
          : reader.records(List.of(Path.of(csv)), work, records::score, target::write);
    } finally {
      executor.shutdown();
    }
  }
}
