package io.probity.input;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a file, a document or an application breaks its rules. It carries every violation
 * that was found, so that a caller can mend them in one go.
 */
public final class InvalidInputException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final Violation[] violations;

  /**
   * Creates the exception.
   *
   * @param violations what is wrong, at least one, in the order found
   */
  public InvalidInputException(List<Violation> violations) {
    super(message(violations));
    this.violations = violations.toArray(new Violation[0]);
  }

  /** Creates the exception for a single violation. */
  public InvalidInputException(Violation violation) {
    this(List.of(violation));
  }

  /** Returns all violations, in the order found; never empty. */
  public List<Violation> violations() {
    return List.of(violations);
  }

  private static String message(List<Violation> violations) {
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("an invalid input needs at least one violation");
    }
    if (violations.size() == 1) {
      return violations.get(0).toString();
    }
    String lines =
        violations.stream().limit(SHOWN).map(Violation::toString).collect(Collectors.joining("\n"));
    int more = violations.size() - SHOWN;
    return violations.size() + " violations:\n" + lines
        + (more > 0 ? "\nand " + more + " more" : "");
  }
}
