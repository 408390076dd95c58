package io.probity.training.logistic;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random portfolios for the tests of properties. */
final class Samples {

  static final List<String> NAMES = List.of("amount", "utilisation", "late", "grade");

  final double[][] columns;
  final int[] target;
  final double[] weights;

  private Samples(double[][] columns, int[] target, double[] weights) {
    this.columns = columns;
    this.target = target;
    this.weights = weights;
  }

  /** An amount of a wide scale, a share, a rare dummy and a grade; one bad in five. */
  static Samples random(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[NAMES.size()][rows];
    int[] target = new int[rows];
    for (int row = 0; row < rows; row++) {
      columns[0][row] = Math.rint(1000 * Math.exp(2 * random.nextDouble()));
      columns[1][row] = random.nextDouble();
      columns[2][row] = random.nextInt(10) == 0 ? 1 : 0;
      columns[3][row] = random.nextInt(5) + 0.5 * columns[1][row];
      double logOdds = -3 + 1e-4 * columns[0][row] + columns[1][row] + 0.8 * columns[2][row];
      target[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    }
    return new Samples(columns, target, ones(rows));
  }

  static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1.0);
    return ones;
  }

  Samples withWeights(double[] other) {
    return new Samples(columns, target, other);
  }

  Samples withColumn(int position, double[] other) {
    double[][] changed = columns.clone();
    changed[position] = other;
    return new Samples(changed, target, weights);
  }

  /** Returns the given rows, in their order; a row may stand more than once. */
  Samples rows(int[] rows) {
    return new Samples(
        Arrays.stream(columns)
            .map(column -> Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
            .toArray(double[][]::new),
        Arrays.stream(rows).map(row -> target[row]).toArray(),
        Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray());
  }

  Samples shuffled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, target.length).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return rows(order);
  }

  DesignMatrix design() {
    return DesignMatrix.of(NAMES, columns);
  }

  LogisticSample sample() {
    return LogisticSample.of(design(), target, weights);
  }

  LogisticSample sample(double[] offset) {
    return LogisticSample.of(design(), target, weights, offset);
  }
}
