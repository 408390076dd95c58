package io.probity.input;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonGenerator generator;

  private JsonText(boolean pretty) {
    try {
      generator = FACTORY.createGenerator(bytes, JsonEncoding.UTF8);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
    if (pretty) {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      generator.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
    }
  }

  /** Returns a writer of one line, for records in a log. */
  public static JsonText compact() {
    return new JsonText(false);
  }

  /** Returns a writer with one key a line, for files that people read. */
  public static JsonText pretty() {
    return new JsonText(true);
  }

  /** Begins an object: the root, or an element of a list. */
  public JsonText beginObject() {
    return run(JsonGenerator::writeStartObject);
  }

  /** Begins an object under a key. */
  public JsonText beginObject(String key) {
    return run(out -> out.writeObjectFieldStart(key));
  }

  /** Ends the innermost object. */
  public JsonText endObject() {
    return run(JsonGenerator::writeEndObject);
  }

  /** Begins a list under a key. */
  public JsonText beginList(String key) {
    return run(out -> out.writeArrayFieldStart(key));
  }

  /** Begins a list in a list. */
  public JsonText beginList() {
    return run(JsonGenerator::writeStartArray);
  }

  /** Ends the innermost list. */
  public JsonText endList() {
    return run(JsonGenerator::writeEndArray);
  }

  /** Writes a text under a key; null is written as the JSON null. */
  public JsonText put(String key, @Nullable String value) {
    return run(out -> out.writeStringField(key, value));
  }

  /** Writes a finite number under a key. */
  public JsonText put(String key, double value) {
    return run(out -> out.writeFieldName(key)).add(value);
  }

  /** Writes a whole number under a key. */
  public JsonText put(String key, long value) {
    return run(out -> out.writeNumberField(key, value));
  }

  /** Writes an exact number under a key, never in exponent form. */
  public JsonText put(String key, BigDecimal value) {
    return run(out -> out.writeFieldName(key)).add(value);
  }

  /** Writes true or false under a key. */
  public JsonText put(String key, boolean value) {
    return run(out -> out.writeBooleanField(key, value));
  }

  /** Writes null under a key. */
  public JsonText putNull(String key) {
    return run(out -> out.writeNullField(key));
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
    boolean whole = DecimalText.isWhole(value);
    return run(out -> {
      if (whole) {
        out.writeNumber((long) value);
      } else {
        out.writeNumber(value);
      }
    });
  }

  /** Writes a whole number into a list. */
  public JsonText add(long value) {
    return run(out -> out.writeNumber(value));
  }

  /** Writes an exact number into a list, never in exponent form. */
  public JsonText add(BigDecimal value) {
    return run(out -> out.writeNumber(value.toPlainString()));
  }

  /** Writes a text into a list. */
  public JsonText add(String value) {
    return run(out -> out.writeString(value));
  }

  /** Writes null into a list. */
  public JsonText addNull() {
    return run(JsonGenerator::writeNull);
  }

  /** Returns the document written so far, which must be complete. */
  public byte[] toBytes() {
    run(JsonGenerator::flush);
    if (!generator.getOutputContext().inRoot()) {
      throw new IllegalStateException("the document still has an open object or list");
    }
    return bytes.toByteArray();
  }

  /** Returns the document written so far as a text. */
  @Override
  public String toString() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }

  private JsonText run(Step step) {
    try {
      step.write(generator);
      return this;
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  @FunctionalInterface
  private interface Step {
    void write(JsonGenerator out) throws IOException;
  }
}
