package io.probity.training.logistic;

import java.util.Arrays;

/**
 * The log-likelihood of a sample with its gradient and information, in one pass over the rows.
 *
 * <p>Rows are summed in blocks, blocks in chunks of fixed size and the chunks in their order, so that
 * chunks could be summed anywhere without changing a bit.
 */
final class Likelihood implements Objective {

  /** The rows of a chunk, a multiple of the rows of a block. */
  static final int CHUNK = 64 * RowBlock.ROWS;

  private final LogisticSample sample;
  private final int width;

  Likelihood(LogisticSample sample) {
    this.sample = sample;
    this.width = sample.columnsUnsafe().count() + 1;
  }

  @Override
  public Evaluation at(double[] gamma) {
    Sums total = new Sums(width);
    Sums part = new Sums(width);
    RowBlock block = new RowBlock(sample.columnsUnsafe(), sample.rows());
    RowScores scores = new RowScores(sample);
    for (int chunk = 0; chunk < sample.rows(); chunk += CHUNK) {
      part.clear();
      int end = Math.min(sample.rows(), chunk + CHUNK);
      for (int row = chunk; row < end; row += RowBlock.ROWS) {
        block.load(row);
        part.add(block, scores, gamma);
      }
      total.addAll(part);
    }
    double[][] information = total.information.matrix();
    return new Evaluation(
        gamma, total.logLikelihood, total.logLikelihood, total.gradient, information, information);
  }

  /** The sums of some rows. */
  private static final class Sums {

    private double logLikelihood;
    private final double[] gradient;
    private final CrossProduct information;

    Sums(int width) {
      gradient = new double[width];
      information = new CrossProduct(width);
    }

    void clear() {
      logLikelihood = 0;
      Arrays.fill(gradient, 0.0);
      information.clear();
    }

    void add(RowBlock block, RowScores scores, double[] gamma) {
      logLikelihood += scores.compute(block, gamma);
      block.addColumnSums(scores.residual, gradient);
      for (int r = 0; r < block.count(); r++) {
        scores.information[r] = Math.sqrt(scores.information[r]);
      }
      block.scaleRows(scores.information);
      information.add(block);
    }

    void addAll(Sums part) {
      logLikelihood += part.logLikelihood;
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += part.gradient[i];
      }
      information.addAll(part.information);
    }
  }
}
