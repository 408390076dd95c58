package io.probity.training.calibration;

/** How log-odds are corrected, from the simplest on. */
public enum CalibrationMethod {
  /** Not at all. */
  NONE,
  /** By a straight line in log-odds. */
  PLATT,
  /** By intercept + a ln(p) - b ln(1 - p), where p is the uncalibrated PD. */
  BETA,
  /** By the rising steps that fit best, joined by straight lines in log-odds. */
  ISOTONIC,
  /** By the simplest of these whose cross-validated log-loss is near the best. */
  AUTO
}
