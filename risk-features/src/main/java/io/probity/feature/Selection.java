package io.probity.feature;

/**
 * Finds the k-th smallest of an array by quickselect, without making objects. The partition has no
 * branch that depends on the values, since on data that was not seen before every other one would be
 * mispredicted.
 */
final class Selection {

  private static final int SHORT = 8;

  private Selection() {}

  /**
   * Returns the k-th smallest of the first n values, which are finite, k from 0. Afterwards the values
   * before position k are not larger than it, and those after it not smaller.
   */
  static double smallest(double[] values, int n, int k) {
    int low = 0;
    int high = n;
    while (high - low > SHORT) {
      int middle = (low + high) >>> 1;
      double pivot = median(values[low], values[middle], values[high - 1]);
      int smaller = partition(values, low, high, pivot);
      if (k < smaller) {
        high = smaller;
      } else {
        int larger = partitionEqual(values, smaller, high, pivot);
        if (k < larger) {
          return pivot;
        }
        low = larger;
      }
    }
    sort(values, low, high);
    return values[k];
  }

  /** Moves the values below the pivot to the front; returns the position after them. */
  private static int partition(double[] values, int low, int high, double pivot) {
    int next = low;
    for (int i = low; i < high; i++) {
      double value = values[i];
      values[i] = values[next];
      values[next] = value;
      next += isNegative(value - pivot);
    }
    return next;
  }

  /** Moves the values equal to the pivot, which is the smallest, to the front. */
  private static int partitionEqual(double[] values, int low, int high, double pivot) {
    int next = low;
    for (int i = low; i < high; i++) {
      double value = values[i];
      values[i] = values[next];
      values[next] = value;
      next += 1 - isNegative(pivot - value);
    }
    return next;
  }

  private static int isNegative(double difference) {
    return (int) (Double.doubleToRawLongBits(difference) >>> 63);
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private static void sort(double[] values, int low, int high) {
    for (int i = low + 1; i < high; i++) {
      double value = values[i];
      int at = i;
      for (; at > low && values[at - 1] > value; at--) {
        values[at] = values[at - 1];
      }
      values[at] = value;
    }
  }
}
