package io.probity.training.scorecard;

import java.util.List;

/**
 * A setting of the scorecard: stated, or chosen from a ladder by inner folds.
 *
 * @param values what may be chosen, the plainest first; a single value is stated
 */
public record Choice(List<Double> values) {

  /** Checks that there is something to choose. */
  public Choice {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a choice needs at least one value");
    }
    for (double value : values) {
      if (!(value >= 0)) {
        throw new IllegalArgumentException("a setting must be at least 0, not " + value);
      }
    }
  }

  /** Returns a stated value. */
  public static Choice of(double value) {
    return new Choice(List.of(value));
  }

  /** Returns whether the value is stated. */
  public boolean isStated() {
    return values.size() == 1;
  }
}
