package io.probity.explain;

import io.probity.schema.FieldKind;
import io.probity.schema.Range;
import io.probity.schema.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that an applicant can change, with limits and a cost. The cost of a change = fixed cost +
 * cost per unit x how far the value moves; a level of a category costs the fixed part.
 *
 * @param field the name of the field
 * @param kind number or category
 * @param limits the values that can be reached
 * @param direction which way a number can move
 * @param step the grid of values: whole multiples of it; empty where only values count at which a bin
 *     or a rule changes
 * @param levels the levels that a category can change to
 * @param cost what a change costs
 * @param raise the advice for a higher number or another level, by language: {1} and {2} stand for the
 *     value now and the wanted one
 * @param lower the advice for a lower number
 */
public record Action(
    String field,
    FieldKind kind,
    Range limits,
    Direction direction,
    Optional<BigDecimal> step,
    List<String> levels,
    Cost cost,
    Texts raise,
    Texts lower) {

  /** Which way a number can move. */
  public enum Direction {
    /** To higher values alone. */
    UP,
    /** To lower values alone. */
    DOWN,
    /** Both ways. */
    EITHER
  }

  /**
   * What a change costs, in a unit of the policy's own.
   *
   * @param fixed for changing at all
   * @param perUnit for each unit that a number moves
   */
  public record Cost(double fixed, double perUnit) {

    /** One for each change, however far. */
    public static final Cost ONE = new Cost(1, 0);

    private static final double LARGEST = 1e9;

    /** Checks that a change is not free. */
    public Cost {
      if (!(fixed >= 0 && fixed <= LARGEST && perUnit >= 0 && perUnit <= LARGEST)
          || fixed + perUnit == 0) {
        throw new IllegalArgumentException(
            "a change needs a fixed cost and one per unit from 0 to 1e9, not both 0, but they are "
                + fixed + " and " + perUnit);
      }
    }
  }

  /** Checks that the grid, direction and levels fit the kind. */
  public Action {
    levels = List.copyOf(levels);
    if (step.isPresent() && step.get().signum() <= 0) {
      throw new IllegalArgumentException("a step must be above 0, not " + step.get());
    }
    if (kind == FieldKind.CATEGORY && (step.isPresent() || direction != Direction.EITHER)) {
      throw new IllegalArgumentException("a category has no step and no direction");
    }
    if (kind != FieldKind.CATEGORY && !levels.isEmpty()) {
      throw new IllegalArgumentException("only a category has levels");
    }
  }

  /** Returns what it costs to move a number from one value to another. */
  public double costOf(double from, double to) {
    return from == to ? 0 : cost.fixed() + cost.perUnit() * Math.abs(to - from);
  }
}
