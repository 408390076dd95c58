package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where everybody goes who would be decided on otherwise. */
final class SwapOptions {

  @Option(
      names = "--swaps",
      paramLabel = "FILE",
      description = "Where everybody goes who gets another outcome or limit, as CSV: what both"
          + " decide, how the limit changes, the first reasons, and what came of it.")
  private @Nullable Path file;

  @Option(
      names = "--pass",
      paramLabel = "COLUMN",
      split = ",",
      description = "With --swaps: columns that are written beside, such as the id.")
  private List<String> passed = List.of();

  @Option(
      names = "--neutralise-formulas",
      description = "With --swaps: put an apostrophe before cells that a spreadsheet would run.")
  private boolean neutraliseFormulas;

  /** Returns whether a file is wanted. */
  boolean isWanted() {
    return file != null;
  }

  /** Checks that the options fit each other; {@code decides} tells whether anybody is decided on. */
  void requireFitting(boolean decides, DataOptions data) {
    if (file == null && (!passed.isEmpty() || neutraliseFormulas)) {
      throw new InvalidInputException(new Violation(
          passed.isEmpty() ? "--neutralise-formulas" : "--pass",
          "it needs the file of those who are decided on otherwise",
          "",
          "add --swaps FILE"));
    }
    if (file != null && !decides) {
      throw new InvalidInputException(new Violation(
          "--swaps", "nobody is decided on without a rule", "", "add --policy or --cut-off"));
    }
    if (file != null && data.setsAside()) {
      throw new InvalidInputException(new Violation(
          "--swaps",
          "records are named by their number, so none may be set aside",
          "",
          "mend the broken records, or leave --rejects out"));
    }
  }

  /** Begins the file that is wanted. */
  SwapTable begin(ComparedRecords records, boolean hasLimits) throws IOException {
    return SwapTable.create(
        Objects.requireNonNull(file),
        new SwapTable.Layout(
            passed,
            records.texts(passed),
            hasLimits,
            records.data().separator(),
            neutraliseFormulas));
  }

  /** Lets the file appear and says so. */
  void commit(SwapTable table, Console console) throws IOException {
    table.commit();
    console.remark(table.records() + " records are decided on otherwise: " + file);
  }
}
