package io.probity.training.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of a sample, each turned round if it is good and brought to length 1 on the standardised
 * columns: a direction b ranks a row rightly if the row's product with b is positive. Only rows of
 * positive weight are seen.
 */
final class SignedRows {

  private final LogisticSample sample;
  private final int width;
  private final RowBlock block;
  private final double[] factors = new double[RowBlock.ROWS];

  SignedRows(LogisticSample sample) {
    this.sample = sample;
    this.width = sample.columnsUnsafe().count() + 1;
    this.block = new RowBlock(sample.columnsUnsafe(), sample.rows());
  }

  LogisticSample sample() {
    return sample;
  }

  int count() {
    return sample.positiveRows();
  }

  int width() {
    return width;
  }

  /** Returns Σ a a'. */
  double[][] gram() {
    CrossProduct total = new CrossProduct(width);
    CrossProduct part = new CrossProduct(width);
    for (int chunk = 0; chunk < sample.rows(); chunk += Likelihood.CHUNK) {
      part.clear();
      int end = Math.min(sample.rows(), chunk + Likelihood.CHUNK);
      for (int row = chunk; row < end; row += RowBlock.ROWS) {
        load(row);
        block.scaleRows(factors);
        part.add(block);
      }
      total.addAll(part);
    }
    return total.matrix();
  }

  /** Returns Σ a. */
  double[] sum() {
    double[] total = new double[width];
    for (int chunk = 0; chunk < sample.rows(); chunk += Likelihood.CHUNK) {
      double[] part = new double[width];
      int end = Math.min(sample.rows(), chunk + Likelihood.CHUNK);
      for (int row = chunk; row < end; row += RowBlock.ROWS) {
        load(row);
        block.addColumnSums(factors, part);
      }
      for (int c = 0; c < width; c++) {
        total[c] += part[c];
      }
    }
    return total;
  }

  /**
   * Returns from each chunk the row of the largest product with a direction, the first of equals, if
   * the product exceeds a threshold; none if no row's does.
   */
  List<double[]> largest(double[] direction, double threshold) {
    List<double[]> found = new ArrayList<>();
    double[] products = new double[RowBlock.ROWS];
    for (int chunk = 0; chunk < sample.rows(); chunk += Likelihood.CHUNK) {
      int best = -1;
      double product = threshold;
      int end = Math.min(sample.rows(), chunk + Likelihood.CHUNK);
      for (int row = chunk; row < end; row += RowBlock.ROWS) {
        products(row, direction, products);
        for (int r = 0; r < block.count(); r++) {
          if (products[r] > product && sample.weight(row + r) > 0) {
            product = products[r];
            best = row + r;
          }
        }
      }
      if (best >= 0) {
        found.add(row(best));
      }
    }
    return found;
  }

  private double[] row(int row) {
    load(row / RowBlock.ROWS * RowBlock.ROWS);
    double[] values = new double[width];
    int r = row - block.start();
    for (int c = 0; c < width; c++) {
      values[c] = factors[r] * block.z[c * RowBlock.ROWS + r];
    }
    return values;
  }

  /** Returns the rows whose product with a direction exceeds a threshold. */
  BitSet above(double[] direction, double threshold) {
    BitSet found = new BitSet();
    double[] products = new double[RowBlock.ROWS];
    for (int row = 0; row < sample.rows(); row += RowBlock.ROWS) {
      products(row, direction, products);
      for (int r = 0; r < block.count(); r++) {
        if (products[r] > threshold && sample.weight(row + r) > 0) {
          found.set(row + r);
        }
      }
    }
    return found;
  }

  private void products(int row, double[] direction, double[] into) {
    load(row);
    Arrays.fill(into, 0.0);
    block.addProduct(direction, into);
    for (int r = 0; r < block.count(); r++) {
      into[r] *= factors[r];
    }
  }

  /** Loads a block and the factor of each row: sign / length, 0 for a row of weight 0. */
  private void load(int row) {
    block.load(row);
    Arrays.fill(factors, 0.0);
    for (int c = 0; c < width; c++) {
      int column = c * RowBlock.ROWS;
      for (int r = 0; r < block.count(); r++) {
        double value = block.z[column + r];
        factors[r] += value * value;
      }
    }
    for (int r = 0; r < block.count(); r++) {
      boolean counts = sample.weight(row + r) > 0;
      double sign = sample.target(row + r) == 1 ? 1.0 : -1.0;
      factors[r] = counts ? sign / Math.sqrt(factors[r]) : 0.0;
    }
  }
}
