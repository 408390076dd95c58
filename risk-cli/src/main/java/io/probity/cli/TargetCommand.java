package io.probity.cli;

import io.probity.preparation.DefaultDefinition;
import io.probity.preparation.TargetBuilder;
import io.probity.preparation.TargetResult;
import io.probity.preparation.WorkProgress;
import io.probity.report.PreparationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code risk target}: tells good from bad loans by a monthly panel. */
@Command(
    name = "target",
    description = "Tell good from bad loans by a monthly panel, and show what supports the choice.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk target --performance performance.csv --definition 90+ --within 12 --out target.csv"
    })
final class TargetCommand implements Callable<Integer> {

  private static final double MEGABYTES = 2e6; // every byte is worked on twice

  @Option(
      names = "--performance",
      required = true,
      paramLabel = "P.csv",
      description = "The panel: one record a loan and month.")
  private Path performance = Path.of("");

  @Option(
      names = "--definition",
      paramLabel = "DAYS+",
      description = "The days past due that make a loan bad. Default: ${DEFAULT-VALUE}.")
  private String definition = "90+";

  @Option(
      names = "--within",
      paramLabel = "MONTHS",
      description = "The months on book within which they count. Default: ${DEFAULT-VALUE}.")
  private int within = 12;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where application_id, outcome and target go. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("target.csv");

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  TargetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TargetBuilder builder = new TargetBuilder(
        DefaultDefinition.parse(definition, within), data.mode(), data.separator());
    WorkProgress progress = new ProgressLine(console, "MB", MEGABYTES, System::nanoTime);
    TargetResult result = builder.build(performance, out, progress);
    if (json) {
      console.println(PreparationReport.json(result));
    } else {
      console.print(PreparationReport.text(result, console.width()));
    }
    data.reportRejected(result.rejected(), "loans", console);
    if (!result.ignoredColumns().isEmpty()) {
      console.remark("ignored columns: " + String.join(", ", result.ignoredColumns()));
    }
    console.remark("targets: " + out);
    return ExitCode.OK;
  }
}
