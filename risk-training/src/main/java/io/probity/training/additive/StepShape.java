package io.probity.training.additive;

/** How a step of one term is fitted to the gradients of the records in its cells. */
interface StepShape {

  /** One, in the fixed point of {@link #fit}. */
  double UNIT = 1L << 32;

  /** Returns the number of cells. */
  int cells();

  /**
   * Fits a step.
   *
   * @param sums for each cell the sum of gradients and the sum of curvatures, in fixed point
   * @param step what each cell's log-odds is changed by, written here
   */
  void fit(long[] sums, double[] step);
}
