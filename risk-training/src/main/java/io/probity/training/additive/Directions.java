package io.probity.training.additive;

import io.probity.schema.RiskDirection;

/** Directions of risk as signs. */
final class Directions {

  private Directions() {}

  /** Returns 1 where risk rises with the value, -1 where it falls, 0 where nothing is imposed. */
  static double sign(RiskDirection direction) {
    return switch (direction) {
      case RISES -> 1.0;
      case FALLS -> -1.0;
      case FREE -> 0.0;
    };
  }
}
