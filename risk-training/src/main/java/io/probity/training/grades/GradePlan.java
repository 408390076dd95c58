package io.probity.training.grades;

import io.probity.model.MasterScale;

/** Where grades come from: fixed PD bounds, or bounds built on the data. */
public sealed interface GradePlan {

  /** The grades of the default master scale. */
  GradePlan DEFAULT = new Fixed(MasterScale.DEFAULT);

  /**
   * The PD bounds of a scale, whatever the data.
   *
   * @param scale the scale
   */
  record Fixed(MasterScale scale) implements GradePlan {}

  /**
   * Bounds built on the data, so that the bad rate rises from each grade to the next.
   *
   * @param minGrades the least number of grades, at least 1
   * @param maxGrades the largest number of grades, at most {@value #MOST_GRADES}
   * @param minShare the least share of the records in a grade, in [0, 1]
   * @param largestWidth the largest width of the Jeffreys interval of a grade's bad rate, in (0, 1]; 1
   *     for no bound
   * @param separated whether the Jeffreys intervals of neighbouring grades must not touch
   * @param level the level of the intervals, in (0, 1)
   * @param cells the number of PD quantile cells that grades are joined from, 2 to {@value #MOST_CELLS}
   */
  record Built(
      int minGrades,
      int maxGrades,
      double minShare,
      double largestWidth,
      boolean separated,
      double level,
      int cells)
      implements GradePlan {

    /** The largest number of grades that may be asked for. */
    public static final int MOST_GRADES = 26;

    /** The largest number of cells that may be asked for. */
    public static final int MOST_CELLS = 200;

    /** Three to ten grades of at least 3% each, neighbours apart at 80%, from 50 cells. */
    public static final Built DEFAULT = new Built(3, 10, 0.03, 1.0, true, 0.8, 50);

    /** Checks the numbers. */
    public Built {
      if (!(minGrades >= 1 && minGrades <= maxGrades && maxGrades <= MOST_GRADES)) {
        throw new IllegalArgumentException("grades need 1 <= minimum <= maximum <= " + MOST_GRADES
            + ", not " + minGrades + " and " + maxGrades);
      }
      if (!(minShare >= 0 && minShare <= 1)) {
        throw new IllegalArgumentException(
            "the least share of a grade must be in [0, 1], not " + minShare);
      }
      if (!(largestWidth > 0 && largestWidth <= 1) || !(level > 0 && level < 1)) {
        throw new IllegalArgumentException(
            "the width of an interval must be in (0, 1] and its level in (0, 1), not "
                + largestWidth + " and " + level);
      }
      if (!(cells >= 2 && cells <= MOST_CELLS)) {
        throw new IllegalArgumentException(
            "the number of cells must be in [2, " + MOST_CELLS + "], not " + cells);
      }
    }

    /** Returns this plan with another range of the number of grades. */
    public Built withGrades(int least, int most) {
      return new Built(least, most, minShare, largestWidth, separated, level, cells);
    }

    /** Returns this plan with another least share of a grade. */
    public Built withMinShare(double share) {
      return new Built(minGrades, maxGrades, share, largestWidth, separated, level, cells);
    }

    /** Returns this plan with other rules for the Jeffreys intervals. */
    public Built withIntervals(double width, boolean apart, double atLevel) {
      return new Built(minGrades, maxGrades, minShare, width, apart, atLevel, cells);
    }

    /** Returns this plan with another number of cells. */
    public Built withCells(int number) {
      return new Built(minGrades, maxGrades, minShare, largestWidth, separated, level, number);
    }
  }
}
