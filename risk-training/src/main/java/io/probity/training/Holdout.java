package io.probity.training;

import io.probity.metrics.SplitMix64;
import java.util.Arrays;

/**
 * A split of records into those that a model learns from and those it is judged by, with the same
 * share of bads in both. Which record goes where depends only on the seed and its position.
 */
public final class Holdout {

  private final int[] learn;
  private final int[] judge;

  private Holdout(int[] learn, int[] judge) {
    this.learn = learn;
    this.judge = judge;
  }

  /**
   * Splits records.
   *
   * @param target 1 for bad, 0 for good, one a record
   * @param share the share of goods and of bads that is held out, each rounded to whole records, in
   *     [0, 1)
   */
  public static Holdout stratified(int[] target, double share, long seed) {
    boolean[] held = new boolean[target.length];
    int heldCount = 0;
    for (int outcome = 0; outcome <= 1; outcome++) {
      int[] members = members(target, outcome);
      long[] keyed = new long[members.length];
      for (int i = 0; i < members.length; i++) {
        long key = SplitMix64.ofStream(seed, members[i]).nextLong();
        keyed[i] = (key & ~0x7FFFFFFFL) | i; // high bits order, low bits remember the member
      }
      Arrays.sort(keyed);
      int count = (int) Math.round(share * members.length);
      for (int i = 0; i < count; i++) {
        held[members[(int) (keyed[i] & 0x7FFFFFFFL)]] = true;
      }
      heldCount += count;
    }
    int[] learn = new int[target.length - heldCount];
    int[] judge = new int[heldCount];
    int l = 0;
    int j = 0;
    for (int row = 0; row < target.length; row++) {
      if (held[row]) {
        judge[j++] = row;
      } else {
        learn[l++] = row;
      }
    }
    return new Holdout(learn, judge);
  }

  /** Returns the positions of the records to learn from, rising. */
  public int[] learn() {
    return learn.clone();
  }

  /** Returns the positions of the records held out, rising. */
  public int[] judge() {
    return judge.clone();
  }

  private static int[] members(int[] target, int outcome) {
    int[] members = new int[target.length];
    int count = 0;
    for (int row = 0; row < target.length; row++) {
      if (target[row] == outcome) {
        members[count++] = row;
      }
    }
    return Arrays.copyOf(members, count);
  }
}
