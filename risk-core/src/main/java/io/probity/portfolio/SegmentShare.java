package io.probity.portfolio;

/**
 * Bounds of the share that a segment has in the total exposure.
 *
 * @param segment the name of the segment
 * @param least the smallest share, in [0, 1]; 0 for no bound
 * @param most the largest share, in [0, 1]; 1 for no bound
 */
public record SegmentShare(String segment, double least, double most) {

  /** Checks the bounds. */
  public SegmentShare {
    if (!(least >= 0 && least <= most && most <= 1)) {
      throw new IllegalArgumentException("the share of the segment \"" + segment
          + "\" needs 0 <= least <= most <= 1, not " + least + " and " + most);
    }
  }
}
