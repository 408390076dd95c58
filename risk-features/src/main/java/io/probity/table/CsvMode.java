package io.probity.table;

import java.nio.file.Path;

/** What happens to a record that breaks the schema. */
public sealed interface CsvMode {

  /** Reading stops at the first broken record, which is reported with all its violations. */
  record Strict() implements CsvMode {}

  /**
   * Broken records are written to a file with the reason, and reading goes on.
   *
   * @param rejects the file of broken records: the reason, then the record as it was
   * @param largestShare the share of broken records, in [0, 1], above which reading fails
   */
  record Quarantine(Path rejects, double largestShare) implements CsvMode {

    /** Checks the share. */
    public Quarantine {
      if (!(largestShare >= 0.0 && largestShare <= 1.0)) {
        throw new IllegalArgumentException(
            "the largest share of rejects must be in [0, 1], not " + largestShare);
      }
    }
  }

  /** Reading stops at the first broken record. */
  CsvMode STRICT = new Strict();
}
