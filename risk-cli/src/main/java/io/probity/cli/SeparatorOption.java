package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What stands between the fields of a CSV. */
final class SeparatorOption {

  @Option(
      names = "--separator",
      paramLabel = "CHAR",
      description = "What separates fields: a character or 'tab'. Default: a comma.")
  private @Nullable String separator;

  /** Returns the separator, a comma where none was stated. */
  char value() {
    return stated().orElse(',');
  }

  /** Returns the separator if one was stated. */
  Optional<Character> stated() {
    if (separator == null) {
      return Optional.empty();
    }
    if (separator.equals("tab")) {
      return Optional.of('\t');
    }
    if (separator.length() != 1) {
      throw new InvalidInputException(
          new Violation("--separator", "must be one character or the word tab", separator, ""));
    }
    return Optional.of(separator.charAt(0));
  }
}
