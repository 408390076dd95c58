package io.probity.model;

/** From cells to PD, score and grade: the parts of a model that scoring needs. */
record Scoring(Predictor predictor, Calibration calibration, ScoreScale scale, MasterScale grades) {

  VerificationRow row(double[] x) {
    double logOdds = predictor.badLogOdds(x);
    double pd = calibration.pd(logOdds);
    return new VerificationRow(
        x, logOdds, pd, predictor.score(x, scale), grades.name(grades.gradeOf(pd)));
  }
}
