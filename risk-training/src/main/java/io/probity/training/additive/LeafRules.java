package io.probity.training.additive;

/**
 * What a leaf of a step must hold and how far it moves.
 *
 * @param rate the share of a Newton step that is taken
 * @param leaves the most leaves of a step over values
 * @param ridge the curvature added to every leaf over values, in records of curvature
 * @param levelRidge the same for a level of a category, missing and special codes
 * @param leastWeight the least weight of a leaf over values
 */
record LeafRules(double rate, int leaves, double ridge, double levelRidge, double leastWeight) {

  /** Returns these rules with a share of the rate. */
  LeafRules slowed(double share) {
    return new LeafRules(share * rate, leaves, ridge, levelRidge, leastWeight);
  }

  /** Returns the value of a leaf; 0 where it has no curvature. */
  double value(long gradient, long curvature) {
    return newton(gradient, curvature + ridge * StepShape.UNIT);
  }

  /** Returns the value of a level, or of missing. */
  double levelValue(long gradient, long curvature) {
    return newton(gradient, curvature + levelRidge * StepShape.UNIT);
  }

  /** Returns what a leaf lowers the loss by, up to a common factor. */
  double gain(long gradient, long curvature) {
    double drawn = curvature + ridge * StepShape.UNIT;
    return drawn > 0 ? (double) gradient * gradient / drawn : 0.0;
  }

  private double newton(long gradient, double curvature) {
    return curvature > 0 ? rate * -gradient / curvature : 0.0;
  }
}
