package io.probity.training.additive;

/**
 * A step over a pair's table: one cut across one axis and, on each side of it, at most one across the
 * other, so that four leaves at most, never against a direction of risk between value positions.
 */
final class PairStep implements StepShape {

  private final LeafRules rules;
  private final int rows;
  private final int columns;
  private final PairAxis rowAxis;
  private final PairAxis columnAxis;
  private final double[] weightBefore;
  private final long[] gradientBefore;
  private final long[] curvatureBefore;
  private double bestGain;
  private boolean bestAcross;
  private int bestCut;
  private int bestLow;
  private int bestHigh;

  PairStep(LeafRules rules, PairGrid grid, double[] weights) {
    this.rules = rules;
    this.rowAxis = grid.rows();
    this.columnAxis = grid.columns();
    this.rows = rowAxis.positions();
    this.columns = columnAxis.positions();
    int size = (rows + 1) * (columns + 1);
    this.weightBefore = new double[size];
    this.gradientBefore = new long[size];
    this.curvatureBefore = new long[size];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = at(row + 1, column + 1);
        weightBefore[at] = weights[row * columns + column]
            + weightBefore[at - 1]
            + weightBefore[at - columns - 1]
            - weightBefore[at - columns - 2];
      }
    }
  }

  @Override
  public int cells() {
    return rows * columns;
  }

  @Override
  public void fit(long[] sums, double[] step) {
    search(sums);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        step[row * columns + column] = bestGain > 0 ? valueAt(row, column) : 0.0;
      }
    }
  }

  /** Returns what the best step lowers the loss by, up to a common factor; 0 if none is allowed. */
  double gain(long[] sums) {
    search(sums);
    return bestGain;
  }

  private void search(long[] sums) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = at(row + 1, column + 1);
        int cell = 2 * (row * columns + column);
        gradientBefore[at] = sums[cell]
            + gradientBefore[at - 1]
            + gradientBefore[at - columns - 1]
            - gradientBefore[at - columns - 2];
        curvatureBefore[at] = sums[cell + 1]
            + curvatureBefore[at - 1]
            + curvatureBefore[at - columns - 1]
            - curvatureBefore[at - columns - 2];
      }
    }
    bestGain = 0.0;
    tryCuts(true);
    tryCuts(false);
  }

  /** Tries every first cut between rows, or between columns, with the best cuts on both sides. */
  private void tryCuts(boolean across) {
    int length = across ? rows : columns;
    int other = across ? columns : rows;
    for (int cut = 1; cut < length; cut++) {
      if (weight(across, 0, cut, 0, other) < rules.leastWeight()
          || weight(across, cut, length, 0, other) < rules.leastWeight()) {
        continue;
      }
      int low = bestSide(across, 0, cut, other);
      int high = bestSide(across, cut, length, other);
      double gain = sideGain(across, 0, cut, low, other)
          + sideGain(across, cut, length, high, other)
          - gain(across, 0, length, 0, other);
      if (gain > bestGain && rises(across, cut, low, high)) {
        bestGain = gain;
        bestAcross = across;
        bestCut = cut;
        bestLow = low;
        bestHigh = high;
      }
    }
  }

  /** Returns the best cut of one side along the other axis, or 0 for none. */
  private int bestSide(boolean across, int start, int end, int other) {
    PairAxis axis = across ? columnAxis : rowAxis;
    int best = 0;
    double most = gain(across, start, end, 0, other);
    for (int cut = 1; cut < other; cut++) {
      if (weight(across, start, end, 0, cut) < rules.leastWeight()
          || weight(across, start, end, cut, other) < rules.leastWeight()) {
        continue;
      }
      double gain = gain(across, start, end, 0, cut) + gain(across, start, end, cut, other);
      if (gain > most
          && (axis.sign() == 0
              || cut <= axis.outside()
              || axis.sign()
                      * (value(across, start, end, cut, other) - value(across, start, end, 0, cut))
                  >= 0)) {
        most = gain;
        best = cut;
      }
    }
    return best;
  }

  private double sideGain(boolean across, int start, int end, int cut, int other) {
    return cut == 0
        ? gain(across, start, end, 0, other)
        : gain(across, start, end, 0, cut) + gain(across, start, end, cut, other);
  }

  /** Returns whether the step keeps the direction along the axis of its first cut. */
  private boolean rises(boolean across, int cut, int low, int high) {
    PairAxis axis = across ? rowAxis : columnAxis;
    if (axis.sign() == 0 || cut <= axis.outside()) {
      return true;
    }
    int length = across ? rows : columns;
    int other = across ? columns : rows;
    for (int place : new int[] {0, low, high}) {
      double before = sideValue(across, 0, cut, low, other, place);
      double after = sideValue(across, cut, length, high, other, place);
      if (!(axis.sign() * (after - before) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private double sideValue(boolean across, int start, int end, int cut, int other, int place) {
    if (cut == 0) {
      return value(across, start, end, 0, other);
    }
    return place < cut ? value(across, start, end, 0, cut) : value(across, start, end, cut, other);
  }

  private double valueAt(int row, int column) {
    int place = bestAcross ? row : column;
    int along = bestAcross ? column : row;
    int length = bestAcross ? rows : columns;
    int other = bestAcross ? columns : rows;
    return place < bestCut
        ? sideValue(bestAcross, 0, bestCut, bestLow, other, along)
        : sideValue(bestAcross, bestCut, length, bestHigh, other, along);
  }

  private double gain(boolean across, int start, int end, int from, int to) {
    return rules.gain(
        sum(gradientBefore, across, start, end, from, to),
        sum(curvatureBefore, across, start, end, from, to));
  }

  private double value(boolean across, int start, int end, int from, int to) {
    return rules.value(
        sum(gradientBefore, across, start, end, from, to),
        sum(curvatureBefore, across, start, end, from, to));
  }

  private double weight(boolean across, int start, int end, int from, int to) {
    int top = across ? start : from;
    int bottom = across ? end : to;
    int left = across ? from : start;
    int right = across ? to : end;
    return weightBefore[at(bottom, right)]
        - weightBefore[at(top, right)]
        - weightBefore[at(bottom, left)]
        + weightBefore[at(top, left)];
  }

  private long sum(long[] before, boolean across, int start, int end, int from, int to) {
    int top = across ? start : from;
    int bottom = across ? end : to;
    int left = across ? from : start;
    int right = across ? to : end;
    return before[at(bottom, right)]
        - before[at(top, right)]
        - before[at(bottom, left)]
        + before[at(top, left)];
  }

  private int at(int row, int column) {
    return row * (columns + 1) + column;
  }
}
