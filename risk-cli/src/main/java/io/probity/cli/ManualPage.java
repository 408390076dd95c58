package io.probity.cli;

import io.probity.model.ProbityVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the markup of {@code man}. */
final class ManualPage {

  private static final int SYNOPSIS_WIDTH = 10_000;

  private final StringBuilder roff = new StringBuilder();

  private ManualPage() {}

  /** Returns the name of the page, such as {@code risk-train}. */
  static String title(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  /** Returns the page of a command. */
  static String of(CommandLine command) {
    ManualPage page = new ManualPage();
    page.write(command);
    return page.roff.toString();
  }

  private void write(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    line(".TH " + quoted(title(command).toUpperCase(Locale.ROOT)) + " 1 \"\" "
        + quoted("Probity " + ProbityVersion.version()) + " \"Probity\"");
    line(".nh");
    line(".ad l");
    heading("NAME");
    text(title(command) + " - " + description(spec));
    heading("SYNOPSIS");
    text(synopsis(command));
    heading("DESCRIPTION");
    text(description(spec));
    parameters(spec);
    options(spec);
    commands(command);
    footer(spec);
    seeAlso(command);
  }

  private static String description(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  private static String synopsis(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    int width = spec.usageMessage().width();
    spec.usageMessage().width(SYNOPSIS_WIDTH);
    try {
      return new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF)).synopsis(0).strip();
    } finally {
      spec.usageMessage().width(width);
    }
  }

  private void parameters(CommandSpec spec) {
    List<PositionalParamSpec> shown = spec.positionalParameters().stream()
        .filter(parameter -> !parameter.hidden())
        .toList();
    if (!shown.isEmpty()) {
      heading("ARGUMENTS");
      shown.forEach(parameter -> entry(parameter.paramLabel(), parameter.description()));
    }
  }

  private void options(CommandSpec spec) {
    heading("OPTIONS");
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        String names = String.join(", ", option.names());
        boolean hasValue = option.arity().max() > 0;
        entry(hasValue ? names + "=" + option.paramLabel() : names, option.description());
      }
    }
  }

  private void commands(CommandLine command) {
    if (command.getSubcommands().isEmpty()) {
      return;
    }
    heading("COMMANDS");
    command
        .getSubcommands()
        .forEach(
            (name, next) -> entry(name, next.getCommandSpec().usageMessage().description()));
  }

  private void footer(CommandSpec spec) {
    List<String> lines =
        Arrays.stream(spec.usageMessage().footer()).dropWhile(String::isBlank).toList();
    if (lines.isEmpty()) {
      return;
    }
    boolean isExamples = lines.get(0).startsWith("Example");
    heading(isExamples ? "EXAMPLES" : "NOTES");
    line(".nf");
    lines.stream().skip(isExamples ? 1 : 0).forEach(this::text);
    line(".fi");
  }

  private void seeAlso(CommandLine command) {
    CommandLine parent = command.getParent();
    String others = parent == null
        ? command.getSubcommands().values().stream()
            .map(next -> title(next) + "(1)")
            .collect(Collectors.joining(", "))
        : title(parent) + "(1)";
    if (!others.isEmpty()) {
      heading("SEE ALSO");
      text(others);
    }
  }

  private void heading(String name) {
    line(".SH " + name);
  }

  private void entry(String term, String[] description) {
    line(".TP");
    line("\\fB" + escaped(term) + "\\fR");
    text(String.join(" ", description));
  }

  /** Writes a line of text; one that begins like markup is shielded. */
  private void text(String line) {
    String safe = escaped(line);
    line(safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe);
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }

  private void line(String line) {
    roff.append(line).append('\n');
  }
}
