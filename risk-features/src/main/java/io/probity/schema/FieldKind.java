package io.probity.schema;

/** What the values of a field are. */
public enum FieldKind {
  /** A finite number. */
  NUMBER,
  /** One of a set of levels, without order. */
  CATEGORY,
  /** A day, held as days since 1970-01-01. */
  DATE,
  /** Any text, carried along and never used by a model. */
  TEXT
}
