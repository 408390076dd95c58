package io.probity.training.rounding;

import java.util.List;

/**
 * How points become whole.
 *
 * @param method how each value is rounded
 * @param cutOffs whole scores at which decisions are compared, beside the bounds of the grades
 */
public record RoundingPlan(Method method, List<Integer> cutOffs) {

  /** How a value is rounded. */
  public enum Method {
    /** To the nearest whole number. */
    NEAREST,
    /** Up or down, so that the fewest decisions change. */
    FEWEST_CHANGES
  }

  /** The rounding that changes fewest decisions at the bounds of the grades. */
  public static final RoundingPlan DEFAULT = new RoundingPlan(Method.FEWEST_CHANGES, List.of());

  /** Copies the cut-offs. */
  public RoundingPlan {
    cutOffs = List.copyOf(cutOffs);
  }
}
