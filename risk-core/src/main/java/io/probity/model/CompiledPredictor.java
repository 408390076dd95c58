package io.probity.model;

/**
 * A predictor laid out for speed, equal to it to the last bit. Immutable, safe for use by several
 * threads; with a {@link Margin} of the caller it allocates nothing when it scores.
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
    if (predictor instanceof TreeEnsemble trees) {
      return new CompiledTrees(trees, scale);
    }
    return new PlainPredictor(predictor, scale);
  }

  /** Returns scratch space for one thread. */
  Margin newMargin();

  /** Returns the log-odds of bad, as {@link Predictor#badLogOdds} does. */
  double badLogOdds(double[] x);

  /** Computes log-odds and score. */
  void predict(double[] x, Margin out);

  /** Computes the contributions of the applicant that was predicted last. */
  void contribute(Margin out);

  /** Computes log-odds, score and contributions. */
  default void evaluate(double[] x, Margin out) {
    predict(x, out);
    contribute(out);
  }

  /**
   * Computes the log-odds of many applicants, each as {@link #badLogOdds} does.
   *
   * @param columns the cells of each feature, one array a feature
   * @param from the first applicant
   * @param to behind the last applicant
   * @param out where their log-odds go, at the same places
   */
  default void badLogOdds(double[][] columns, int from, int to, double[] out) {
    Margin margin = newMargin();
    double[] x = new double[columns.length];
    for (int row = from; row < to; row++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = columns[i][row];
      }
      predict(x, margin);
      out[row] = margin.badLogOdds;
    }
  }

  /** Any predictor, as it is. */
  record PlainPredictor(Predictor predictor, ScoreScale scale) implements CompiledPredictor {

    @Override
    public Margin newMargin() {
      return new Margin(predictor.features().size());
    }

    @Override
    public double badLogOdds(double[] x) {
      return predictor.badLogOdds(x);
    }

    @Override
    public void predict(double[] x, Margin out) {
      out.keep(x);
      out.badLogOdds = predictor.badLogOdds(x);
      out.score = predictor.score(x, scale);
    }

    @Override
    public void contribute(Margin out) {
      predictor.contributions(out.cells, out.contributions);
    }
  }
}
