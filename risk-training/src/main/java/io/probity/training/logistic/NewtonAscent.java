package io.probity.training.logistic;

/**
 * Newton's method with step halving on a concave objective; for the log-likelihood this is iteratively
 * reweighted least squares (IRLS).
 *
 * <p>It has converged when both hold: the gain in deviance that one more step promises, g'H⁻¹g, is at
 * most the tolerance times (deviance + 0.1), and each derivative is at most the tolerance times the
 * root of its information, that is, no coefficient would move by more than about that share of a
 * standard error. It has also converged when rounding errors allow no better: the promised gain is
 * below the last digits of the deviance and a further step did not halve the derivatives. A step that
 * lowers the objective is halved until it does not.
 */
final class NewtonAscent {

  /** A pivot of the scaled curvature below this means that the curvature is lost. */
  private static final double SINGULAR = 1e-13;

  private static final int HALVINGS = 40;
  private static final double ROUNDING = 1e-13;

  /** The last coefficients with a usable curvature, and how they were reached. */
  record Result(Evaluation top, int iterations, boolean converged) {}

  private final Objective objective;
  private final double tolerance;

  NewtonAscent(Objective objective, double tolerance) {
    this.objective = objective;
    this.tolerance = tolerance;
  }

  /** Climbs from a start, by at most {@code limit} steps. */
  Result climb(Evaluation start, int limit) {
    Evaluation here = start;
    Cholesky factor = Cholesky.of(here.curvature, SINGULAR).orElse(null);
    double before = Double.POSITIVE_INFINITY;
    int iterations = 0;
    while (factor != null) {
      double[] step = factor.solve(here.gradient);
      double slope = slope(here);
      double gain = gain(here, step) / (2 * Math.abs(here.value) + 0.1);
      boolean settled = slope <= tolerance && gain <= tolerance;
      boolean exhausted = slope > before / 2 && gain <= ROUNDING;
      if (settled || exhausted) {
        return new Result(here, iterations, true);
      }
      if (iterations == limit) {
        break;
      }
      before = slope;
      iterations++;
      Evaluation next = rise(here, step);
      factor = Cholesky.of(next.curvature, SINGULAR).orElse(null);
      if (factor != null) {
        here = next;
      }
    }
    return new Result(here, iterations, false);
  }

  /** Returns the largest derivative in roots of its information. */
  private static double slope(Evaluation here) {
    double largest = 0;
    for (int i = 0; i < here.gradient.length; i++) {
      largest = Math.max(largest, Math.abs(here.gradient[i]) / Math.sqrt(here.curvature[i][i]));
    }
    return largest;
  }

  private static double gain(Evaluation here, double[] step) {
    double gain = 0;
    for (int i = 0; i < step.length; i++) {
      gain += here.gradient[i] * step[i];
    }
    return gain;
  }

  /** Returns the objective after the step, or the largest half of it that does not lower it. */
  private Evaluation rise(Evaluation here, double[] step) {
    double least = here.value - ROUNDING * (Math.abs(here.value) + 1.0);
    double share = 1.0;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double[] gamma = here.gamma.clone();
      for (int i = 0; i < gamma.length; i++) {
        gamma[i] += share * step[i];
      }
      Evaluation next = objective.at(gamma);
      if (next.value >= least) {
        return next;
      }
      share /= 2;
    }
    return here;
  }
}
