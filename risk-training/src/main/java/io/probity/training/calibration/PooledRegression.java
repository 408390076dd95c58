package io.probity.training.calibration;

import io.probity.training.logistic.DesignMatrix;
import io.probity.training.logistic.LogisticFit;
import io.probity.training.logistic.LogisticSettings;
import io.probity.training.logistic.LogisticTrainer;
import io.probity.training.logistic.SeparationPolicy;
import java.util.Arrays;
import java.util.List;

/** Logistic regression of pooled outcomes on functions of their log-odds. */
final class PooledRegression {

  private static final LogisticTrainer TRAINER =
      new LogisticTrainer(LogisticSettings.DEFAULT.withSeparation(SeparationPolicy.REPORT));

  private final double[] goods;
  private final double[] bads;

  /**
   * Takes the outcomes.
   *
   * @param goods the weight of outcome 0 at each point
   * @param bads the weight of outcome 1 at each point
   */
  PooledRegression(double[] goods, double[] bads) {
    this.goods = goods;
    this.bads = bads;
  }

  /**
   * Fits intercept and slopes.
   *
   * @param columns the value of each function at each point
   * @throws IllegalArgumentException if there is no finite fit
   */
  PooledFit fit(List<String> names, double[]... columns) {
    return PooledNewton.fit(goods, bads, columns)
        .map(estimates -> of(estimates, columns))
        .orElseGet(() -> of(careful(names, columns), names));
  }

  private PooledFit of(double[] estimates, double[][] columns) {
    double logLikelihood = 0.0;
    for (int point = 0; point < goods.length; point++) {
      double logOdds = PooledNewton.logOdds(estimates, columns, point);
      logLikelihood -= bads[point] * BetaFit.softplus(-logOdds);
      logLikelihood -= goods[point] * BetaFit.softplus(logOdds);
    }
    List<Double> slopes = Arrays.stream(estimates).skip(1).boxed().toList();
    return new PooledFit(estimates[0], slopes, logLikelihood);
  }

  private static PooledFit of(LogisticFit fit, List<String> names) {
    return new PooledFit(
        fit.coefficient(DesignMatrix.INTERCEPT).estimate(),
        names.stream()
            .map(name -> fit.columns().contains(name) ? fit.coefficient(name).estimate() : 0.0)
            .toList(),
        fit.statistics().logLikelihood());
  }

  /** Fits with every safeguard, where Newton's method alone does not settle. */
  private LogisticFit careful(List<String> names, double[][] columns) {
    int points = goods.length;
    int[] point = new int[2 * points];
    int[] target = new int[2 * points];
    double[] weight = new double[2 * points];
    int rows = 0;
    for (int i = 0; i < points; i++) {
      for (int outcome = 0; outcome <= 1; outcome++) {
        double share = outcome == 1 ? bads[i] : goods[i];
        if (share > 0) {
          point[rows] = i;
          target[rows] = outcome;
          weight[rows++] = share;
        }
      }
    }
    if (rows <= columns.length + 1) {
      throw noFiniteFit();
    }
    double[][] design = new double[columns.length][rows];
    for (int j = 0; j < columns.length; j++) {
      for (int row = 0; row < rows; row++) {
        design[j][row] = columns[j][point[row]];
      }
    }
    LogisticFit fit = TRAINER.train(
        DesignMatrix.ofUnsafe(names, design),
        Arrays.copyOf(target, rows),
        Arrays.copyOf(weight, rows));
    if (!fit.converged()) {
      throw noFiniteFit();
    }
    return fit;
  }

  /**
   * Fits slopes without an intercept. Every record enters once more with all columns and its outcome
   * turned round: the likelihood of both is symmetric in the intercept, which is 0 at its maximum, and
   * there is that without an intercept, squared.
   */
  PooledFit fitThroughOrigin(List<String> names, double[]... columns) {
    double[][] both = new double[columns.length][];
    for (int j = 0; j < both.length; j++) {
      both[j] = joined(columns[j], -1.0);
    }
    return new PooledRegression(joined(goods, bads), joined(bads, goods)).fit(names, both);
  }

  private static double[] joined(double[] values, double factor) {
    double[] both = Arrays.copyOf(values, 2 * values.length);
    for (int i = 0; i < values.length; i++) {
      both[values.length + i] = factor * values[i];
    }
    return both;
  }

  private static double[] joined(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static IllegalArgumentException noFiniteFit() {
    return new IllegalArgumentException(
        "no finite curve fits: the log-odds separate goods from bads; use ISOTONIC, or PLATT with"
            + " SMOOTHED targets");
  }
}
