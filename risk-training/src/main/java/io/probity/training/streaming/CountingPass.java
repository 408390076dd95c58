package io.probity.training.streaming;

import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.table.Table;
import io.probity.training.binning.FeatureCounts;
import io.probity.training.binning.Outcomes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pass that counts what bins are found from, and keeps some records whole. Counts are sums, so they
 * do not depend on which thread counts which block.
 *
 * @param counts the counts of each feature over the records learned from
 * @param sample the records that were to be kept
 */
public record CountingPass(List<FeatureCounts> counts, Table sample) {

  /** Copies the list. */
  public CountingPass {
    counts = List.copyOf(counts);
  }

  /**
   * Reads the records once.
   *
   * @param features computes the features that are counted
   * @param learn the numbers of the records learned from, rising
   * @param outcomes what became of them
   * @param sample the numbers of the records to keep, rising, at least one
   */
  public static CountingPass run(
      StreamedRecords records,
      FeatureExtractor features,
      int[] learn,
      Outcomes outcomes,
      int[] sample)
      throws IOException {
    List<FeatureCounts> counts = features.names().stream()
        .map(name -> FeatureCounts.of(features.schema().field(name)))
        .toList();
    List<Table> kept = new ArrayList<>();
    records.pass(
        (table, firstRow) -> {
          count(counts, FeatureMatrix.of(features, table), outcomes, learn, firstRow);
          return table.rowsAt(within(sample, firstRow, table.rows()));
        },
        kept::add);
    return new CountingPass(counts, Table.joined(kept, records.keys().sha256()));
  }

  /** Counts a block; each begins with another feature, so that threads seldom wait for each other. */
  private static void count(
      List<FeatureCounts> counts,
      FeatureMatrix features,
      Outcomes outcomes,
      int[] learn,
      int firstRow) {
    int start = Math.floorMod(firstRow, counts.size());
    for (int i = 0; i < counts.size(); i++) {
      int column = (start + i) % counts.size();
      FeatureCounts own = counts.get(column);
      LearnRows rows = new LearnRows(learn, firstRow);
      synchronized (own) {
        for (int row = 0; row < features.rows(); row++) {
          int place = rows.place(firstRow + row);
          if (place >= 0) {
            own.add(features.cell(row, column), outcomes, place);
          }
        }
      }
    }
  }

  /** Returns the records of a block that are in the sample, numbered within the block. */
  private static int[] within(int[] sample, int firstRow, int rows) {
    int from = position(sample, firstRow);
    int to = position(sample, firstRow + rows);
    return Arrays.stream(sample, from, to).map(row -> row - firstRow).toArray();
  }

  private static int position(int[] sample, int row) {
    int found = Arrays.binarySearch(sample, row);
    return found >= 0 ? found : -found - 1;
  }
}
