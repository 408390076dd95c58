package io.probity.monitoring;

/** Bands of amounts: four between a power of two and the next, so that each is 14 to 25 % wide. */
final class LimitBands {

  /** How many bands there are. */
  static final int COUNT = 4 * Long.SIZE;

  private LimitBands() {}

  /** Returns the band of an amount in minor units; the first for 0 and below. */
  static int of(long minor) {
    if (minor < 4) {
      return (int) Math.max(0, minor);
    }
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(minor);
    return 4 * power + (int) (minor >>> (power - 2) & 3);
  }
}
