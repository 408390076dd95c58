package io.probity.audit;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The end of a log: publish it where those who keep the log cannot change it, and a line that was
 * removed, altered or cut off shows.
 *
 * @param sequence the number of the last line, from 1; 0 for an empty log
 * @param chain the digest over all lines up to it, in hexadecimal
 */
public record AuditHead(long sequence, String chain) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** The head of a log without lines. */
  public static final AuditHead EMPTY = new AuditHead(0, "0".repeat(64));

  /** Checks the digest. */
  public AuditHead {
    if (sequence < 0 || !HEX.matcher(chain).matches()) {
      throw new IllegalArgumentException(
          "a head is a number and 64 hexadecimal digits, not " + sequence + ":" + chain);
    }
  }

  /**
   * Reads a head written as {@code SEQUENCE:CHAIN}.
   *
   * @throws IllegalArgumentException if it is not written so
   */
  public static AuditHead parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || !text.substring(0, colon).chars().allMatch(Character::isDigit)) {
      throw new IllegalArgumentException("a head is written SEQUENCE:CHAIN, not " + text);
    }
    return new AuditHead(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(chain);
  }

  @Override
  public String toString() {
    return sequence + ":" + chain;
  }
}
