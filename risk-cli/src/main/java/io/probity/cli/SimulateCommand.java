package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.report.PreparationReport;
import io.probity.simulation.Simulation;
import io.probity.simulation.SimulationFiles;
import io.probity.simulation.SimulationPlan;
import io.probity.simulation.SimulationSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code risk simulate}: a lender of its own, whose true PD is known. */
@Command(
    name = "simulate",
    description = "Draw a lender's applicants, their histories and loans, and the true PD of each.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk simulate --applicants 20000 --months 24 --seed 7 --out history --json 3",
      "",
      "A simulated lender proves code, not lending: see docs/simulator.md."
    })
final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--applicants",
      required = true,
      paramLabel = "N",
      description = "How many applicants.")
  private long applicants;

  @Option(
      names = "--months",
      required = true,
      paramLabel = "M",
      description = "Over how many calendar months they come in.")
  private int months;

  @Option(names = "--seed", paramLabel = "S", description = "The seed. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the files go; it is made if it does not exist.")
  private Path out = Path.of("");

  @Option(
      names = "--json",
      paramLabel = "K",
      description = "Also write the first K applications as JSON, into FOLDER/applications.")
  private long json;

  @Option(
      names = "--first-month",
      paramLabel = "MONTH",
      description = "The month of the first applications. Default: ${DEFAULT-VALUE}.")
  private YearMonth firstMonth = SimulationPlan.FIRST_MONTH;

  @Option(
      names = "--observed",
      paramLabel = "MONTHS",
      description =
          "How long after the last application the panel ends. Default: ${DEFAULT-VALUE}; with fewer"
              + " than 12 the last cohorts are too young for a target of 12 months.")
  private int observed = SimulationPlan.OBSERVED_MONTHS;

  @Option(
      names = "--followed",
      paramLabel = "MONTHS",
      description = "The months on book up to which a loan is followed. Default: ${DEFAULT-VALUE}.")
  private int followed = SimulationPlan.FOLLOWED_MONTHS;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  private final Console console;

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (json < 0) {
      throw new InvalidInputException(
          Violation.of("--json", "must be at least 0", Long.toString(json)));
    }
    SimulationPlan plan =
        new SimulationPlan(applicants, months, seed, firstMonth, observed, followed);
    Files.createDirectories(out);
    ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      ProgressLine progress = new ProgressLine(console, "applicants", 1.0, System::nanoTime);
      SimulationSummary summary =
          SimulationFiles.of(Simulation.of(plan), json).write(out, executor, progress);
      console.print(PreparationReport.text(summary, console.width()));
      console.remark("files: " + out + ", in " + Math.round(progress.seconds()) + " s");
      return ExitCode.OK;
    } finally {
      executor.shutdown();
    }
  }
}
