package io.probity.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code risk completion}: the script that completes commands and options in a shell. */
@Command(
    name = "completion",
    description = "Print the script that completes commands and options in bash and zsh.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  source <(risk completion)"})
final class CompletionCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.print(AutoComplete.bash("risk", spec.root().commandLine()));
    return ExitCode.OK;
  }
}
