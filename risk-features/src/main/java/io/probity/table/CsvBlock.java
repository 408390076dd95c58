package io.probity.table;

import java.util.List;

/**
 * Consecutive records of a CSV: the valid ones of one chunk of the file.
 *
 * @param number the number of the block, from 0 on; the same file gives the same blocks each time
 * @param table the records; levels that are learned are those of this block, and the digest is empty
 * @param ragged how many records had too many or too few fields, in tolerant mode
 * @param invalid how many values of each field broke its rules, in the order of the table's schema, in
 *     tolerant mode
 */
public record CsvBlock(int number, Table table, int ragged, List<Integer> invalid) {

  /** Copies the list. */
  public CsvBlock {
    invalid = List.copyOf(invalid);
  }
}
