package io.probity.input;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON that comes out the same, byte for byte, on every Java release: doubles by the shortest
 * text that reads back to the same value, whole values below 10^15 without a fraction, keys in the
 * order written, UTF-8, line feeds. A value that is not finite is refused.
 *
 * <p>Not safe for use by several threads.
 */
public final class JsonText {

  private final JsonSink sink;

  private JsonText(JsonSink sink) {
    this.sink = sink;
  }

  /** Returns a writer of one line, for records in a log. */
  public static JsonText compact() {
    return new JsonText(new LineSink());
  }

  /** Returns a writer with one key a line, for files that people read. */
  public static JsonText pretty() {
    return new JsonText(new PrettySink());
  }

  /** Begins an object: the root, or an element of a list. */
  public JsonText beginObject() {
    sink.beginObject();
    return this;
  }

  /** Begins an object under a key. */
  public JsonText beginObject(String key) {
    sink.key(key);
    sink.beginObject();
    return this;
  }

  /** Ends the innermost object. */
  public JsonText endObject() {
    sink.endObject();
    return this;
  }

  /** Begins a list under a key. */
  public JsonText beginList(String key) {
    sink.key(key);
    sink.beginList();
    return this;
  }

  /** Begins a list in a list. */
  public JsonText beginList() {
    sink.beginList();
    return this;
  }

  /** Ends the innermost list. */
  public JsonText endList() {
    sink.endList();
    return this;
  }

  /** Writes a text under a key; null is written as the JSON null. */
  public JsonText put(String key, @Nullable String value) {
    sink.key(key);
    if (value == null) {
      sink.nothing();
    } else {
      sink.text(value);
    }
    return this;
  }

  /** Writes a finite number under a key. */
  public JsonText put(String key, double value) {
    sink.key(key);
    return add(value);
  }

  /** Writes a whole number under a key. */
  public JsonText put(String key, long value) {
    sink.key(key);
    return add(value);
  }

  /** Writes an exact number under a key, never in exponent form. */
  public JsonText put(String key, BigDecimal value) {
    sink.key(key);
    return add(value);
  }

  /** Writes true or false under a key. */
  public JsonText put(String key, boolean value) {
    sink.key(key);
    sink.flag(value);
    return this;
  }

  /** Writes null under a key. */
  public JsonText putNull(String key) {
    sink.key(key);
    return addNull();
  }

  /** Writes a list of numbers under a key. */
  public JsonText put(String key, double[] values) {
    beginList(key);
    for (double value : values) {
      add(value);
    }
    return endList();
  }

  /** Writes a list of whole numbers under a key. */
  public JsonText put(String key, int[] values) {
    beginList(key);
    for (int value : values) {
      add(value);
    }
    return endList();
  }

  /** Writes a list of texts under a key. */
  public JsonText put(String key, Iterable<String> values) {
    beginList(key);
    for (String value : values) {
      add(value);
    }
    return endList();
  }

  /** Writes a list of lists of texts under a key. */
  public JsonText putLists(String key, Iterable<? extends Iterable<String>> lists) {
    beginList(key);
    for (Iterable<String> list : lists) {
      beginList();
      list.forEach(this::add);
      endList();
    }
    return endList();
  }

  /** Writes a finite number into a list. */
  public JsonText add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON holds finite numbers only, not " + value);
    }
    if (DecimalText.isWhole(value)) {
      sink.whole((long) value);
    } else {
      sink.real(value);
    }
    return this;
  }

  /** Writes a whole number into a list. */
  public JsonText add(long value) {
    sink.whole(value);
    return this;
  }

  /** Writes an exact number into a list, never in exponent form. */
  public JsonText add(BigDecimal value) {
    sink.exact(value);
    return this;
  }

  /** Writes a text into a list. */
  public JsonText add(String value) {
    sink.text(value);
    return this;
  }

  /** Writes null into a list. */
  public JsonText addNull() {
    sink.nothing();
    return this;
  }

  /** Returns the document written so far, which must be complete. */
  public byte[] toBytes() {
    return sink.toBytes();
  }

  /**
   * Returns the document written so far, which must be complete, without a copy: it holds until
   * something more is written.
   */
  public ByteBuffer view() {
    return sink.view();
  }

  /** Forgets what was written, so that another document can be; many of a kind are written faster so. */
  public JsonText clear() {
    sink.clear();
    return this;
  }

  /** Returns the document written so far as a text. */
  @Override
  public String toString() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }
}
