package io.probity.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Random salts, drawn many at a time since asking a secure generator costs. */
final class Salts {

  private static final int BYTES = 16;
  private static final int MANY = 256;

  private final RandomGenerator random;
  private final byte[] drawn = new byte[BYTES * MANY];
  private int at = drawn.length;

  Salts(RandomGenerator random) {
    this.random = random;
  }

  /** Returns a salt that was never given before, in hexadecimal. */
  synchronized String next() {
    if (at == drawn.length) {
      random.nextBytes(drawn);
      at = 0;
    }
    String salt = HexFormat.of().formatHex(drawn, at, at + BYTES);
    Arrays.fill(drawn, at, at + BYTES, (byte) 0);
    at += BYTES;
    return salt;
  }
}
