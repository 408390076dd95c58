package io.probity.validation;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A result, or the reason why there is none. The metrics refuse what they are not defined for by an
 * {@link IllegalArgumentException} that says what is missing; here it becomes a value.
 *
 * @param result what was computed, if it is defined
 * @param reason why there is none; empty where there is one
 */
record Attempt<T>(Optional<T> result, String reason) {

  /** Returns what is computed, or why it is refused. */
  static <T> Attempt<T> of(Supplier<T> computation) {
    try {
      return new Attempt<>(Optional.of(computation.get()), "");
    } catch (IllegalArgumentException refused) {
      return new Attempt<>(Optional.empty(), String.valueOf(refused.getMessage()));
    }
  }

  /** Returns the figure that is computed, or one that is not defined. */
  static Figure figure(Supplier<? extends Figure> computation) {
    Attempt<Figure> attempt = of(computation::get);
    return attempt.result().orElseGet(() -> new Figure.Undefined(attempt.reason()));
  }

  /**
   * Returns the result.
   *
   * @throws IllegalArgumentException with the reason, if there is none
   */
  T orRefuse() {
    return result.orElseThrow(() -> new IllegalArgumentException(reason));
  }
}
