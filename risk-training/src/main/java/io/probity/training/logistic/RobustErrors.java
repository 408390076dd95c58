package io.probity.training.logistic;

import java.util.ArrayList;
import java.util.List;

/**
 * Standard errors that hold without trusting the model's variance: the sandwich V (Σ r² x x') V with
 * the residual r = w (y − p) of each row and V the inverse of the information (HC0, no small-sample
 * factor). With weights that are not frequencies, such as sampling weights, these are the ones to use.
 *
 * <p>Source: White, Maximum likelihood estimation of misspecified models, Econometrica 50 (1982).
 */
public final class RobustErrors {

  private RobustErrors() {}

  /**
   * Returns the coefficients of a fit with HC0 standard errors in place of their own.
   *
   * @param fit a fit without a ridge penalty
   * @param sample the sample it was fitted on, or one with more columns
   * @throws IllegalArgumentException if the fit has a ridge penalty or a column is missing
   */
  public static List<Coefficient> hc0(LogisticFit fit, LogisticSample sample) {
    FittedRows rows = FittedRows.of(fit, sample);
    LogisticSample own = rows.sample();
    CrossProduct meat = new CrossProduct(rows.gamma().length);
    RowBlock block = new RowBlock(own.columnsUnsafe(), own.rows());
    RowScores scores = new RowScores(own);
    for (int row = 0; row < own.rows(); row += RowBlock.ROWS) {
      block.load(row);
      scores.compute(block, rows.gamma());
      block.scaleRows(scores.residual);
      meat.add(block);
    }
    double[][] bread = rows.inverse();
    double[][] sandwich = product(product(bread, meat.matrix()), bread);
    double[][] covariance = own.columnsUnsafe().covarianceToRaw(sandwich);
    List<Coefficient> robust = new ArrayList<>();
    for (int i = 0; i < covariance.length; i++) {
      Coefficient plain = fit.coefficients().get(i);
      robust.add(new Coefficient(plain.name(), plain.estimate(), Math.sqrt(covariance[i][i])));
    }
    return List.copyOf(robust);
  }

  private static double[][] product(double[][] left, double[][] right) {
    int n = left.length;
    double[][] result = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          result[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return result;
  }
}
