package io.probity.training.logistic;

/**
 * Fits the log-odds of bad as a linear function of the columns of a design, by maximum likelihood or
 * with a {@link Penalty}.
 *
 * <p>Maximum likelihood is found by Newton's method with step halving. Columns that depend linearly on
 * those before them are left out and named, as R does: {@link LogisticFit#aliased}. Whether finite
 * estimates exist is decided by a proof, never by whether the iteration has settled: {@link
 * Separation}. One pass over the rows forms the log-likelihood, its gradient and the information, in
 * blocks of 128 rows; a fit commonly needs five to eight passes, fewer with a start near the result.
 *
 * <p>The exponential is {@link StrictMath}'s, so that the result is the same on every machine. It
 * takes about twice the time of {@link Math}'s, which is some 3% of a pass over 30 columns.
 *
 * <p>A trainer holds settings only; one instance may serve many threads and samples.
 *
 * @param settings every option
 */
public record LogisticTrainer(LogisticSettings settings) {

  /** Returns a trainer of plain maximum likelihood that refuses separated classes. */
  public static LogisticTrainer ofDefaults() {
    return new LogisticTrainer(LogisticSettings.DEFAULT);
  }

  /**
   * Fits a design.
   *
   * @param design the explanatory columns
   * @param target 1 for bad, 0 for good, one a row
   * @param weights the weight of each row, finite and 0 or more
   * @throws IllegalArgumentException if a length or a value is wrong, there is no good or no bad,
   *     there are no more rows than unpenalised coefficients, or the classes are separated or the fit does
   *     not settle and the settings refuse that
   */
  public LogisticFit train(DesignMatrix design, int[] target, double[] weights) {
    return train(LogisticSample.of(design, target, weights));
  }

  /**
   * Fits a sample, from the model with only an intercept on.
   *
   * @throws IllegalArgumentException if there are no more rows than unpenalised coefficients, the
   *     penalty names a column that is not there, or the classes are separated or the fit does not
   *     settle and the settings refuse that
   */
  public LogisticFit train(LogisticSample sample) {
    return new Fitting(settings, sample).run();
  }

  /**
   * Fits a sample from given coefficients on, which saves passes if they are near the result. The
   * result is the same up to the tolerance, not to the last bit.
   *
   * @param start the intercept and one coefficient a column, finite; {@link LogisticFit#startFor}
   *     makes them from an earlier fit
   * @throws IllegalArgumentException if the start is wrong, or as {@link #train(LogisticSample)}
   */
  public LogisticFit train(LogisticSample sample, double[] start) {
    int expected = sample.design().columns() + 1;
    if (start.length != expected) {
      throw new IllegalArgumentException(
          "a start needs the intercept and one coefficient a column, " + expected
              + " numbers, but has " + start.length);
    }
    for (double value : start) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a start must be finite, but holds " + value);
      }
    }
    return new Fitting(settings, sample).run(start);
  }
}
