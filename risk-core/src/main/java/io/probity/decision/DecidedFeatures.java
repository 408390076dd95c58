package io.probity.decision;

import io.probity.limit.LimitTrace;
import java.util.Optional;

/**
 * The features that a decision was made on, in the order of {@link CreditEngine#features}: a number, or
 * a cell of {@link io.probity.schema.SpecialValues}; and how its limit came about. Immutable.
 */
public final class DecidedFeatures {

  private final double[] cells;

  private final Optional<LimitTrace> limitTrace;

  DecidedFeatures(double[] cells, Optional<LimitTrace> limitTrace) {
    this.cells = cells.clone();
    this.limitTrace = limitTrace;
  }

  /** Returns what {@link Decision#limitTrace} computes again, as it was when it was decided. */
  public Optional<LimitTrace> limitTrace() {
    return limitTrace;
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
