package io.probity.training.binning;

import java.util.List;

/**
 * A partition that a search found.
 *
 * @param value its objective in fixed point, costs of bins deducted
 * @param cuts its cut positions, rising
 */
record Solution(long value, List<Integer> cuts) {

  Solution {
    cuts = List.copyOf(cuts);
  }

  int bins() {
    return cuts.size() + 1;
  }
}
