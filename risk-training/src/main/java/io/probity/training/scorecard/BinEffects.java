package io.probity.training.scorecard;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Fits the effects of bins on the log-odds of bad jointly: each record brings the effect of its bin in
 * every feature, and a ridge draws each effect towards a target. Newton's method on the sum of losses +
 * lambda / 2 x sum of (effect - target)², with steps halved where the loss rises. Only the bins a record
 * falls into are touched, so a step costs the square of the number of features, not of bins.
 */
final class BinEffects {

  private static final int MOST_STEPS = 50;
  private static final int MOST_HALVINGS = 30;
  private static final double SETTLED = 1e-10;

  private final EffectCodes codes;
  private final int[] target;
  private final double[] weights;
  private final double[] towards;
  private final double lambda;
  private final double[] effects;
  private double intercept;

  private BinEffects(
      EffectCodes codes,
      int[] target,
      double[] weights,
      double[] towards,
      double intercept,
      double lambda) {
    this.codes = codes;
    this.target = target;
    this.weights = weights;
    this.towards = towards;
    this.lambda = lambda;
    this.effects = towards.clone();
    this.intercept = intercept;
  }

  /**
   * Fits effects.
   *
   * @param codes the position of each record's bin among all effects
   * @param towards the effects to draw towards, where the search starts
   * @param intercept the intercept to start from
   * @param lambda above 0
   */
  static BinEffects fit(
      EffectCodes codes,
      int[] target,
      double[] weights,
      double[] towards,
      double intercept,
      double lambda) {
    BinEffects fit = new BinEffects(codes, target, weights, towards, intercept, lambda);
    fit.ascend();
    return fit;
  }

  /** Returns the fitted effects. */
  double[] effects() {
    return effects.clone();
  }

  /** Returns the fitted intercept. */
  double intercept() {
    return intercept;
  }

  /**
   * Returns the intercept that fits best beside given effects.
   *
   * @param codes as in {@link #fit}
   */
  static double interceptOf(
      EffectCodes codes, int[] target, double[] weights, double[] effects, double start) {
    double intercept = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      double gradient = 0;
      double curvature = 0;
      for (int row = 0; row < target.length; row++) {
        double p = 1.0 / (1.0 + StrictMath.exp(-logOdds(codes, effects, intercept, row)));
        gradient += weights[row] * (target[row] - p);
        curvature += weights[row] * p * (1 - p);
      }
      double move = gradient / curvature;
      intercept += Math.max(-2.0, Math.min(2.0, move));
      if (Math.abs(move) < SETTLED) {
        return intercept;
      }
    }
    return intercept;
  }

  private static double logOdds(EffectCodes codes, double[] effects, double intercept, int row) {
    double logOdds = intercept;
    for (int feature = 0; feature < codes.features(); feature++) {
      logOdds += effects[codes.position(feature, row)];
    }
    return logOdds;
  }

  private void ascend() {
    double loss = loss();
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] move = newtonStep();
      double[] before = effects.clone();
      double interceptBefore = intercept;
      double share = 1.0;
      double next = Double.POSITIVE_INFINITY;
      for (int halving = 0; halving < MOST_HALVINGS && !(next <= loss); halving++) {
        for (int i = 0; i < effects.length; i++) {
          effects[i] = before[i] + share * move[i + 1];
        }
        intercept = interceptBefore + share * move[0];
        next = loss();
        share /= 2;
      }
      if (!(next <= loss)) {
        System.arraycopy(before, 0, effects, 0, before.length);
        intercept = interceptBefore;
        return;
      }
      boolean settled = loss - next <= SETTLED * (1 + Math.abs(loss));
      loss = next;
      if (settled) {
        return;
      }
    }
  }

  private double loss() {
    double loss = 0;
    for (int row = 0; row < target.length; row++) {
      double logOdds = logOdds(codes, effects, intercept, row);
      double margin = target[row] == 1 ? -logOdds : logOdds;
      loss += weights[row]
          * (margin > 0
              ? margin + StrictMath.log1p(StrictMath.exp(-margin))
              : StrictMath.log1p(StrictMath.exp(margin)));
    }
    for (int i = 0; i < effects.length; i++) {
      loss += lambda / 2 * (effects[i] - towards[i]) * (effects[i] - towards[i]);
    }
    return loss;
  }

  private double[] newtonStep() {
    int size = effects.length + 1;
    double[] gradient = new double[size];
    double[][] curvature = new double[size][size];
    int[] touched = new int[codes.features() + 1];
    for (int row = 0; row < target.length; row++) {
      double p = 1.0 / (1.0 + StrictMath.exp(-logOdds(codes, effects, intercept, row)));
      double slope = weights[row] * (target[row] - p);
      double bend = weights[row] * p * (1 - p);
      for (int i = 0; i < codes.features(); i++) {
        touched[i + 1] = codes.position(i, row) + 1;
      }
      for (int i = 0; i < touched.length; i++) {
        gradient[touched[i]] += slope;
        double[] line = curvature[touched[i]];
        for (int j = 0; j < touched.length; j++) {
          line[touched[j]] += bend;
        }
      }
    }
    for (int i = 0; i < effects.length; i++) {
      gradient[i + 1] -= lambda * (effects[i] - towards[i]);
      curvature[i + 1][i + 1] += lambda;
    }
    return new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false), 1e-8, 1e-14)
        .getSolver()
        .solve(new ArrayRealVector(gradient, false))
        .toArray();
  }

  /**
   * Moves effects that must rise or fall together to their weighted means where they do not.
   *
   * @param effects the effects of neighbouring bins
   * @param weight the weight of each
   * @param rising whether they must not fall, else must not rise
   */
  static double[] monotone(double[] effects, double[] weight, boolean rising) {
    int n = effects.length;
    double[] level = new double[n];
    double[] mass = new double[n];
    int[] length = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      level[blocks] = rising ? effects[i] : -effects[i];
      mass[blocks] = Math.max(weight[i], Double.MIN_NORMAL);
      length[blocks] = 1;
      blocks++;
      while (blocks > 1 && level[blocks - 2] > level[blocks - 1]) {
        double total = mass[blocks - 2] + mass[blocks - 1];
        level[blocks - 2] =
            (level[blocks - 2] * mass[blocks - 2] + level[blocks - 1] * mass[blocks - 1]) / total;
        mass[blocks - 2] = total;
        length[blocks - 2] += length[blocks - 1];
        blocks--;
      }
    }
    double[] result = new double[n];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      double value = rising ? level[block] : -level[block];
      Arrays.fill(result, at, at + length[block], value);
      at += length[block];
    }
    return result;
  }
}
