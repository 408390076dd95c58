package io.probity.training.logistic;

/**
 * A fit put back on its sample: the coefficients on the standardised scale and the information there.
 */
final class FittedRows {

  private final LogisticSample sample;
  private final double[] gamma;
  private final Cholesky factor;

  private FittedRows(LogisticSample sample, double[] gamma, Cholesky factor) {
    this.sample = sample;
    this.gamma = gamma;
    this.factor = factor;
  }

  static FittedRows of(LogisticFit fit, LogisticSample sample) {
    if (fit.penalty() instanceof Penalty.Ridge) {
      throw new IllegalArgumentException(
          "a fit without a ridge penalty is needed, not one with " + fit.penalty());
    }
    LogisticSample own = sample.select(fit.columns());
    double[] gamma = own.columnsUnsafe().fromRaw(fit.estimates());
    Cholesky factor = Cholesky.of(new Likelihood(own).at(gamma).information, 0.0)
        .orElseThrow(() -> new IllegalArgumentException(
            "the information of " + fit.columns() + " is singular on this sample"));
    return new FittedRows(own, gamma, factor);
  }

  LogisticSample sample() {
    return sample;
  }

  double[] gamma() {
    return gamma;
  }

  Cholesky factor() {
    return factor;
  }

  double[][] inverse() {
    return factor.inverse();
  }
}
