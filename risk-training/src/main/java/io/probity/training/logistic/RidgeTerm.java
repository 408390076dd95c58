package io.probity.training.logistic;

/** A ridge penalty on the standardised coefficients of a sample: ½ Σ d (γ − t)², intercept first. */
final class RidgeTerm {

  private final double[] strength;
  private final double[] target;

  private RidgeTerm(double[] strength, double[] target) {
    this.strength = strength;
    this.target = target;
  }

  static RidgeTerm of(Penalty penalty, LogisticSample sample) {
    int columns = sample.design().columns();
    double[] strength = new double[columns + 1];
    double[] target = new double[columns + 1];
    if (penalty instanceof Penalty.Ridge ridge) {
      for (int j = 0; j < columns; j++) {
        String name = sample.design().names().get(j);
        double scale = sample.columnsUnsafe().scale(j);
        double unit = ridge.scale() == Penalty.Scale.RAW ? 1.0 / (scale * scale) : 1.0;
        strength[j + 1] = ridge.lambda() * ridge.factor(name) * unit;
        target[j + 1] = ridge.target(name) * scale;
      }
    }
    return new RidgeTerm(strength, target);
  }

  /** Returns whether the coefficient at a position, the intercept at 0, is not penalised. */
  boolean isFree(int position) {
    return !(strength[position] > 0);
  }

  /** Returns the number of coefficients that are not penalised, the intercept included. */
  int free() {
    int free = 0;
    for (int i = 0; i < strength.length; i++) {
      free += isFree(i) ? 1 : 0;
    }
    return free;
  }

  /** Returns the evaluation of the log-likelihood with the penalty taken off. */
  Evaluation penalise(Evaluation plain) {
    if (free() == strength.length) {
      return plain;
    }
    double loss = 0;
    double[] gradient = plain.gradient.clone();
    double[][] curvature = new double[gradient.length][];
    for (int i = 0; i < gradient.length; i++) {
      double distance = plain.gamma[i] - target[i];
      loss += strength[i] * distance * distance;
      gradient[i] -= strength[i] * distance;
      curvature[i] = plain.information[i].clone();
      curvature[i][i] += strength[i];
    }
    return new Evaluation(
        plain.gamma,
        plain.logLikelihood,
        plain.logLikelihood - loss / 2,
        gradient,
        plain.information,
        curvature);
  }
}
