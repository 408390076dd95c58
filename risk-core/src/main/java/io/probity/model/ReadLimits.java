package io.probity.model;

import io.probity.input.JsonLimits;

/**
 * How large a model file may be before it is refused.
 *
 * @param entries the most entries
 * @param bytes the most bytes of the whole file
 * @param depth the deepest nesting of its JSON
 */
public record ReadLimits(int entries, int bytes, int depth) {

  /** 32 entries, 64 MiB, depth 32. */
  public static final ReadLimits DEFAULT = new ReadLimits(32, 64 << 20, 32);

  /** Checks that the limits are positive. */
  public ReadLimits {
    if (entries < 1 || bytes < 1 || depth < 1) {
      throw new IllegalArgumentException("the limits of a model file must be positive");
    }
  }

  JsonLimits json() {
    return new JsonLimits(bytes, depth);
  }
}
