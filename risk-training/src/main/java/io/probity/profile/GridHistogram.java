package io.probity.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts numbers in cells of a fixed grid. A cell is named by the leading bits of the order-preserving
 * form of the double: its sign, its exponent and twelve bits of its mantissa. A cell is therefore at
 * most 2^-12 of its values wide (0.025%), and whole numbers up to 8,191 have a cell each; numbers below
 * the smallest normal double are further apart.
 *
 * <p>The grid does not depend on the data and counts are whole, so that histograms of parts add up to
 * the same histogram however the records were spread. Not safe for use by several threads.
 */
final class GridHistogram {

  private static final int DROPPED_BITS = 52 - 12;

  private final Map<Integer, Cell> cells = new HashMap<>();

  /** Counts a finite number. */
  void add(double value, byte outcome) {
    Cell cell = cells.computeIfAbsent(cellOf(value), added -> new Cell());
    cell.least = Math.min(cell.least, value + 0.0);
    cell.counts.add(outcome);
  }

  /** Adds the counts of another histogram. */
  void addAll(GridHistogram other) {
    other.cells.forEach((number, part) -> {
      Cell cell = cells.computeIfAbsent(number, added -> new Cell());
      cell.least = Math.min(cell.least, part.least);
      cell.counts.addAll(part.counts);
    });
  }

  /**
   * Returns the counts of cells by rising value, each named by the least number that was counted in
   * it.
   *
   * @param except numbers to leave out, with their records
   */
  SortedMap<Double, OutcomeCounts> sorted(Map<Double, OutcomeCounts> except) {
    Map<Integer, OutcomeCounts> leftOut = new HashMap<>();
    except.forEach((value, counts) ->
        leftOut.computeIfAbsent(cellOf(value), added -> new OutcomeCounts()).addAll(counts));
    SortedMap<Double, OutcomeCounts> sorted = new TreeMap<>();
    cells.forEach((number, cell) -> {
      OutcomeCounts without = leftOut.get(number);
      OutcomeCounts rest = without == null ? cell.counts : cell.counts.less(without);
      if (rest.total() > 0) {
        sorted.put(cell.least, rest);
      }
    });
    return sorted;
  }

  private static int cellOf(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    long ordered = bits ^ ((bits >> 63) & Long.MAX_VALUE);
    return (int) (ordered >> DROPPED_BITS);
  }

  /** The records of one cell and the least number among them. */
  private static final class Cell {
    private final OutcomeCounts counts = new OutcomeCounts();
    private double least = Double.POSITIVE_INFINITY;
  }
}
