package io.probity.training.grades;

import io.probity.metrics.RankedOutcomes;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Goods and bads by PD, joined to cells of about equal weight; records of equal PD share a cell. */
final class PdCells {

  private static final int MOST_DIGITS = 20;

  private final double[] goods; // summed up to and without a cell
  private final double[] bads;
  private final double[] lowest;
  private final double[] highest;
  private final int size;

  private PdCells(RankedOutcomes outcomes, int most) {
    this.goods = new double[most + 1];
    this.bads = new double[most + 1];
    this.lowest = new double[most];
    this.highest = new double[most];
    double total = outcomes.totalWeight();
    double before = 0.0;
    int cell = -1;
    int cellOfShare = -1;
    for (int group = 0; group < outcomes.groups(); group++) {
      int share = Math.min(most - 1, (int) (before / total * most));
      if (share > cellOfShare) {
        cellOfShare = share;
        cell++;
        lowest[cell] = outcomes.score(group);
        goods[cell + 1] = goods[cell];
        bads[cell + 1] = bads[cell];
      }
      highest[cell] = outcomes.score(group);
      goods[cell + 1] += outcomes.goods(group);
      bads[cell + 1] += outcomes.bads(group);
      before += outcomes.weight(group);
    }
    this.size = cell + 1;
  }

  static PdCells of(RankedOutcomes outcomes, int most) {
    return new PdCells(outcomes, most);
  }

  int size() {
    return size;
  }

  double goods(int from, int to) {
    return goods[to] - goods[from];
  }

  double bads(int from, int to) {
    return bads[to] - bads[from];
  }

  double weight(int from, int to) {
    return goods(from, to) + bads(from, to);
  }

  double total() {
    return weight(0, size);
  }

  /** Returns the number with the fewest decimals that parts a cell from the one before. */
  double boundBefore(int cell) {
    BigDecimal below = new BigDecimal(highest[cell - 1]);
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
      BigDecimal floor = below.setScale(digits, RoundingMode.FLOOR);
      for (int steps = 1; steps <= 2; steps++) { // the first may round to the PD below itself
        double bound = floor.add(step.multiply(BigDecimal.valueOf(steps))).doubleValue();
        if (bound > highest[cell - 1] && bound <= lowest[cell]) {
          return bound;
        }
      }
    }
    return lowest[cell];
  }
}
