package io.probity.preparation;

import java.util.List;
import java.util.Map;

/**
 * What a join did.
 *
 * @param written how many applications were written
 * @param rejected how many applications were set aside
 * @param unlabelled how many applications were left out, since they have no target and only those with
 *     one were wanted
 * @param records how many records each file had, by file name
 * @param unknown the records of unknown applications, by file name
 * @param ignoredColumns the columns that nobody knows, by file name
 */
public record JoinResult(
    long written,
    long rejected,
    long unlabelled,
    Map<String, Long> records,
    Map<String, UnknownIds> unknown,
    Map<String, List<String>> ignoredColumns) {

  /** Copies the maps. */
  public JoinResult {
    records = Map.copyOf(records);
    unknown = Map.copyOf(unknown);
    ignoredColumns = Map.copyOf(ignoredColumns);
  }
}
