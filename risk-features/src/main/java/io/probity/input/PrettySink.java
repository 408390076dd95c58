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
import java.nio.ByteBuffer;

/** Writes one key a line. */
final class PrettySink implements JsonSink {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private JsonGenerator generator = newGenerator();

  private JsonGenerator newGenerator() {
    try {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      return FACTORY
          .createGenerator(bytes, JsonEncoding.UTF8)
          .setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  @Override
  public void beginObject() {
    run(JsonGenerator::writeStartObject);
  }

  @Override
  public void endObject() {
    run(JsonGenerator::writeEndObject);
  }

  @Override
  public void beginList() {
    run(JsonGenerator::writeStartArray);
  }

  @Override
  public void endList() {
    run(JsonGenerator::writeEndArray);
  }

  @Override
  public void key(String key) {
    run(out -> out.writeFieldName(key));
  }

  @Override
  public void text(String value) {
    run(out -> out.writeString(value));
  }

  @Override
  public void whole(long value) {
    run(out -> out.writeNumber(value));
  }

  @Override
  public void real(double value) {
    run(out -> out.writeNumber(value));
  }

  @Override
  public void exact(BigDecimal value) {
    run(out -> out.writeNumber(value.toPlainString()));
  }

  @Override
  public void flag(boolean value) {
    run(out -> out.writeBoolean(value));
  }

  @Override
  public void nothing() {
    run(JsonGenerator::writeNull);
  }

  @Override
  public byte[] toBytes() {
    run(JsonGenerator::flush);
    if (!generator.getOutputContext().inRoot()) {
      throw new IllegalStateException("the document still has an open object or list");
    }
    return bytes.toByteArray();
  }

  @Override
  public ByteBuffer view() {
    return ByteBuffer.wrap(toBytes());
  }

  @Override
  public void clear() {
    run(JsonGenerator::flush);
    bytes.reset();
    generator = newGenerator();
  }

  private void run(Step step) {
    try {
      step.write(generator);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  @FunctionalInterface
  private interface Step {
    void write(JsonGenerator out) throws IOException;
  }
}
