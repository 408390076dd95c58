package io.probity.model;

/** What a predictor says of one applicant, overwritten by the next. For one thread. */
final class Margin {

  final double[] contributions;
  final double[] cells; // of the applicant, for predictors that read them again
  final int[] slots; // of each feature, for predictors that look them up more than once
  final float[] walk; // what trees compare, twice a column
  double badLogOdds;
  int score;

  Margin(int features) {
    this(features, 0);
  }

  Margin(int features, int walkSlots) {
    this.contributions = new double[features];
    this.cells = new double[features];
    this.slots = new int[features];
    this.walk = new float[walkSlots];
  }

  void keep(double[] x) {
    System.arraycopy(x, 0, cells, 0, cells.length);
  }
}
