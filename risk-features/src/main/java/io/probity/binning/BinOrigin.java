package io.probity.binning;

import java.util.ArrayList;
import java.util.List;

/**
 * How the bins of a feature came about: found by the optimal binning program, or changed by an analyst
 * afterwards.
 *
 * @param edits what was changed, in order; empty for bins as they were found
 */
public record BinOrigin(List<Edit> edits) {

  /** Bins as the program found them. */
  public static final BinOrigin AUTO = new BinOrigin(List.of());

  /** Copies the edits. */
  public BinOrigin {
    edits = List.copyOf(edits);
  }

  /**
   * One change.
   *
   * @param what what was changed, in words
   * @param by who changed it
   * @param why the reason
   */
  public record Edit(String what, String by, String why) {

    /** Checks that somebody answers for the change. */
    public Edit {
      if (by.isBlank() || why.isBlank()) {
        throw new IllegalArgumentException("a change of bins needs a name and a reason");
      }
    }
  }

  /** Returns whether an analyst changed the bins. */
  public boolean isManual() {
    return !edits.isEmpty();
  }

  /** Returns this origin with a further change. */
  public BinOrigin with(Edit edit) {
    List<Edit> longer = new ArrayList<>(edits);
    longer.add(edit);
    return new BinOrigin(longer);
  }
}
