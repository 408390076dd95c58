package io.probity.condition;

/** The value of a condition: a comparison with a missing or special value is neither true nor false. */
public enum Truth {
  /** It does not hold. */
  FALSE,
  /** It cannot be told, because a value is missing or holds a special code. */
  UNKNOWN,
  /** It holds. */
  TRUE;

  /** Returns this and the other: false if either is, else unknown if either is. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Returns this or the other: true if either is, else unknown if either is. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns the opposite; unknown stays unknown. */
  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }

  static Truth of(boolean holds) {
    return holds ? TRUE : FALSE;
  }
}
