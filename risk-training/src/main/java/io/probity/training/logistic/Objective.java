package io.probity.training.logistic;

/** A function of the coefficients that is made as large as possible. */
interface Objective {

  /** Returns the objective and its derivatives; a value of −∞ where it is not defined. */
  Evaluation at(double[] gamma);
}
