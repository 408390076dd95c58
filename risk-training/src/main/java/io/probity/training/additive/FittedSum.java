package io.probity.training.additive;

import java.util.Arrays;
import java.util.List;

/**
 * A sum of effects: a start, one effect for each fine bin of every feature, and one for each cell of
 * every pair.
 */
final class FittedSum {

  private final double start;
  private final double[][] mains;
  private final List<PairGrid> grids;
  private final double[][] tables;

  /**
   * Makes the sum; the arrays are taken over.
   *
   * @param start the log-odds of bad where all effects are 0
   * @param mains by feature, by bin
   * @param grids the pairs
   * @param tables by pair, by cell
   */
  FittedSum(double start, double[][] mains, List<PairGrid> grids, double[][] tables) {
    this.start = start;
    this.mains = mains;
    this.grids = grids;
    this.tables = tables;
  }

  double start() {
    return start;
  }

  double[][] mainsUnsafe() {
    return mains;
  }

  List<PairGrid> grids() {
    return grids;
  }

  double[][] tablesUnsafe() {
    return tables;
  }

  /** Returns the mean of the sums of several bags, which have the same bins and pairs. */
  static FittedSum mean(List<FittedSum> bags) {
    double start = bags.stream().mapToDouble(FittedSum::start).sum() / bags.size();
    return new FittedSum(
        start,
        meanOf(bags.stream().map(FittedSum::mainsUnsafe).toList()),
        bags.get(0).grids,
        meanOf(bags.stream().map(FittedSum::tablesUnsafe).toList()));
  }

  private static double[][] meanOf(List<double[][]> bags) {
    double[][] mean = copy(bags.get(0));
    for (int i = 0; i < mean.length; i++) {
      for (int cell = 0; cell < mean[i].length; cell++) {
        double sum = 0;
        for (double[][] bag : bags) {
          sum += bag[i][cell];
        }
        mean[i][cell] = sum / bags.size();
      }
    }
    return mean;
  }

  static double[][] copy(double[][] values) {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  /** Returns the log-odds of bad of each record. */
  double[] logOdds(CodedRecords records) {
    double[] logOdds = new double[records.rows()];
    Arrays.fill(logOdds, start);
    for (int i = 0; i < mains.length; i++) {
      add(logOdds, records.codes[i], mains[i]);
    }
    for (int i = 0; i < tables.length; i++) {
      PairGrid grid = grids.get(i);
      byte[] one = records.codes[grid.first()];
      byte[] two = records.codes[grid.second()];
      for (int row = 0; row < logOdds.length; row++) {
        int cell = grid.cell(one[row] & 0xff, two[row] & 0xff);
        logOdds[row] += cell < 0 ? 0.0 : tables[i][cell];
      }
    }
    return logOdds;
  }

  private static void add(double[] logOdds, byte[] codes, double[] effects) {
    for (int row = 0; row < logOdds.length; row++) {
      logOdds[row] += effects[codes[row] & 0xff];
    }
  }
}
