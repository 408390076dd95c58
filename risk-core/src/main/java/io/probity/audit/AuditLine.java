package io.probity.audit;

import io.probity.file.Sha256;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * One line of a log: {@code {"seq":N,"head":{...},"decision":{...},"personal":{...},"chain":"..."}}.
 * The chain is SHA-256(chain of the line before, number as 8 bytes, SHA-256(from {@code "head"} to the
 * end of the decision)). The personal part may have become {@code null}; its SHA-256 stays in the head.
 */
public final class AuditLine {

  private static final int CHAIN_DIGITS = 64;
  private static final int LONGEST_NUMBER = 18;
  private static final byte[] COMPUTED = Bytes.utf8(",\"computed\":");
  private static final byte[] APPLICATION = Bytes.utf8(",\"application\":");

  private final byte[] bytes;
  private final String place;
  private final long sequence;
  private final int body;
  private final int decision;
  private final int personal;
  private final int chain;

  private AuditLine(
      byte[] bytes, String place, long sequence, int body, int decision, int personal, int chain) {
    this.bytes = bytes;
    this.place = place;
    this.sequence = sequence;
    this.body = body;
    this.decision = decision;
    this.personal = personal;
    this.chain = chain;
  }

  /**
   * Takes a line apart, without its line feed.
   *
   * @param place of the line, for messages
   * @return empty if it is no line of a log
   */
  static Optional<AuditLine> parse(byte[] line, String place) {
    int chain = line.length - 2 - CHAIN_DIGITS - LineParts.CHAIN.length;
    int comma = LineParts.SEQUENCE.length;
    long sequence = 0;
    while (comma < Math.min(line.length, LineParts.SEQUENCE.length + LONGEST_NUMBER)
        && line[comma] >= '0'
        && line[comma] <= '9') {
      sequence = 10 * sequence + line[comma++] - '0';
    }
    int body = comma + 1;
    int decision = Bytes.indexOf(line, LineParts.DECISION, body);
    int personal = decision < 0 ? -1 : Bytes.indexOf(line, LineParts.PERSONAL, decision);
    boolean isLine = personal > 0
        && personal < chain
        && Bytes.startsWith(line, LineParts.SEQUENCE, 0)
        && line[comma] == ','
        && Bytes.startsWith(line, LineParts.HEAD, body)
        && Bytes.startsWith(line, LineParts.CHAIN, chain)
        && isHex(line, chain + LineParts.CHAIN.length)
        && line[line.length - 2] == '"'
        && line[line.length - 1] == '}';
    return isLine
        ? Optional.of(new AuditLine(line, place, sequence, body, decision, personal, chain))
        : Optional.empty();
  }

  private static boolean isHex(byte[] line, int from) {
    for (int at = from; at < from + CHAIN_DIGITS; at++) {
      boolean digit = line[at] >= '0' && line[at] <= '9';
      if (!digit && !(line[at] >= 'a' && line[at] <= 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of the line. */
  public long sequence() {
    return sequence;
  }

  /** Returns where the line stands. */
  public String place() {
    return place;
  }

  /** Returns the chain as the line states it. */
  public String chain() {
    int from = chain + LineParts.CHAIN.length;
    return new String(bytes, from, CHAIN_DIGITS, StandardCharsets.US_ASCII);
  }

  /** Returns the digest of what the chain protects. */
  byte[] bodyHash() {
    MessageDigest digest = Sha256.newDigest();
    digest.update(bytes, body, personal - body);
    return digest.digest();
  }

  /**
   * Returns a text of the head that is written without escapes, such as a digest, or an empty text. What
   * is searched for cannot stand inside of another text, where its quotation marks would be escaped.
   *
   * @param key the key in quotation marks, a colon and a quotation mark
   */
  String plain(byte[] key) {
    int from = Bytes.indexOf(bytes, key, body);
    if (from < 0 || from >= decision) {
      return "";
    }
    int begin = from + key.length;
    int end = begin;
    while (end < decision && bytes[end] != '"') {
      end++;
    }
    return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
  }

  /** Returns what stands about the entry. */
  public JsonObject head() {
    byte[] json = Arrays.copyOfRange(bytes, body + LineParts.HEAD.length, decision);
    return JsonObject.parse(json, place, JsonLimits.APPLICATION);
  }

  /** Returns what was decided; empty braces for other entries. */
  public byte[] decision() {
    return Arrays.copyOfRange(bytes, decision + LineParts.DECISION.length, personal);
  }

  /** Returns the personal part; {@code null} in letters where there is none or it was erased. */
  byte[] personal() {
    return Arrays.copyOfRange(bytes, personal + LineParts.PERSONAL.length, chain);
  }

  /** Returns whether the personal part is gone, or never was. */
  public boolean hasNoPersonalPart() {
    return Arrays.equals(personal(), LineParts.ERASED);
  }

  /** Returns the cells and amounts of the personal part. */
  byte[] computed() {
    byte[] part = personal();
    int from = Bytes.indexOf(part, COMPUTED, 0);
    int to = Bytes.indexOf(part, APPLICATION, 0);
    return from < 0 || to < from
        ? new byte[0]
        : Arrays.copyOfRange(part, from + COMPUTED.length, to);
  }

  /** Returns the application of the personal part, as JSON. */
  public byte[] application() {
    byte[] part = personal();
    int from = Bytes.indexOf(part, APPLICATION, 0);
    return from < 0
        ? new byte[0]
        : Arrays.copyOfRange(part, from + APPLICATION.length, part.length - 1);
  }

  /** Returns the line without its personal part. */
  byte[] erased() {
    return Bytes.join(
        Arrays.copyOf(bytes, personal),
        LineParts.PERSONAL,
        LineParts.ERASED,
        Arrays.copyOfRange(bytes, chain, bytes.length));
  }

  byte[] bytes() {
    return bytes;
  }
}
