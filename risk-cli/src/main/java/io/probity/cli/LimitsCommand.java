package io.probity.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.file.WholeFile;
import io.probity.input.DecimalText;
import io.probity.portfolio.EfficientFrontier;
import io.probity.portfolio.LimitAllocation;
import io.probity.portfolio.LimitOptimiser;
import io.probity.portfolio.LimitOptions;
import io.probity.portfolio.PortfolioConstraints;
import io.probity.report.AllocationReport;
import io.probity.report.FrontierChart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk limits}: limits of a whole portfolio. */
@Command(
    name = "limits",
    description = "Choose the limits of a whole portfolio.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class LimitsCommand {

  private LimitsCommand() {}

  static CommandLine line(Console console) {
    return new CommandLine(new LimitsCommand())
        .addSubcommand(new Optimise(console))
        .addSubcommand(new LimitsOffersCommand(console));
  }

  /** {@code risk limits optimise}: one limit each, together as profitable as can be. */
  @Command(
      name = "optimise",
      description = "Choose one limit for each applicant, so that together they earn most within an"
          + " exposure, a loss budget and shares of segments.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "The CSV has one record an applicant and limit, those of one applicant together and rising"
            + " from 0: applicant, limit, expected_loss, profit, and segment where shares need it.",
        "",
        "Example:",
        "  risk limits optimise offers.csv --constraints budget.json --out limits.csv"
      })
  static final class Optimise implements Callable<Integer> {

    private static final int MOST_POINTS = 1_000;

    @Parameters(index = "0", paramLabel = "CSV", description = "The limits to choose from.")
    private Path csv = Path.of("");

    @Option(
        names = "--constraints",
        required = true,
        paramLabel = "C.json",
        description = "mostExposure, leastExposure, mostExpectedLoss, shares; each optional.")
    private Path constraintsFile = Path.of("");

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "Where the limits go: applicant, limit, expected_loss, profit.")
    private Path out = Path.of("");

    @Option(
        names = "--frontier",
        paramLabel = "FILE",
        description = "Where the most profit for each expected loss goes.")
    private @Nullable Path frontierFile;

    @Option(
        names = "--points",
        paramLabel = "N",
        description =
            "With --frontier or --chart: the number of loss budgets. Default: ${DEFAULT-VALUE}.")
    private int points = 10;

    @Option(names = "--chart", paramLabel = "FILE", description = "Where the same is drawn as SVG.")
    private @Nullable Path chartFile;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Mixin
    private final SeparatorOption separator = new SeparatorOption();

    private final Console console;

    Optimise(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      if (points < 1 || points > MOST_POINTS) {
        throw new IllegalArgumentException(
            "--points must be from 1 to " + MOST_POINTS + ", not " + points);
      }
      PortfolioConstraints constraints = PortfolioConstraints.load(constraintsFile);
      LimitOptions options = OptionTable.read(csv, separator.value());
      console.progress("choosing limits of " + options.applicants() + " applicants");
      LimitAllocation allocation = LimitOptimiser.optimise(options, constraints);
      write(allocation);
      console.print(
          json
              ? AllocationReport.json(allocation)
              : AllocationReport.text(allocation, console.width()));
      if (frontierFile != null || chartFile != null) {
        EfficientFrontier frontier = EfficientFrontier.of(options, constraints, points);
        if (!json) {
          console.print(AllocationReport.chart(frontier, console.width(), console.outIsTerminal()));
        }
        if (frontierFile != null) {
          write(frontier, frontierFile);
          console.remark("frontier: " + frontierFile);
        }
        if (chartFile != null) {
          byte[] svg = FrontierChart.svg(frontier, allocation).getBytes(StandardCharsets.UTF_8);
          WholeFile.write(chartFile, svg);
          console.remark("chart: " + chartFile);
        }
      }
      console.remark("limits: " + out);
      return ExitCode.OK;
    }

    private void write(LimitAllocation allocation) throws IOException {
      LimitOptions options = allocation.options();
      try (WholeFile file = WholeFile.create(out);
          CsvWriter writer = writer(file)) {
        writer.writeRecord("applicant", "limit", "expected_loss", "profit");
        for (int i = 0; i < options.applicants(); i++) {
          int option = allocation.option(i);
          writer.writeRecord(
              options.id(i),
              DecimalText.of(options.limit(option)),
              DecimalText.of(options.expectedLoss(option)),
              DecimalText.of(options.profit(option)));
        }
        writer.flush();
        file.commit();
      }
    }

    private void write(EfficientFrontier frontier, Path target) throws IOException {
      try (WholeFile file = WholeFile.create(target);
          CsvWriter writer = writer(file)) {
        writer.writeRecord("budget", "expected_loss", "profit", "bound", "exposure", "price");
        for (EfficientFrontier.Point point : frontier.points()) {
          writer.writeRecord(
              DecimalText.of(point.budget()),
              DecimalText.of(point.expectedLoss()),
              DecimalText.of(point.profit()),
              DecimalText.of(point.bound()),
              DecimalText.of(point.exposure()),
              DecimalText.of(point.price()));
        }
        writer.flush();
        file.commit();
      }
    }

    private CsvWriter writer(WholeFile file) {
      return CsvWriter.builder()
          .fieldSeparator(separator.value())
          .lineDelimiter(LineDelimiter.LF)
          .build(file.stream(), StandardCharsets.UTF_8);
    }
  }
}
