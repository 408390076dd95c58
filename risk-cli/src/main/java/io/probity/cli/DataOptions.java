package io.probity.cli;

import io.probity.table.CsvMode;
import io.probity.table.CsvReader;
import io.probity.table.CsvResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a CSV is read: options that several commands share. */
final class DataOptions {

  @Mixin
  private final SeparatorOption separator = new SeparatorOption();

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Set broken records aside in this file, with the reason, instead of stopping at the first.")
  private @Nullable Path rejects;

  @Option(
      names = "--max-rejects",
      paramLabel = "SHARE",
      description =
          "With --rejects: the largest share of broken records. Default: ${DEFAULT-VALUE}.")
  private double largestShare = 0.01;

  /** Returns the separator. */
  char separator() {
    return separator.value();
  }

  /** Returns the separator if one was stated. */
  Optional<Character> statedSeparator() {
    return separator.stated();
  }

  /** Returns a reader of these options. */
  CsvReader reader(CsvReader strict) {
    return reader(strict, separator());
  }

  /** Returns a reader of these options for a separator that is known already. */
  CsvReader reader(CsvReader strict, char known) {
    return strict.withSeparator(known).withMode(mode());
  }

  /** Returns what happens to broken records. */
  CsvMode mode() {
    return rejects == null ? CsvMode.STRICT : new CsvMode.Quarantine(rejects, largestShare);
  }

  /** Returns whether broken records are set aside. */
  boolean setsAside() {
    return rejects != null;
  }

  /** Tells how many were set aside. */
  void reportRejected(long count, String what, Console console) {
    if (count > 0) {
      console.remark(count + " " + what + " were set aside in " + rejects);
    }
  }

  /** Tells what was set aside, ignored and unseen. */
  void report(CsvResult result, Console console) {
    reportRejected(result.rejected(), "broken records", console);
    if (!result.ignoredColumns().isEmpty()) {
      console.remark("ignored columns: " + String.join(", ", result.ignoredColumns()));
    }
    for (Map.Entry<String, Integer> unseen : result.unseen().entrySet()) {
      console.remark(
          unseen.getValue() + " values of " + unseen.getKey() + " are levels that nobody knows");
    }
  }
}
