package io.probity.explain;

/** Which way the value of a feature cost points. */
public enum ReasonDirection {
  /** The nearest value that costs less is lower. */
  TOO_HIGH,
  /** The nearest value that costs less is higher. */
  TOO_LOW,
  /** The value is missing. */
  MISSING,
  /** The value is a special code. */
  SPECIAL,
  /** The value is a level of a category. */
  LEVEL,
  /** It cannot be told, or the reason is not one of points. */
  NONE
}
