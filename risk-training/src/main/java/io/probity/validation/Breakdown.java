package io.probity.validation;

import java.util.List;
import java.util.Optional;

/**
 * The records divided into segments or slices of time, each judged like all of them.
 *
 * @param name what they are divided by: the name of a column of groups, or {@code MONTH}, {@code
 *     QUARTER} or {@code YEAR}
 * @param byTime whether the parts are slices of time, in order
 * @param parts the parts, in the order of the column
 */
public record Breakdown(String name, boolean byTime, List<Part> parts) {

  /** Copies the list. */
  public Breakdown {
    parts = List.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param label its name
   * @param counts its records
   * @param findings what is said of it; empty where it is too small
   * @param tooFew why nothing is said of it; empty where something is
   */
  public record Part(String label, Counts counts, Optional<Findings> findings, String tooFew) {}
}
