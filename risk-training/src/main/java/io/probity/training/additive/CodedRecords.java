package io.probity.training.additive;

import java.util.Arrays;

/**
 * Records as bin codes: what boosting reads.
 *
 * <p>Weights are scaled to a mean of 1, so that sums of gradients in fixed point cannot overflow.
 */
final class CodedRecords {

  final byte[][] codes; // by feature, by row
  final int[] target;
  final double[] weights;

  private CodedRecords(byte[][] codes, int[] target, double[] weights) {
    this.codes = codes;
    this.target = target;
    this.weights = weights;
  }

  static CodedRecords of(byte[][] codes, int[] target, double[] weights) {
    double mean = Arrays.stream(weights).sum() / weights.length;
    double[] scaled = Arrays.stream(weights).map(weight -> weight / mean).toArray();
    return new CodedRecords(codes, target, scaled);
  }

  int rows() {
    return target.length;
  }

  /** Returns the records at the given positions, in that order. */
  CodedRecords rowsAt(int[] positions) {
    byte[][] picked = new byte[codes.length][positions.length];
    for (int i = 0; i < codes.length; i++) {
      byte[] from = codes[i];
      byte[] to = picked[i];
      for (int p = 0; p < positions.length; p++) {
        to[p] = from[positions[p]];
      }
    }
    int[] targets = new int[positions.length];
    double[] some = new double[positions.length];
    for (int p = 0; p < positions.length; p++) {
      targets[p] = target[positions[p]];
      some[p] = weights[positions[p]];
    }
    return new CodedRecords(picked, targets, some);
  }

  /** Returns the weight of each bin of a column of codes. */
  double[] weightOf(byte[] column, int bins) {
    double[] weight = new double[bins];
    for (int row = 0; row < column.length; row++) {
      weight[column[row] & 0xff] += weights[row];
    }
    return weight;
  }

  /** Returns the log-odds of bad of all records together, half a record of each outcome added. */
  double startLogOdds() {
    double bads = 0.5;
    double goods = 0.5;
    for (int row = 0; row < target.length; row++) {
      bads += target[row] == 1 ? weights[row] : 0.0;
      goods += target[row] == 1 ? 0.0 : weights[row];
    }
    return StrictMath.log(bads / goods);
  }
}
