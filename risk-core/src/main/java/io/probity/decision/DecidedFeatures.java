package io.probity.decision;

/**
 * The features that a decision was made on, in the order of {@link CreditEngine#features}: a number, or
 * a cell of {@link io.probity.schema.SpecialValues}. Immutable.
 */
public final class DecidedFeatures {

  private final double[] cells;

  DecidedFeatures(double[] cells) {
    this.cells = cells.clone();
  }

  /** Returns how many there are: the model's, then the policy's. */
  public int size() {
    return cells.length;
  }

  /** Returns the cell of a feature. */
  public double cell(int feature) {
    return cells[feature];
  }
}
