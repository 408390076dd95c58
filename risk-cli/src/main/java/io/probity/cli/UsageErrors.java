package io.probity.cli;

import io.probity.input.NearestName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and the command or option that was probably meant. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(error.getMessage());
    Optional<String> meant = meant(error);
    if (meant.isPresent()) {
      err.println("Did you mean: " + meant.get() + "?");
    } else {
      command.usage(err);
    }
    return ExitCode.USAGE;
  }

  private static Optional<String> meant(ParameterException error) {
    if (!(error instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return Optional.empty();
    }
    CommandLine command = error.getCommandLine();
    String typed = unmatched.getUnmatched().get(0);
    if (!typed.startsWith("-")) {
      return NearestName.of(typed, command.getSubcommands().keySet())
          .map(name -> command.getCommandSpec().qualifiedName() + " " + name);
    }
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
    }
    int value = typed.indexOf('=');
    return NearestName.of(value < 0 ? typed : typed.substring(0, value), names);
  }
}
