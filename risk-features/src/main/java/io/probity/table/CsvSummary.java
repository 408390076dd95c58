package io.probity.table;

import io.probity.schema.Schema;
import java.util.List;

/**
 * What reading a CSV block by block came to.
 *
 * @param schema the fields that the file has, without learned levels
 * @param rows the records that keep the rules
 * @param rejected how many records were set aside in quarantine mode
 * @param ignoredColumns the columns of the file that the schema does not know or ignores
 * @param sha256 the digest of what was read, as {@link io.probity.csv.CsvInput#sha256} defines it
 */
public record CsvSummary(
    Schema schema, long rows, long rejected, List<String> ignoredColumns, String sha256) {

  /** Copies the list. */
  public CsvSummary {
    ignoredColumns = List.copyOf(ignoredColumns);
  }
}
