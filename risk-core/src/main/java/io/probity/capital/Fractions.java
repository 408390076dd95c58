package io.probity.capital;

/** Checks of figures that must lie in a range. */
final class Fractions {

  private Fractions() {}

  static void require(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "the " + name + " must be a fraction in [0, 1], not " + value);
    }
  }

  static void requireAmount(String name, double value) {
    if (!(value >= 0 && value <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the " + name + " must be finite and at least 0, not " + value);
    }
  }
}
