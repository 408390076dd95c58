package io.probity.schema;

/** What a derivation computes with. */
public sealed interface Operand {

  /** The text that stands for the day of the application in a derivation's operands. */
  String AS_OF_TEXT = "$asOf";

  /**
   * The value of another field.
   *
   * @param name the field's name
   */
  record OfField(String name) implements Operand {}

  /**
   * A constant.
   *
   * @param value a finite number
   */
  record Constant(double value) implements Operand {

    /** Checks that the constant is finite. */
    public Constant {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a constant must be finite, not " + value);
      }
    }
  }

  /** The day for which the application is decided. */
  record AsOf() implements Operand {}
}
