package io.probity.training.streaming;

import java.util.Arrays;

/** Walks consecutive records and tells which of them are learned from. */
final class LearnRows {

  private final int[] learn;
  private int next;

  /**
   * Starts at a record.
   *
   * @param learn the numbers of the records learned from, rising
   */
  LearnRows(int[] learn, int firstRow) {
    int found = Arrays.binarySearch(learn, firstRow);
    this.learn = learn;
    this.next = found >= 0 ? found : -found - 1;
  }

  /** Returns the place of the next record among those learned from, or -1 if it is held out. */
  int place(int row) {
    return next < learn.length && learn[next] == row ? next++ : -1;
  }

  /** Returns how many of the records walked so far, and before them, are learned from. */
  int before() {
    return next;
  }
}
