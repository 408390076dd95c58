package io.probity.validation;

import java.util.List;
import java.util.Optional;

/**
 * By what the records are divided, and how large a part must be to be judged.
 *
 * @param segments the names of columns of groups; each divides the records anew
 * @param length of a slice of time, for samples with days; empty for none
 * @param leastRecords the fewest records of a part with figures, at least 1
 * @param leastOfEachClass the fewest goods and the fewest bads of a part with figures, at least 1
 */
public record SliceSettings(
    List<String> segments, Optional<TimeSlice> length, int leastRecords, int leastOfEachClass) {

  /** No parts; parts of 50 records with 10 goods and 10 bads would be judged. */
  public static final SliceSettings NONE = new SliceSettings(List.of(), Optional.empty(), 50, 10);

  /** Copies the names and checks the sizes. */
  public SliceSettings {
    segments = List.copyOf(segments);
    if (!(leastRecords >= 1 && leastOfEachClass >= 1)) {
      throw new IllegalArgumentException("the least sizes of a part must be at least 1, not "
          + leastRecords + " and " + leastOfEachClass);
    }
  }

  /** Returns these settings with other columns of groups. */
  public SliceSettings withSegments(List<String> names) {
    return new SliceSettings(names, length, leastRecords, leastOfEachClass);
  }

  /** Returns these settings with slices of time. */
  public SliceSettings withLength(TimeSlice other) {
    return new SliceSettings(segments, Optional.of(other), leastRecords, leastOfEachClass);
  }

  /** Returns these settings with other least sizes. */
  public SliceSettings withLeast(int records, int ofEachClass) {
    return new SliceSettings(segments, length, records, ofEachClass);
  }
}
