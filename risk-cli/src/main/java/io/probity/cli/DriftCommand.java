package io.probity.cli;

import io.probity.audit.AuditLog;
import io.probity.model.RiskModel;
import io.probity.monitoring.DriftReport;
import io.probity.report.DriftText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk drift}: early warning from the audit log. */
@Command(
    name = "drift",
    description = "Set the decisions of an audit log against the model's training population.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  risk drift decisions/ --model german.risk --segment purpose"})
final class DriftCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "LOG", description = "The folder of the log, or a file.")
  private Path log = Path.of("");

  @Option(names = "--model", required = true, paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Option(
      names = "--segment",
      paramLabel = "FIELD",
      description = "Divide the decisions by a field of the applications.")
  private String segment = "";

  @Option(
      names = "--baseline-days",
      paramLabel = "DAYS",
      description = "How many of the first days the outcomes and reasons of later ones are set"
          + " against. Default: ${DEFAULT-VALUE}.")
  private int baselineDays = 7;

  private final Console console;

  DriftCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    DriftReport report =
        DriftReport.of(AuditLog.existing(log), RiskModel.load(modelFile), segment, baselineDays);
    console.print(DriftText.of(report, console.width()));
    return ExitCode.OK;
  }
}
