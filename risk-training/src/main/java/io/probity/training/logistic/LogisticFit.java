package io.probity.training.logistic;

import java.util.ArrayList;
import java.util.List;

/**
 * A fitted logistic regression: log-odds of bad = intercept + Σ coefficient · column (+ offset). All
 * vectors hold the intercept first, then the columns in their order. Immutable.
 */
public final class LogisticFit {

  private static final double RANK_LOST = 1e-14;

  private final List<String> columns;
  private final List<String> aliased;
  private final Penalty penalty;
  private final List<Coefficient> coefficients;
  private final double[] estimates;
  private final double[] standardised;
  private final double[][] covariance;
  private final FitStatistics statistics;
  private final Separation separation;
  private final int iterations;
  private final boolean converged;

  private LogisticFit(
      List<String> columns,
      List<String> aliased,
      Penalty penalty,
      NewtonAscent.Result result,
      double[] estimates,
      double[][] covariance,
      FitStatistics statistics,
      Separation separation) {
    this.columns = columns;
    this.aliased = List.copyOf(aliased);
    this.penalty = penalty;
    this.estimates = estimates;
    this.standardised = result.top().gamma;
    this.covariance = covariance;
    this.statistics = statistics;
    this.separation = separation;
    this.iterations = result.iterations();
    this.converged = result.converged();
    List<Coefficient> table = new ArrayList<>();
    for (int i = 0; i < estimates.length; i++) {
      String name = i == 0 ? DesignMatrix.INTERCEPT : columns.get(i - 1);
      table.add(new Coefficient(name, estimates[i], Math.sqrt(covariance[i][i])));
    }
    this.coefficients = List.copyOf(table);
  }

  /** Puts a fit together from where the ascent of a sample ended. */
  static LogisticFit of(
      LogisticSample sample,
      List<String> aliased,
      Penalty penalty,
      NewtonAscent.Result result,
      Separation separation,
      double nullLogLikelihood) {
    Evaluation top = result.top();
    Cholesky factor = Cholesky.of(top.curvature, RANK_LOST)
        .orElseThrow(() ->
            new IllegalArgumentException("the information of " + sample.design().names()
                + " is singular: the offset predicts every row for certain; check it"));
    double[][] inverse = factor.inverse();
    Standardised scales = sample.columnsUnsafe();
    double effective = top.gamma.length;
    double penalised = top.value;
    if (penalty instanceof Penalty.Ridge) {
      effective = trace(top.information, inverse);
    } else if (penalty instanceof Penalty.Firth) {
      penalised += scales.logOfScales();
    }
    FitStatistics statistics = new FitStatistics(
        top.logLikelihood,
        nullLogLikelihood,
        penalised,
        top.gamma.length,
        effective,
        sample.positiveRows(),
        sample.weight());
    return new LogisticFit(
        sample.design().names(),
        aliased,
        penalty,
        result,
        scales.toRaw(top.gamma),
        scales.covarianceToRaw(inverse),
        statistics,
        separation);
  }

  /** Returns the names of the columns in the fit, without the intercept and the aliased ones. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Returns the columns left out because they depend linearly on the intercept and the columns before
   * them, in their order; empty for a design of full rank.
   */
  public List<String> aliased() {
    return aliased;
  }

  /** Returns the penalty that the estimates maximise with; Firth's where it was the fallback. */
  public Penalty penalty() {
    return penalty;
  }

  /** Returns the coefficients with their standard errors, the intercept first. */
  public List<Coefficient> coefficients() {
    return coefficients;
  }

  /**
   * Returns one coefficient.
   *
   * @param name a column, or {@link DesignMatrix#INTERCEPT}
   * @throws IllegalArgumentException if the column is aliased or unknown
   */
  public Coefficient coefficient(String name) {
    if (name.equals(DesignMatrix.INTERCEPT)) {
      return coefficients.get(0);
    }
    int position = columns.indexOf(name);
    if (position < 0) {
      throw new IllegalArgumentException(
          aliased.contains(name)
              ? "the column " + name + " has no coefficient: it depends linearly on those before it"
              : "the fit has no column \"" + name + "\"; it has " + columns);
    }
    return coefficients.get(position + 1);
  }

  /** Returns the estimates, the intercept first. */
  public double[] estimates() {
    return estimates.clone();
  }

  /**
   * Returns the coefficients of the standardised columns: the change of the log-odds of bad for one
   * population standard deviation, and first the log-odds at the mean of all columns.
   */
  public double[] standardisedEstimates() {
    return standardised.clone();
  }

  /**
   * Returns the covariance of the estimates, the inverse of the information at the estimates, with a
   * ridge penalty of the penalised information. Weights are taken as frequencies.
   */
  public double[][] covariance() {
    double[][] copy = new double[covariance.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = covariance[i].clone();
    }
    return copy;
  }

  /** Returns how well the fit describes its sample. */
  public FitStatistics statistics() {
    return statistics;
  }

  /** Returns whether the classes were found to be separated. */
  public Separation separation() {
    return separation;
  }

  /** Returns the number of Newton steps. */
  public int iterations() {
    return iterations;
  }

  /** Returns whether the estimates are finite and have settled; do not use them otherwise. */
  public boolean converged() {
    return converged;
  }

  /**
   * Returns the log-odds of bad of one row, without offset.
   *
   * @param row the values of {@link #columns}, in their order
   */
  public double linearPredictor(double[] row) {
    if (row.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row needs one value for each of " + columns + ", but has " + row.length);
    }
    double sum = estimates[0];
    for (int j = 0; j < row.length; j++) {
      sum += estimates[j + 1] * row[j];
    }
    return sum;
  }

  /**
   * Returns the log-odds of bad of each row of a design, without offset; equal to {@link
   * #linearPredictor} of the row to the last bit.
   *
   * @param design any design that has the columns of the fit
   */
  public double[] linearPredictors(DesignMatrix design) {
    DesignMatrix wanted = design.select(columns);
    double[] sums = new double[design.rows()];
    double[] row = new double[columns.size()];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < row.length; j++) {
        row[j] = wanted.value(i, j);
      }
      sums[i] = linearPredictor(row);
    }
    return sums;
  }

  /**
   * Returns the PD of each row of a design, without offset.
   *
   * @param design any design that has the columns of the fit
   */
  public double[] probabilities(DesignMatrix design) {
    double[] values = linearPredictors(design);
    for (int i = 0; i < values.length; i++) {
      values[i] = 1.0 / (1.0 + StrictMath.exp(-values[i]));
    }
    return values;
  }

  /**
   * Returns where to start the fit of another design: these estimates, and 0 for columns that this
   * fit does not have.
   */
  public double[] startFor(DesignMatrix design) {
    double[] start = new double[design.columns() + 1];
    start[0] = estimates[0];
    for (int j = 0; j < design.columns(); j++) {
      int position = columns.indexOf(design.names().get(j));
      start[j + 1] = position < 0 ? 0.0 : estimates[position + 1];
    }
    return start;
  }

  private static double trace(double[][] left, double[][] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < left.length; j++) {
        sum += left[i][j] * right[j][i];
      }
    }
    return sum;
  }
}
