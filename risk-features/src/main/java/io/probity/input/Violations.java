package io.probity.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gathers the violations of one document or record and throws them together.
 *
 * <p>At most {@value #LIMIT} are kept, so that a hostile input cannot fill the memory; the rest are
 * only counted. Not safe for use by several threads.
 */
public final class Violations {

  static final int LIMIT = 1_000;

  private final List<Violation> found = new ArrayList<>();
  private int dropped;

  /** Adds a violation. */
  public void add(Violation violation) {
    if (found.size() < LIMIT) {
      found.add(violation);
    } else {
      dropped++;
    }
  }

  /** Adds a violation made of its four parts. */
  public void add(String place, String rule, String received, String remedy) {
    add(new Violation(place, rule, received, remedy));
  }

  /**
   * Runs a part of a check; if it throws, its violations are gathered here, so that the other parts
   * can still be checked.
   *
   * @return what the part returned; empty if it threw
   */
  public <T> Optional<T> gather(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (InvalidInputException broken) {
      broken.violations().forEach(this::add);
      return Optional.empty();
    }
  }

  /** Returns whether further violations are only counted. */
  public boolean isFull() {
    return found.size() >= LIMIT;
  }

  /** Returns whether nothing was found so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns what was found so far, in the order found. */
  public List<Violation> list() {
    return List.copyOf(found);
  }

  /**
   * Throws all violations together, if there are any.
   *
   * @throws InvalidInputException with every violation found
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw toException();
    }
  }

  /** Returns the exception with every violation found, of which there must be at least one. */
  public InvalidInputException toException() {
    List<Violation> all = new ArrayList<>(found);
    if (dropped > 0) {
      all.add(Violation.of("", "and " + dropped + " more violations of the same input", ""));
    }
    return new InvalidInputException(all);
  }
}
