package io.probity.cli;

import io.probity.audit.AuditException;
import io.probity.file.UnfinishedFiles;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.ModelFormatException;
import io.probity.model.ProbityVersion;
import io.probity.signature.UntrustedArtifactException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command {@code risk}. */
@Command(
    name = "risk",
    description = "Credit risk scoring: train, validate, score and decide.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 a fault of this program, 2 wrong usage, 3 invalid data, schema,",
      "plan, policy or application, 4 a model that cannot be read, 5 a file that cannot be",
      "found, read or written."
    })
public final class Main {

  private static final String QUIET = "--quiet";

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  private final Console console;

  private Main(Console console) {
    this.console = console;
  }

  /** Runs the command and exits with its code; stopped from outside, it leaves nothing half-written. */
  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(UnfinishedFiles::end));
    System.exit(run(args, Console.system()));
  }

  /**
   * Runs the command.
   *
   * @return the exit code
   */
  public static int run(String[] args, Console all) {
    Main main = new Main(all);
    Console console = List.of(args).contains(QUIET) ? all.withoutRemarks() : all;
    CommandLine line = new CommandLine(main);
    line.getCommandSpec().addOption(quiet());
    Commands.addTo(line, List.of(args), console);
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(Math.min(100, Math.max(55, console.width())))
        .setOut(writer(console.out()))
        .setErr(writer(all.err()))
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(main::failed);
    return line.execute(args);
  }

  /** Describes the option; what it asks for is settled before commands are made. */
  private static OptionSpec quiet() {
    return OptionSpec.builder(QUIET)
        .scopeType(ScopeType.INHERIT)
        .description("Print results and errors only: no remarks, warnings or progress.")
        .build();
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private int failed(Exception error, CommandLine line, ParseResult parsed) {
    if (debug) {
      error.printStackTrace(console.err());
    }
    Exception cause = error instanceof UncheckedIOException io ? io.getCause() : error;
    if (cause instanceof InvalidInputException invalid) {
      for (Violation violation : invalid.violations()) {
        console.remark("risk: " + violation);
      }
      return ExitCode.INVALID_INPUT;
    }
    if (cause instanceof ModelFormatException || cause instanceof UntrustedArtifactException) {
      console.remark("risk: " + cause.getMessage());
      return ExitCode.BROKEN_MODEL;
    }
    if (cause instanceof AuditException) {
      console.remark("risk: " + cause.getMessage());
      return ExitCode.FILE;
    }
    if (cause instanceof IOException io) {
      console.remark("risk: " + sentence(io));
      return ExitCode.FILE;
    }
    if (cause instanceof IllegalArgumentException) {
      console.remark("risk: " + cause.getMessage());
      return ExitCode.INVALID_INPUT;
    }
    console.remark(
        "risk: this should not happen: " + cause + "; run again with --debug and report it");
    return ExitCode.INTERNAL;
  }

  private static String sentence(IOException error) {
    if (error instanceof NoSuchFileException missing) {
      String reason = missing.getReason();
      return missing.getFile() + " does not exist" + (reason == null ? "" : ": " + reason);
    }
    if (error instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be read or written; check its permissions";
    }
    if (error instanceof FileSystemException file) {
      return file.getFile() + ": "
          + (file.getReason() == null ? "input or output failed" : file.getReason());
    }
    return "input or output failed: " + error.getMessage();
  }

  /** The version of the library. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"risk " + ProbityVersion.version()};
    }
  }
}
