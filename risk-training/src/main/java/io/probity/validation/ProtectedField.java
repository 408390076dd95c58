package io.probity.validation;

import java.util.Optional;

/**
 * A column of protected groups, such as ages or sexes.
 *
 * @param name the name of the column of groups
 * @param reference the group that the others are compared with; empty for the largest
 */
public record ProtectedField(String name, Optional<String> reference) {

  /** Returns a field whose groups are compared with the largest of them. */
  public static ProtectedField of(String name) {
    return new ProtectedField(name, Optional.empty());
  }
}
