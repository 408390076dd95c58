package io.probity.training.binning;

import java.util.Arrays;

/**
 * Cuts ordered values into at most so many pieces of about equal weight.
 *
 * <p>Few enough values are each a piece. Otherwise a value that holds more than two pieces' worth of
 * the weight is a piece of its own, each run of values between such ones gets one piece and a share of
 * the rest by its weight, and is cut where it comes nearest to equal weights.
 */
final class QuantileCuts {

  private final long[] before;
  private final int pieces;
  private final int[] cuts;
  private int found;

  private QuantileCuts(long[] before, int pieces) {
    this.before = before;
    this.pieces = pieces;
    this.cuts = new int[Math.min(pieces, before.length - 1) - 1];
  }

  /**
   * Returns the positions of the first value of every piece but the first, rising.
   *
   * @param before the weight below each value, and of all at the end: strictly rising, at most 2^52
   * @param pieces the largest number of pieces, 1 to 256
   */
  static int[] of(long[] before, int pieces) {
    QuantileCuts quantiles = new QuantileCuts(before, pieces);
    quantiles.find();
    return Arrays.copyOf(quantiles.cuts, quantiles.found);
  }

  private void find() {
    int values = before.length - 1;
    if (values <= pieces) {
      for (int i = 1; i < values; i++) {
        cuts[found++] = i;
      }
      return;
    }
    long lightWeight = before[values];
    int spare = pieces;
    for (int i = 0; i < values; i++) {
      if (isHeavy(i)) {
        lightWeight -= weight(i, i + 1);
        spare--;
      } else if (i == 0 || isHeavy(i - 1)) {
        spare--;
      }
    }
    long lightBefore = 0;
    int start = 0;
    while (start < values) {
      addCut(start);
      int end = start + 1;
      if (!isHeavy(start)) {
        while (end < values && !isHeavy(end)) {
          end++;
        }
        long lightAfter = lightBefore + weight(start, end);
        int extra = (int) (spare * lightAfter / lightWeight - spare * lightBefore / lightWeight);
        cutRun(start, end, 1 + extra);
        lightBefore = lightAfter;
      }
      start = end;
    }
  }

  private boolean isHeavy(int value) {
    return weight(value, value + 1) * pieces > 2 * before[before.length - 1];
  }

  private long weight(int start, int end) {
    return before[end] - before[start];
  }

  private void cutRun(int start, int end, int parts) {
    long all = weight(start, end);
    int position = start;
    for (int part = 1; part < parts; part++) {
      long aim = all * part;
      while (position < end && weight(start, position) * parts < aim) {
        position++;
      }
      long beyond = weight(start, position) * parts - aim;
      long under = aim - weight(start, position - 1) * parts;
      int nearest = under <= beyond ? position - 1 : position;
      if (nearest < end) {
        addCut(nearest);
      }
    }
  }

  private void addCut(int position) {
    if (position > 0 && (found == 0 || position > cuts[found - 1])) {
      cuts[found++] = position;
    }
  }
}
