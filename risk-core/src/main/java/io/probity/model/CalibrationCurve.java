package io.probity.model;

import java.util.Arrays;

/** How the log-odds of a predictor become calibrated log-odds. Each curve rises or stays level. */
public sealed interface CalibrationCurve {

  /** Returns the calibrated log-odds of bad, in which it never falls. */
  double calibrated(double badLogOdds);

  /** No change. */
  record Identity() implements CalibrationCurve {
    @Override
    public double calibrated(double badLogOdds) {
      return badLogOdds;
    }
  }

  /**
   * A straight line in log-odds.
   *
   * <p>Source: J. Platt, Probabilistic outputs for support vector machines and comparisons to
   * regularized likelihood methods (1999).
   *
   * @param intercept added
   * @param slope multiplied first, at least 0
   */
  record Platt(double intercept, double slope) implements CalibrationCurve {
    /** Checks that the line is finite and does not fall. */
    public Platt {
      if (!Double.isFinite(intercept) || !(slope >= 0 && slope <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "a Platt calibration needs a finite intercept and a slope of at least 0, not "
                + intercept
                + " and "
                + slope);
      }
    }

    @Override
    public double calibrated(double badLogOdds) {
      return intercept + slope * badLogOdds;
    }
  }

  /**
   * intercept + a ln(p) - b ln(1 - p), where p is the uncalibrated PD.
   *
   * <p>Source: M. Kull, T. Silva Filho, P. Flach, Beta calibration (2017).
   *
   * @param a the weight of ln(p), at least 0
   * @param b the weight of -ln(1 - p), at least 0
   * @param intercept added
   */
  record Beta(double a, double b, double intercept) implements CalibrationCurve {
    /** Checks that the curve is finite and does not fall. */
    public Beta {
      if (!(a >= 0 && a <= Double.MAX_VALUE)
          || !(b >= 0 && b <= Double.MAX_VALUE)
          || !Double.isFinite(intercept)) {
        throw new IllegalArgumentException(
            "a beta calibration needs a and b of at least 0 and a finite intercept, not "
                + a
                + ", "
                + b
                + ", "
                + intercept);
      }
    }

    @Override
    public double calibrated(double badLogOdds) {
      return intercept - a * softplus(-badLogOdds) + b * softplus(badLogOdds);
    }

    /** Returns ln(1 + e^x). */
    private static double softplus(double x) {
      return x > 0 ? x + StrictMath.log1p(StrictMath.exp(-x)) : StrictMath.log1p(StrictMath.exp(x));
    }
  }

  /** Steps joined by straight lines: between two knots linear in log-odds, level outside them. */
  final class Isotonic implements CalibrationCurve {

    private final double[] from;
    private final double[] pd;
    private final double[] to;

    private Isotonic(double[] from, double[] pd) {
      this.from = from;
      this.pd = pd;
      this.to = new double[pd.length];
      for (int i = 0; i < to.length; i++) {
        to[i] = StrictMath.log(pd[i]) - StrictMath.log1p(-pd[i]);
      }
    }

    /**
     * Returns the curve through knots.
     *
     * @param from the uncalibrated log-odds of the knots, strictly rising, at least one
     * @param pd the PD of the knots, in (0, 1), never falling, as many
     */
    public static Isotonic of(double[] from, double[] pd) {
      if (from.length == 0 || from.length != pd.length) {
        throw new IllegalArgumentException("an isotonic calibration needs knots in pairs");
      }
      for (int i = 0; i < from.length; i++) {
        boolean rises = i == 0 || (from[i] > from[i - 1] && pd[i] >= pd[i - 1]);
        if (!Double.isFinite(from[i]) || !(pd[i] > 0 && pd[i] < 1) || !rises) {
          throw new IllegalArgumentException(
              "the knots of an isotonic calibration must rise, with PDs in (0, 1), not "
                  + Arrays.toString(from)
                  + " to "
                  + Arrays.toString(pd));
        }
      }
      return new Isotonic(from.clone(), pd.clone());
    }

    /** Returns the number of knots. */
    public int knots() {
      return from.length;
    }

    /** Returns the uncalibrated log-odds of a knot. */
    public double from(int knot) {
      return from[knot];
    }

    /** Returns the PD of a knot. */
    public double pd(int knot) {
      return pd[knot];
    }

    @Override
    public double calibrated(double badLogOdds) {
      int found = Arrays.binarySearch(from, badLogOdds);
      if (found >= 0) {
        return to[found];
      }
      int next = -1 - found;
      if (next == 0) {
        return to[0];
      }
      if (next == from.length) {
        return to[next - 1];
      }
      double share = (badLogOdds - from[next - 1]) / (from[next] - from[next - 1]);
      double value = to[next - 1] + share * (to[next] - to[next - 1]);
      return Math.min(Math.max(value, to[next - 1]), to[next]);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Isotonic isotonic
          && Arrays.equals(from, isotonic.from)
          && Arrays.equals(pd, isotonic.pd);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(from) + Arrays.hashCode(pd);
    }
  }
}
