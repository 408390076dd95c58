package io.probity.training.additive;

/**
 * The logistic function by linear interpolation between 8,193 exact values: within 2e-7, the same on
 * every machine, and several times faster than the exact one. Only gradients are made of it.
 */
final class ProbabilityTable {

  private static final double LARGEST = 16.0;
  private static final int PER_UNIT = 256;
  private static final int STEPS = (int) (2 * LARGEST * PER_UNIT);
  private static final double[] VALUES = new double[STEPS + 2];

  static {
    for (int i = 0; i < VALUES.length; i++) {
      VALUES[i] = 1.0 / (1.0 + StrictMath.exp(LARGEST - (double) i / PER_UNIT));
    }
  }

  private ProbabilityTable() {}

  /** Returns 1 / (1 + exp(-logOdds)); log-odds above 16 or below -16 - 1/256 count as 16 or -16. */
  static double of(double logOdds) {
    double place = (logOdds + LARGEST) * PER_UNIT;
    int index = (int) place;
    if ((index & -STEPS) != 0) { // a test that hardly ever holds costs less than two bounds
      return VALUES[place < 0 ? 0 : STEPS];
    }
    double low = VALUES[index];
    return low + (place - index) * (VALUES[index + 1] - low);
  }
}
