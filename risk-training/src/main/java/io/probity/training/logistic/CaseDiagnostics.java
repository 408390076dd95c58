package io.probity.training.logistic;

/**
 * How each row stands to a fit: its leverage and its residuals. Arrays hold one entry a row.
 *
 * <p>Leverage is w p (1 − p) x' V x, in [0, 1], and sums to the number of coefficients. The Pearson
 * residual is √w (y − p) / √(p (1 − p)), the deviance residual √(−2 w ln(probability of the class that
 * came)) with the sign of y − p. A row of weight 0 has zeros. Source: Pregibon, Logistic regression
 * diagnostics, The Annals of Statistics 9 (1981).
 */
public final class CaseDiagnostics {

  private final double[] leverage;
  private final double[] pearson;
  private final double[] deviance;

  private CaseDiagnostics(int rows) {
    this.leverage = new double[rows];
    this.pearson = new double[rows];
    this.deviance = new double[rows];
  }

  /**
   * Returns the diagnostics of a sample.
   *
   * @param fit a fit without a ridge penalty
   * @param sample the sample it was fitted on, or one with more columns
   * @throws IllegalArgumentException if the fit has a ridge penalty or a column is missing
   */
  public static CaseDiagnostics of(LogisticFit fit, LogisticSample sample) {
    FittedRows rows = FittedRows.of(fit, sample);
    LogisticSample own = rows.sample();
    CaseDiagnostics result = new CaseDiagnostics(own.rows());
    RowBlock block = new RowBlock(own.columnsUnsafe(), own.rows());
    RowScores scores = new RowScores(own);
    double[] leverages = new double[RowBlock.ROWS];
    for (int row = 0; row < own.rows(); row += RowBlock.ROWS) {
      block.load(row);
      scores.compute(block, rows.gamma());
      scores.leverages(block, rows.factor(), leverages);
      for (int r = 0; r < block.count(); r++) {
        result.leverage[row + r] = leverages[r];
        result.residuals(row + r, scores.linear[r], own.target(row + r), own.weight(row + r));
      }
    }
    return result;
  }

  /** Returns the leverage of each row. */
  public double[] leverages() {
    return leverage.clone();
  }

  /** Returns the Pearson residual of each row. */
  public double[] pearsonResiduals() {
    return pearson.clone();
  }

  /** Returns the deviance residual of each row. */
  public double[] devianceResiduals() {
    return deviance.clone();
  }

  private void residuals(int row, double logOdds, int target, double weight) {
    double sign = target == 1 ? 1.0 : -1.0;
    double against = -sign * logOdds; // the log-odds of the class that did not come
    double size = StrictMath.exp(against / 2);
    double loss = Math.max(against, 0.0) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
    pearson[row] = sign * Math.sqrt(weight) * size;
    deviance[row] = sign * Math.sqrt(2 * weight * loss);
  }
}
