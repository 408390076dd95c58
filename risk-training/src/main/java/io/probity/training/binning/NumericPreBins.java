package io.probity.training.binning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The pre-bins of a numeric feature: the cuts between them and their counts. */
final class NumericPreBins {

  private final NumericColumn column;
  private final CutRules rules;
  private List<Cut> cuts = new ArrayList<>();

  private NumericPreBins(NumericColumn column, CutRules rules) {
    this.column = column;
    this.rules = rules;
  }

  /**
   * Returns the cuts between the pre-bins, rising.
   *
   * @param column at least one value
   */
  static List<Cut> of(NumericColumn column, CutRules rules) {
    NumericPreBins preBins = new NumericPreBins(column, rules);
    preBins.find();
    return List.copyOf(preBins.cuts);
  }

  /** Returns the counts of the pre-bins between the cuts. */
  static PreBinCounts count(NumericColumn column, List<Cut> cuts, double unit) {
    long[] goods = new long[cuts.size() + 1];
    long[] bads = new long[cuts.size() + 1];
    int[] fixed = new int[cuts.size()];
    int fixedCount = 0;
    int start = 0;
    for (int i = 0; i <= cuts.size(); i++) {
      int end = i < cuts.size() ? cuts.get(i).position() : column.values.length;
      goods[i] = column.goodsBefore[end] - column.goodsBefore[start];
      bads[i] = column.badsBefore[end] - column.badsBefore[start];
      start = end;
      if (i < cuts.size() && cuts.get(i).fixed()) {
        fixed[fixedCount++] = i + 1;
      }
    }
    return PreBinCounts.of(goods, bads)
        .withOutside(column.outside.allGoods(), column.outside.allBads())
        .withUnit(unit)
        .withFixedCuts(Arrays.copyOf(fixed, fixedCount));
  }

  private void find() {
    if (rules.candidates().isEmpty()) {
      addQuantiles();
    } else {
      rules.candidates().forEach(cut -> add(cut, false));
    }
    rules.fixed().forEach(cut -> add(cut, true));
    cuts.sort(Comparator.comparingDouble(Cut::value));
    dropDuplicates();
    mergeSmall();
  }

  private void addQuantiles() {
    int values = column.values.length;
    long[] before = new long[values + 1];
    for (int i = 0; i <= values; i++) {
      before[i] = column.goodsBefore[i] + column.badsBefore[i];
    }
    for (int position : QuantileCuts.of(before, rules.maxPreBins())) {
      double low = column.ends[position - 1];
      double high = column.values[position];
      add(
          rules.digits().isPresent()
              ? RoundNumber.rounded(high, rules.digits().getAsInt())
              : place(low, high),
          false);
    }
  }

  private double place(double low, double high) {
    return switch (rules.placement()) {
      case ROUNDEST -> RoundNumber.between(low, high);
      case DATA_VALUE -> high;
      case MIDPOINT -> {
        double middle = low / 2.0 + high / 2.0;
        yield middle > low && middle <= high ? middle : high;
      }
    };
  }

  /** Adds a cut unless it parts nothing or is excluded; a fixed one in any case. */
  private void add(double cut, boolean fixed) {
    int position = column.positionOf(cut);
    boolean parts = position > 0 && position < column.values.length;
    if (fixed || (parts && !rules.excludes(cut))) {
      cuts.add(new Cut(cut, position, fixed));
    }
  }

  /** Keeps of free cuts between the same values the lowest, and none where there is a fixed one. */
  private void dropDuplicates() {
    List<Cut> kept = new ArrayList<>();
    for (Cut cut : cuts) {
      boolean taken = cuts.stream()
          .anyMatch(other -> other.position() == cut.position() && other.precedes(cut));
      if (cut.fixed() || !taken) {
        kept.add(cut);
      }
    }
    cuts = kept;
  }

  /** Lets the smallest pre-bin, leftmost first, join its smaller neighbour until none is too small. */
  private void mergeSmall() {
    double least = rules.minPreBinShare() * weightBelow(column.values.length);
    while (true) {
      int smallest = smallestPreBin(least);
      if (smallest < 0) {
        return;
      }
      boolean left = isFree(smallest - 1);
      boolean right = isFree(smallest);
      boolean joinsLeft = left && (!right || weight(smallest - 1) <= weight(smallest + 1));
      cuts.remove(joinsLeft ? smallest - 1 : smallest);
    }
  }

  /** Returns the smallest pre-bin below a weight that has a free cut beside it, or -1. */
  private int smallestPreBin(double least) {
    int smallest = -1;
    for (int i = 0; i <= cuts.size(); i++) {
      if (weight(i) < least
          && (isFree(i - 1) || isFree(i))
          && (smallest < 0 || weight(i) < weight(smallest))) {
        smallest = i;
      }
    }
    return smallest;
  }

  private boolean isFree(int cut) {
    return cut >= 0 && cut < cuts.size() && !cuts.get(cut).fixed();
  }

  private long weight(int preBin) {
    int start = preBin == 0 ? 0 : cuts.get(preBin - 1).position();
    int end = preBin == cuts.size() ? column.values.length : cuts.get(preBin).position();
    return weightBelow(end) - weightBelow(start);
  }

  private long weightBelow(int position) {
    return column.goodsBefore[position] + column.badsBefore[position];
  }

  /**
   * A cut between pre-bins.
   *
   * @param value the lower end of the pre-bin above it
   * @param position the position of the first distinct value that is at least the cut
   * @param fixed whether it must survive
   */
  record Cut(double value, int position, boolean fixed) {

    /** Returns whether this one stands, of two that part the same values. */
    boolean precedes(Cut other) {
      return fixed != other.fixed ? fixed : value < other.value;
    }
  }
}
