package io.probity.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * A line before its place in the chain is known. The body is what the chain protects; the personal
 * part is protected by the commitment in the body and may be erased.
 */
final class LineParts {

  static final byte[] SEQUENCE = Bytes.utf8("{\"seq\":");
  static final byte[] HEAD = Bytes.utf8("\"head\":");
  static final byte[] DECISION = Bytes.utf8(",\"decision\":");
  static final byte[] PERSONAL = Bytes.utf8(",\"personal\":");
  static final byte[] CHAIN = Bytes.utf8(",\"chain\":\"");
  static final byte[] END = Bytes.utf8("\"}\n");
  static final byte[] ERASED = Bytes.utf8("null");

  private final byte[] text; // from the head to the end of the personal part
  private final byte[] bodyHash;

  private LineParts(byte[] text, byte[] bodyHash) {
    this.text = text;
    this.bodyHash = bodyHash;
  }

  /**
   * Joins the parts.
   *
   * @param body an object of the keys {@code head} and {@code decision}, in this order
   * @param personal an object, or {@link #ERASED} where there is none
   * @param digest to use, SHA-256
   */
  static LineParts of(ByteBuffer body, ByteBuffer personal, MessageDigest digest) {
    int length = body.remaining() - 2; // without the braces
    int personalLength = personal.remaining();
    byte[] text = new byte[length + PERSONAL.length + personalLength];
    body.get(1, text, 0, length);
    System.arraycopy(PERSONAL, 0, text, length, PERSONAL.length);
    personal.get(text, length + PERSONAL.length, personalLength);
    digest.update(text, 0, length);
    return new LineParts(text, digest.digest());
  }

  /** Returns the digest of what the chain protects. */
  byte[] bodyHash() {
    return bodyHash;
  }

  /** Writes the line, at its place in the chain. */
  void appendTo(LineBuffer out, long sequence, byte[] chain) {
    out.append(SEQUENCE);
    out.appendNumber(sequence);
    out.append(',');
    out.append(text);
    out.append(CHAIN);
    out.appendHex(chain);
    out.append(END);
  }
}
