package io.probity.bench;

import io.probity.input.InvalidInputException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code risk bench}: measurements, one sub-command each. A new one is a
 * {@link Callable} with a {@link Command} annotation, added in {@link #execute}.
 */
@Command(
    name = "bench",
    description = "Measure how good models and limits are, and how fast.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Bench implements Runnable {

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private Bench() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs the command and returns its exit code. */
  static int execute(String... args) {
    return new CommandLine(new Bench())
        .addSubcommand(new AccuracyCommand())
        .addSubcommand(new LatencyCommand())
        .addSubcommand(new TrainingCommand())
        .addSubcommand(new AuditCommand())
        .addSubcommand(new TruthCommand())
        .addSubcommand(new StreamCommand())
        .addSubcommand(new BinningCommand())
        .addSubcommand(new PortfolioCommand())
        .setExecutionExceptionHandler((error, line, parsed) -> {
          if (!(error instanceof InvalidInputException)) {
            throw error;
          }
          line.getErr().println("risk bench: " + error.getMessage());
          return line.getCommandSpec().exitCodeOnInvalidInput();
        })
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which measurement?");
  }
}
