package io.probity.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
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
      JsonObject root = object(parser, context, "");
      if (parser.nextToken() != null) {
        throw refused(context, "nothing may follow the document's closing brace", parser.getText());
      }
      return root;
    } catch (JsonProcessingException broken) {
      JsonLocation location = broken.getLocation();
      String place = location == null
          ? context.place("")
          : context.document() + ":" + location.getLineNr() + ":" + location.getColumnNr();
      throw new InvalidInputException(
          new Violation(place, "not strict JSON: " + broken.getOriginalMessage(), "", ""));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static JsonFactory factory(int depth) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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

  private static JsonObject object(JsonParser parser, JsonContext context, String path)
      throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      values.put(key, value(parser, context, path.isEmpty() ? key : path + "." + key));
    }
    return new JsonObject(context, path, values);
  }

  private static List<Object> list(JsonParser parser, JsonContext context, String path)
      throws IOException {
    List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser, context, path + "[" + values.size() + "]"));
    }
    return values;
  }

  private static Object value(JsonParser parser, JsonContext context, String path)
      throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser, context, path);
      case START_ARRAY -> list(parser, context, path);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Digits(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> JsonValue.Null.NULL;
      default -> throw new IllegalStateException("no value starts with " + token);
    };
  }

  private static InvalidInputException refused(JsonContext context, String rule, String received) {
    return new InvalidInputException(new Violation(context.place(""), rule, received, ""));
  }
}
