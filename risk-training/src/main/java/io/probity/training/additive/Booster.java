package io.probity.training.additive;

import java.util.Arrays;
import java.util.List;

/**
 * Boosts terms in turn on some records. One pass over the records adds the last step to their log-odds
 * and sums up the gradients for the next term, in whole numbers, so that no sum depends on an order.
 */
final class Booster {

  /** One term: the cell of each record and how its steps are fitted. */
  static final class Term {

    private final byte[] cells;
    private final StepShape shape;

    Term(byte[] cells, StepShape shape) {
      this.cells = cells;
      this.shape = shape;
    }
  }

  private final CodedRecords records;
  private final List<Term> terms;
  private final double[] logOdds;
  private final double[][] effects;

  /**
   * Makes a booster.
   *
   * @param logOdds where each record starts; taken over
   */
  Booster(CodedRecords records, List<Term> terms, double[] logOdds) {
    this.records = records;
    this.terms = terms;
    this.logOdds = logOdds;
    this.effects = new double[terms.size()][];
    for (int i = 0; i < effects.length; i++) {
      effects[i] = new double[terms.get(i).shape.cells()];
    }
  }

  /** Returns the sum of the steps of each term, by cell; changed by later rounds. */
  double[][] effectsUnsafe() {
    return effects;
  }

  /** Takes one step for each term, and again, so many times. */
  void advance(int rounds) {
    if (terms.isEmpty()) {
      return;
    }
    long[] sums = new long[2 * 256];
    double[] step = new double[256];
    byte[] before = terms.get(0).cells;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < effects.length; i++) {
        Term term = terms.get(i);
        Arrays.fill(sums, 0L);
        pass(before, step, term.cells, sums);
        term.shape.fit(sums, step);
        double[] effect = effects[i];
        for (int cell = 0; cell < effect.length; cell++) {
          effect[cell] += step[cell];
        }
        before = term.cells;
      }
    }
    for (int row = 0; row < logOdds.length; row++) {
      logOdds[row] += step[before[row] & 0xff];
    }
  }

  private void pass(byte[] before, double[] step, byte[] cells, long[] sums) {
    int[] target = records.target;
    double[] weights = records.weights;
    for (int row = 0; row < logOdds.length; row++) {
      double now = logOdds[row] + step[before[row] & 0xff];
      logOdds[row] = now;
      double p = ProbabilityTable.of(now);
      double weight = weights[row] * StepShape.UNIT;
      int at = 2 * (cells[row] & 0xff);
      sums[at] += (long) (weight * (p - target[row]));
      sums[at + 1] += (long) (weight * (p * (1.0 - p)));
    }
  }
}
