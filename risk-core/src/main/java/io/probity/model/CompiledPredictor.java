package io.probity.model;

/**
 * A predictor laid out for speed, equal to it to the last bit. Immutable, safe for use by several
 * threads; it allocates nothing when it scores.
 */
interface CompiledPredictor {

  /** Returns the fastest form of a predictor. */
  static CompiledPredictor of(Predictor predictor, ScoreScale scale) {
    if (predictor instanceof Scorecard scorecard) {
      return CompiledSteps.of(scorecard);
    }
    if (predictor instanceof AdditiveModel additive) {
      return CompiledSteps.of(additive);
    }
    return new PlainPredictor(predictor, scale);
  }

  /** Returns the log-odds of bad, as {@link Predictor#badLogOdds} does. */
  double badLogOdds(double[] x);

  /** Computes log-odds, score and contributions in one pass. */
  void evaluate(double[] x, Margin out);

  /** Any predictor, as it is. */
  record PlainPredictor(Predictor predictor, ScoreScale scale) implements CompiledPredictor {

    @Override
    public double badLogOdds(double[] x) {
      return predictor.badLogOdds(x);
    }

    @Override
    public void evaluate(double[] x, Margin out) {
      out.badLogOdds = predictor.badLogOdds(x);
      out.score = predictor.score(x, scale);
      predictor.contributions(x, out.contributions);
    }
  }
}
