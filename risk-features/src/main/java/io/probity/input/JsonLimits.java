package io.probity.input;

/**
 * How large a JSON document may be before it is refused unread.
 *
 * @param bytes the longest document, in bytes of UTF-8
 * @param depth the deepest nesting of objects and lists
 */
public record JsonLimits(int bytes, int depth) {

  /** The limits for files: 64 MiB and 32 levels. */
  public static final JsonLimits FILE = new JsonLimits(64 << 20, 32);

  /** The limits for one application: 16 MiB and 16 levels. */
  public static final JsonLimits APPLICATION = new JsonLimits(16 << 20, 16);

  /** Checks that both limits are positive. */
  public JsonLimits {
    if (bytes < 1 || depth < 1) {
      throw new IllegalArgumentException("JSON limits must be positive: " + bytes + ", " + depth);
    }
  }
}
