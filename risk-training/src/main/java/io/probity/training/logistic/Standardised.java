package io.probity.training.logistic;

/**
 * The columns of a design, each with a centre and a scale: z = (x − mean) / standard deviation, with
 * the weighted mean and the weighted population standard deviation. The standardised values are made
 * on the fly, block by block. A constant column is centred at its value and has scale 1, so that its
 * z is exactly 0.
 *
 * <p>Coefficients γ on this scale become β<sub>j</sub> = γ<sub>j</sub> / s<sub>j</sub> and
 * β<sub>0</sub> = γ<sub>0</sub> − Σ β<sub>j</sub> m<sub>j</sub> on the scale of the data; vectors hold
 * the intercept first.
 */
final class Standardised {

  private static final double SMALLEST_SCALE = 1e-100;

  private final DesignColumn[] columns;
  private final double[] mean;
  private final double[] scale;
  private final double[] reach;

  private Standardised(DesignColumn[] columns, double[] mean, double[] scale, double[] reach) {
    this.columns = columns;
    this.mean = mean;
    this.scale = scale;
    this.reach = reach;
  }

  static Standardised of(DesignMatrix design, double[] weights, double totalWeight) {
    int k = design.columns();
    Standardised all =
        new Standardised(new DesignColumn[k], new double[k], new double[k], new double[k]);
    for (int j = 0; j < k; j++) {
      all.columns[j] = design.column(j);
      all.measure(design.names().get(j), j, weights, totalWeight);
    }
    return all;
  }

  Standardised select(int[] positions) {
    int k = positions.length;
    Standardised some =
        new Standardised(new DesignColumn[k], new double[k], new double[k], new double[k]);
    for (int i = 0; i < k; i++) {
      some.columns[i] = columns[positions[i]];
      some.mean[i] = mean[positions[i]];
      some.scale[i] = scale[positions[i]];
      some.reach[i] = reach[positions[i]];
    }
    return some;
  }

  int count() {
    return columns.length;
  }

  double mean(int column) {
    return mean[column];
  }

  double scale(int column) {
    return scale[column];
  }

  /** Returns the largest |z| of a column among the rows that count. */
  double reach(int column) {
    return reach[column];
  }

  /** Writes z of {@code count} rows from {@code row} on. */
  void copy(int column, int row, int count, double[] into, int start) {
    columns[column].standardise(row, count, mean[column], 1.0 / scale[column], into, start);
  }

  /** Returns coefficients of the data's scale from those of the standardised columns. */
  double[] toRaw(double[] gamma) {
    double[] beta = gamma.clone();
    for (int j = 0; j < columns.length; j++) {
      beta[j + 1] = gamma[j + 1] / scale[j];
      beta[0] -= beta[j + 1] * mean[j];
    }
    return beta;
  }

  /** Returns coefficients of the standardised columns from those of the data's scale. */
  double[] fromRaw(double[] beta) {
    double[] gamma = beta.clone();
    for (int j = 0; j < columns.length; j++) {
      gamma[j + 1] = beta[j + 1] * scale[j];
      gamma[0] += beta[j + 1] * mean[j];
    }
    return gamma;
  }

  /** Returns the sum of the natural logarithms of the scales. */
  double logOfScales() {
    double sum = 0;
    for (double value : scale) {
      sum += StrictMath.log(value);
    }
    return sum;
  }

  /** Returns the covariance on the data's scale from that on the standardised scale. */
  double[][] covarianceToRaw(double[][] covariance) {
    int k = covariance.length;
    double[][] half = new double[k][];
    for (int i = 0; i < k; i++) {
      half[i] = toRaw(covariance[i]);
    }
    double[][] raw = new double[k][k];
    double[] column = new double[k];
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < k; i++) {
        column[i] = half[i][j];
      }
      double[] mapped = toRaw(column);
      for (int i = 0; i < k; i++) {
        raw[i][j] = mapped[i];
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        raw[j][i] = raw[i][j];
      }
    }
    return raw;
  }

  private void measure(String name, int j, double[] weights, double totalWeight) {
    DesignColumn x = columns[j];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int row = 0; row < x.rows(); row++) {
      if (weights[row] > 0) {
        low = Math.min(low, x.value(row));
        high = Math.max(high, x.value(row));
        sum += weights[row] * x.value(row);
      }
    }
    mean[j] = Math.min(high, Math.max(low, sum / totalWeight));
    scale[j] = low == high ? 1.0 : deviation(x, mean[j], high - low, weights, totalWeight);
    reach[j] = Math.max(high - mean[j], mean[j] - low) / scale[j];
    if (!(scale[j] >= SMALLEST_SCALE)) {
      throw new IllegalArgumentException("the column " + name + " varies by only " + (high - low)
          + "; multiply it so that its standard deviation is at least " + SMALLEST_SCALE);
    }
  }

  /** Returns the population standard deviation; the centre need not be the exact mean. */
  private static double deviation(
      DesignColumn x, double centre, double range, double[] weights, double totalWeight) {
    double squares = 0;
    double rest = 0;
    for (int row = 0; row < x.rows(); row++) {
      if (weights[row] > 0) {
        double distance = (x.value(row) - centre) / range;
        squares += weights[row] * distance * distance;
        rest += weights[row] * distance;
      }
    }
    double shift = rest / totalWeight;
    return range * Math.sqrt(squares / totalWeight - shift * shift);
  }
}
