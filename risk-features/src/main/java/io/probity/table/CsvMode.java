package io.probity.table;

import java.nio.file.Path;

/** What happens to a record that breaks the schema. */
public sealed interface CsvMode {

  /** Reading stops at the first broken record, which is reported with all its violations. */
  record Strict() implements CsvMode {}

  /**
   * Broken records are written to a file with the reason, and reading goes on.
   *
   * @param rejects the file of broken records: the line, the reason, then the record as it was
   *     written, with the separator of the input
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

  /**
   * A value that breaks the rules of its field counts as missing, a target or weight may be missing,
   * and a record with too many or too few fields is left out; all are counted. For a first look at
   * data, never for learning or scoring.
   */
  record Tolerant() implements CsvMode {}

  /** Reading stops at the first broken record. */
  CsvMode STRICT = new Strict();
}
