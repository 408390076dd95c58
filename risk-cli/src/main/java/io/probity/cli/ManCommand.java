package io.probity.cli;

import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code risk man}: the manual pages of the commands. */
@Command(
    name = "man",
    description = "Print the manual page of a command, or write all of them.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  risk man train | man -l -", "  risk man --out man1"})
final class ManCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command, such as train or policy verify. Default: risk itself.")
  private List<String> names = List.of();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Write the pages of all commands to this folder, as risk-train.1 and so on.")
  private @Nullable Path folder;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private final Console console;

  ManCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine root = spec.root().commandLine();
    if (folder == null) {
      console.print(ManualPage.of(named(root)));
      return ExitCode.OK;
    }
    Files.createDirectories(folder);
    write(root, folder);
    console.remark("manual pages written: " + folder);
    return ExitCode.OK;
  }

  private CommandLine named(CommandLine root) {
    CommandLine command = root;
    for (String name : names) {
      CommandLine next = command.getSubcommands().get(name);
      if (next == null) {
        throw new InvalidInputException(new Violation(
            "COMMAND",
            "is not a command of " + command.getCommandSpec().qualifiedName(),
            name,
            NearestName.remedy(name, command.getSubcommands().keySet())));
      }
      command = next;
    }
    return command;
  }

  private static void write(CommandLine command, Path folder) throws IOException {
    Path file = folder.resolve(ManualPage.title(command) + ".1");
    WholeFile.write(file, ManualPage.of(command).getBytes(StandardCharsets.UTF_8));
    for (CommandLine next : command.getSubcommands().values()) {
      write(next, folder);
    }
  }
}
