package io.probity.training.calibration;

import java.util.Arrays;
import java.util.Optional;

/**
 * Newton's method for a logistic regression of pooled outcomes on few columns, without the statistics
 * of a full fit. It gives nothing where it does not settle, as with separated outcomes, whose steps
 * never shrink, or with columns that cannot be told apart.
 */
final class PooledNewton {

  private static final int MOST_STEPS = 30;
  private static final double SETTLED = 1e-10;
  private static final double SINGULAR = 1e-11;

  private final double[] goods;
  private final double[] bads;
  private final double[][] columns;
  private final double[] estimates;
  private final double[] gradient;
  private final double[][] curvature;
  private final double[] at; // the columns at one point, after a 1 for the intercept

  private PooledNewton(double[] goods, double[] bads, double[][] columns) {
    this.goods = goods;
    this.bads = bads;
    this.columns = columns;
    int size = columns.length + 1;
    this.estimates = new double[size];
    this.gradient = new double[size];
    this.curvature = new double[size][size];
    this.at = new double[size];
    this.at[0] = 1.0;
  }

  /** Returns the intercept and slopes of the largest likelihood, if the search settles. */
  static Optional<double[]> fit(double[] goods, double[] bads, double[][] columns) {
    PooledNewton newton = new PooledNewton(goods, bads, columns);
    for (int step = 0; step < MOST_STEPS; step++) {
      newton.accumulate();
      if (!newton.solve()) {
        return Optional.empty();
      }
      boolean settled = true;
      for (int i = 0; i < newton.estimates.length; i++) {
        newton.estimates[i] += newton.gradient[i];
        settled &= Math.abs(newton.gradient[i]) <= SETTLED * (1 + Math.abs(newton.estimates[i]));
      }
      if (settled) {
        return Optional.of(newton.estimates);
      }
    }
    return Optional.empty();
  }

  /** Returns the log-odds of bad at a point for an intercept and slopes. */
  static double logOdds(double[] estimates, double[][] columns, int point) {
    double logOdds = estimates[0];
    for (int j = 0; j < columns.length; j++) {
      logOdds += estimates[j + 1] * columns[j][point];
    }
    return logOdds;
  }

  private void accumulate() {
    for (int i = 0; i < at.length; i++) {
      gradient[i] = 0.0;
      Arrays.fill(curvature[i], 0.0);
    }
    for (int point = 0; point < goods.length; point++) {
      double p = 1.0 / (1.0 + StrictMath.exp(-logOdds(estimates, columns, point)));
      double weight = goods[point] + bads[point];
      double slope = bads[point] - weight * p;
      double bend = weight * p * (1.0 - p);
      for (int j = 0; j < columns.length; j++) {
        at[j + 1] = columns[j][point];
      }
      for (int i = 0; i < at.length; i++) {
        gradient[i] += slope * at[i];
        for (int j = 0; j <= i; j++) {
          curvature[i][j] += bend * at[i] * at[j];
        }
      }
    }
  }

  /** Turns the gradient into the step, by the root of Cholesky; false where there is none. */
  private boolean solve() {
    int size = at.length;
    for (int i = 0; i < size; i++) {
      double diagonal = curvature[i][i];
      for (int j = 0; j <= i; j++) {
        double sum = curvature[i][j];
        for (int k = 0; k < j; k++) {
          sum -= curvature[i][k] * curvature[j][k];
        }
        if (i == j && !(sum > SINGULAR * diagonal && sum <= Double.MAX_VALUE)) {
          return false;
        }
        curvature[i][j] = i == j ? Math.sqrt(sum) : sum / curvature[j][j];
      }
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        gradient[i] -= curvature[i][k] * gradient[k];
      }
      gradient[i] /= curvature[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        gradient[i] -= curvature[k][i] * gradient[k];
      }
      gradient[i] /= curvature[i][i];
    }
    return true;
  }
}
