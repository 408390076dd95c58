package io.probity.audit;

import io.probity.file.Sha256;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.nio.ByteBuffer;
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
  private static final String DECISION = ascii(LineParts.DECISION);
  private static final String PERSONAL = ascii(LineParts.PERSONAL);
  private static final String COMPUTED = ",\"computed\":";
  private static final String APPLICATION = ",\"application\":";
  private static final boolean[] IS_HEX = isHex();

  private final byte[] bytes;
  private final String text; // a character for each byte, since a text is searched fastest
  private final String place;
  private final long sequence;
  private final int body;
  private final int decision;
  private final int personal;
  private final int chain;

  private AuditLine(
      byte[] bytes,
      String text,
      String place,
      long sequence,
      int body,
      int decision,
      int personal,
      int chain) {
    this.bytes = bytes;
    this.text = text;
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
    String text = ascii(line);
    int decision = text.indexOf(DECISION, body);
    int personal = decision < 0 ? -1 : text.indexOf(PERSONAL, decision);
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
        ? Optional.of(new AuditLine(line, text, place, sequence, body, decision, personal, chain))
        : Optional.empty();
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static boolean[] isHex() {
    boolean[] isHex = new boolean[1 << Byte.SIZE];
    Arrays.fill(isHex, '0', '9' + 1, true);
    Arrays.fill(isHex, 'a', 'f' + 1, true);
    return isHex;
  }

  private static boolean isHex(byte[] line, int from) {
    for (int at = from; at < from + CHAIN_DIGITS; at++) {
      if (!IS_HEX[line[at] & 0xff]) {
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
    return text.substring(from, from + CHAIN_DIGITS);
  }

  /** Returns the digest of what the chain protects. */
  byte[] bodyHash(MessageDigest digest) {
    digest.update(bytes, body, personal - body);
    return digest.digest();
  }

  /**
   * Returns a text of the head that is plain ASCII, such as a digest, or an empty text. What
   * is searched for cannot stand inside of another text, where its quotation marks would be escaped.
   *
   * @param key the key in quotation marks, a colon and a quotation mark
   */
  String plain(String key) {
    int from = text.indexOf(key, body);
    if (from < 0 || from >= decision) {
      return "";
    }
    int begin = from + key.length();
    return text.substring(begin, Math.min(decision, text.indexOf('"', begin)));
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

  /** Returns whether the decision is these bytes. */
  boolean decisionIs(ByteBuffer json) {
    return is(json, decision + LineParts.DECISION.length, personal);
  }

  /** Returns the digest of the personal part, in hexadecimal. */
  String personalHash(MessageDigest digest) {
    digest.update(bytes, personalFrom(), chain - personalFrom());
    return Sha256.of(digest);
  }

  private int personalFrom() {
    return personal + LineParts.PERSONAL.length;
  }

  /** Returns whether the personal part is gone, or never was. */
  public boolean hasNoPersonalPart() {
    return is(ByteBuffer.wrap(LineParts.ERASED), personalFrom(), chain);
  }

  /** Returns the cells and amounts of the personal part. */
  byte[] computed() {
    int from = computedFrom();
    return from < 0 ? new byte[0] : Arrays.copyOfRange(bytes, from, applicationAt(from));
  }

  /** Returns whether the cells and amounts are these bytes. */
  boolean computedIs(ByteBuffer json) {
    int from = computedFrom();
    return from >= 0 && is(json, from, applicationAt(from));
  }

  /** Returns the application of the personal part, as JSON. */
  public byte[] application() {
    int at = applicationAt(personalFrom());
    return at < 0 ? new byte[0] : Arrays.copyOfRange(bytes, at + APPLICATION.length(), chain - 1);
  }

  /** Returns where the cells and amounts begin, if the application follows; -1 otherwise. */
  private int computedFrom() {
    int at = before(chain, text.indexOf(COMPUTED, personalFrom()));
    return at < 0 || applicationAt(at) < 0 ? -1 : at + COMPUTED.length();
  }

  private int applicationAt(int from) {
    return before(chain, text.indexOf(APPLICATION, from));
  }

  private static int before(int end, int at) {
    return at < end ? at : -1;
  }

  private boolean is(ByteBuffer wanted, int from, int to) {
    return wanted.equals(ByteBuffer.wrap(bytes, from, to - from));
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
