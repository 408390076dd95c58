package io.probity.training.calibration;

/**
 * Which parameters of a beta calibration are free. In each a and b stay at least 0.
 *
 * <p>Source: M. Kull, T. Silva Filho, P. Flach, Beta calibration (2017).
 */
public enum BetaForm {
  /** a, b and the intercept. */
  ABM,
  /** The intercept and a = b: the straight line of Platt. */
  AM,
  /** a and b, with the intercept (a - b) ln 2, so that a PD of one half stays. */
  AB
}
