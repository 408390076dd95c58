package io.probity.audit;

import java.util.List;

/**
 * What came of deciding again on every record of a log.
 *
 * @param fromInputs decisions that came out the same from their inputs
 * @param fromFeatures decisions that came out the same from their features, since inputs were redacted
 * @param erased decisions whose personal part was erased, so that they cannot be replayed
 * @param notDecisions other lines
 * @param differenceCount decisions that came out otherwise, or could not be replayed
 * @param differences the first difference of each of the first hundred of them
 */
public record ReplayReport(
    long fromInputs,
    long fromFeatures,
    long erased,
    long notDecisions,
    long differenceCount,
    List<Difference> differences) {

  /** Copies the differences. */
  public ReplayReport {
    differences = List.copyOf(differences);
  }

  /**
   * The first difference of a record.
   *
   * @param place the file and line
   * @param id the id of the application
   * @param what which value differs
   * @param stored the value in the log
   * @param replayed the value that comes out now
   */
  public record Difference(String place, String id, String what, String stored, String replayed) {}
}
