package io.probity.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Parses strict JSON into a tree of values. */
final class JsonParsing {

  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_LONG = 18; // digits that surely fit
  private static final int LONGEST_KEY = 1_000;

  /** By depth; texts are bounded by the length of the document, which is checked before. */
  private static final Map<Integer, JsonFactory> FACTORIES = new ConcurrentHashMap<>();

  private JsonParsing() {}

  static JsonObject parse(byte[] utf8, JsonContext context, JsonLimits limits) {
    if (utf8.length > limits.bytes()) {
      throw refused(
          context,
          "a document may have at most " + limits.bytes() + " bytes",
          utf8.length + " bytes");
    }
    JsonFactory factory = FACTORIES.computeIfAbsent(limits.depth(), JsonParsing::factory);
    try (JsonParser parser = factory.createParser(utf8)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw refused(context, "the document is empty", "");
      }
      if (first != JsonToken.START_OBJECT) {
        throw refused(context, "the document must be an object in braces", parser.getText());
      }
      JsonObject root = object(parser, context, JsonPath.ROOT);
      if (parser.nextToken() != null) {
        throw refused(context, "nothing may follow the document's closing brace", parser.getText());
      }
      return root;
    } catch (JsonProcessingException broken) {
      JsonLocation location = broken.getLocation();
      String place = location == null
          ? context.place(JsonPath.ROOT)
          : context.document() + ":" + location.getLineNr() + ":" + location.getColumnNr();
      throw new InvalidInputException(
          new Violation(place, "not strict JSON: " + broken.getOriginalMessage(), "", ""));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static JsonFactory factory(int depth) {
    return JsonFactory.builder()
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(depth)
            .maxNumberLength(LONGEST_NUMBER)
            .maxNameLength(LONGEST_KEY)
            .maxStringLength(Integer.MAX_VALUE)
            .build())
        .build();
  }

  private static JsonObject object(JsonParser parser, JsonContext context, JsonPath path)
      throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      Object value = token.isScalarValue()
          ? scalar(parser, token)
          : structure(parser, context, path.key(key), token);
      if (values.put(key, value) != null) {
        throw new JsonParseException(parser, "Duplicate field '" + key + "'");
      }
    }
    return new JsonObject(context, path, values);
  }

  private static List<Object> list(JsonParser parser, JsonContext context, JsonPath path)
      throws IOException {
    List<Object> values = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      values.add(
          token.isScalarValue()
              ? scalar(parser, token)
              : structure(parser, context, path.index(values.size()), token));
      token = parser.nextToken();
    }
    return values;
  }

  private static Object structure(
      JsonParser parser, JsonContext context, JsonPath path, JsonToken token) throws IOException {
    return token == JsonToken.START_OBJECT
        ? object(parser, context, path)
        : list(parser, context, path);
  }

  private static Object scalar(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT ->
        parser.getTextLength() <= LONGEST_LONG
            ? (Object) parser.getLongValue()
            : new JsonValue.Digits(parser.getText());
      case VALUE_NUMBER_FLOAT -> new JsonValue.Digits(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> JsonValue.Null.NULL;
      default -> throw new IllegalStateException("no value starts with " + token);
    };
  }

  private static InvalidInputException refused(JsonContext context, String rule, String received) {
    return new InvalidInputException(
        new Violation(context.place(JsonPath.ROOT), rule, received, ""));
  }
}
