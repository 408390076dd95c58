package io.probity.cli;

import io.probity.audit.AuditLog;
import io.probity.audit.EngineLibrary;
import io.probity.audit.Replay;
import io.probity.audit.ReplayReport;
import io.probity.report.AuditText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk replay}: decides again on every record of an audit log. */
@Command(
    name = "replay",
    description = "Decide again on every record of an audit log and print what differs.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  risk replay decisions/ --models models/"})
final class ReplayCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "LOG", description = "The folder of the log, or a file.")
  private Path log = Path.of("");

  @Option(
      names = "--models",
      required = true,
      paramLabel = "DIR",
      description = "A model, a policy, or a folder of them, searched with its folders; may be"
          + " repeated.")
  private List<Path> models = List.of();

  private final Console console;

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ReplayReport report = Replay.run(AuditLog.existing(log), EngineLibrary.ofFolders(models));
    console.print(AuditText.of(report, console.width()));
    return report.differenceCount() == 0 ? ExitCode.OK : ExitCode.INVALID_INPUT;
  }
}
