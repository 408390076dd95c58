package io.probity.cli;

import io.probity.audit.AuditEraser;
import io.probity.audit.AuditHead;
import io.probity.audit.AuditLog;
import io.probity.audit.AuditVerification;
import io.probity.audit.AuditVerifier;
import io.probity.report.AuditText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk audit}: works on audit logs. */
@Command(
    name = "audit",
    description = "Verify an audit log, or erase what is personal in it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

  private AuditCommand() {}

  static CommandLine line(Console console) {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new Verify(console))
        .addSubcommand(new Erase(console));
  }

  /** {@code risk audit verify}: checks the chain. */
  @Command(
      name = "verify",
      description = "Check that no line was removed, altered, moved or cut off.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  risk audit verify decisions/"})
  static final class Verify implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LOG", description = "The folder of the log, or a file.")
    private Path log = Path.of("");

    @Option(
        names = "--head",
        paramLabel = "SEQUENCE:CHAIN",
        description = "A head that was published and must be in the log; may be repeated.")
    private List<String> heads = List.of();

    private final Console console;

    Verify(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      AuditVerification verification = AuditVerifier.verify(
          AuditLog.existing(log), heads.stream().map(AuditHead::parse).toList());
      console.print(AuditText.of(verification));
      return verification.isSound() ? ExitCode.OK : ExitCode.INVALID_INPUT;
    }
  }

  /** {@code risk audit erase}: forgets people. */
  @Command(
      name = "erase",
      description = "Erase what is personal in the records of applications; the chain still holds.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  risk audit erase decisions/ --id personal-loan-1"})
  static final class Erase implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LOG", description = "The folder of the log.")
    private Path log = Path.of("");

    @Option(
        names = "--id",
        required = true,
        paramLabel = "ID",
        description = "The id of an application; may be repeated.")
    private List<String> ids = List.of();

    private final Console console;

    Erase(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      AuditLog.existing(log);
      long erased = AuditEraser.erase(log, Set.copyOf(ids));
      console.println(erased + " records erased");
      return ExitCode.OK;
    }
  }
}
