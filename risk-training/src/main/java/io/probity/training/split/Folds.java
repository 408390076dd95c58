package io.probity.training.split;

import java.util.Arrays;

/**
 * Records parted into folds of about the same size and share of bads. Records with equal keys, as those
 * of one group have, fall into one fold.
 */
public final class Folds {

  private final int count;
  private final int[] foldOf;

  private Folds(int count, int[] foldOf) {
    this.count = count;
    this.foldOf = foldOf;
  }

  /**
   * Parts records.
   *
   * @param target 1 for bad, 0 for good, one a record
   * @param count the number of folds, at least 2
   */
  public static Folds stratified(int[] target, int count, long seed) {
    return ofKeys(target, RowKeys.ofPositions(target.length, seed), count);
  }

  /**
   * Parts records by keys: keys are dealt out in rising order, those with a bad first, so that every
   * fold gets its share of both.
   */
  static Folds ofKeys(int[] target, long[] keys, int count) {
    KeyStrata strata = KeyStrata.of(keys, target);
    int[] foldOf = new int[keys.length];
    Arrays.setAll(foldOf, row -> strata.fold(keys[row], count));
    return new Folds(count, foldOf);
  }

  /** Returns the folds of the records at the given positions, in that order. */
  public Folds rowsAt(int[] positions) {
    return new Folds(count, Arrays.stream(positions).map(row -> foldOf[row]).toArray());
  }

  /** Returns the number of folds. */
  public int count() {
    return count;
  }

  /** Returns the fold of a record. */
  public int of(int row) {
    return foldOf[row];
  }

  /** Returns the positions of the records in a fold, rising. */
  public int[] in(int fold) {
    return rows(fold, true);
  }

  /** Returns the positions of the records outside a fold, rising. */
  public int[] outside(int fold) {
    return rows(fold, false);
  }

  private int[] rows(int fold, boolean inside) {
    int[] rows = new int[foldOf.length];
    int size = 0;
    for (int row = 0; row < foldOf.length; row++) {
      if ((foldOf[row] == fold) == inside) {
        rows[size++] = row;
      }
    }
    return Arrays.copyOf(rows, size);
  }
}
