package io.probity.training.binning;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the search for the best partition comes to. */
public sealed interface PartitionResult {

  /**
   * The best partition.
   *
   * @param cuts its cut positions, rising: the index of the first pre-bin of every bin but the first
   * @param trend the trend that was taken; that asked for, unless it was AUTO or MONOTONE
   * @param objective the sum of the divergence over its bins, penalty deducted
   */
  record Partition(List<Integer> cuts, Trend trend, double objective) implements PartitionResult {

    /** Copies the cuts. */
    public Partition {
      cuts = List.copyOf(cuts);
    }

    /** Returns the number of bins. */
    public int bins() {
      return cuts.size() + 1;
    }

    /** Returns the bin that a pre-bin belongs to. */
    public int binOf(int preBin) {
      int bin = 0;
      while (bin < cuts.size() && preBin >= cuts.get(bin)) {
        bin++;
      }
      return bin;
    }
  }

  /**
   * There is none.
   *
   * @param rules rules that cannot all be met, none of which may be left out for that: without any
   *     one of them, and without all rules not named, there is a partition
   */
  record Conflict(Set<BinningRule> rules) implements PartitionResult {

    /** Copies the rules, in their own order. */
    public Conflict {
      rules = Collections.unmodifiableSet(EnumSet.copyOf(rules));
    }
  }
}
