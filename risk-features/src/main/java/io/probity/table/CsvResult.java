package io.probity.table;

import java.util.List;
import java.util.Map;

/**
 * What reading a CSV gave.
 *
 * @param table the records that keep the rules
 * @param rejected how many records were set aside in quarantine mode
 * @param ignoredColumns the columns of the file that the schema does not know or ignores
 * @param unseen how many values of each category the schema does not know, where there are any
 * @param blockRows how many records of the table stem from each block, by the number that {@link
 *     CsvBlock} gives it
 */
public record CsvResult(
    Table table,
    long rejected,
    List<String> ignoredColumns,
    Map<String, Integer> unseen,
    List<Integer> blockRows) {

  /** Copies the collections. */
  public CsvResult {
    ignoredColumns = List.copyOf(ignoredColumns);
    unseen = Map.copyOf(unseen);
    blockRows = List.copyOf(blockRows);
  }
}
