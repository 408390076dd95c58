package io.probity.model;

/** What a predictor says of one applicant, overwritten by the next. For one thread. */
final class Margin {

  final double[] contributions;
  final int[] slots; // of each feature, for predictors that look them up more than once
  double badLogOdds;
  int score;

  Margin(int features) {
    this.contributions = new double[features];
    this.slots = new int[features];
  }
}
