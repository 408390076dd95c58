package io.probity.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read key by key. It remembers which keys were asked for, so that {@link
 * #finish} can report every key that nobody knows, with the nearest known one.
 *
 * <p>An optional key may be absent; null is accepted only where a method says so. Not safe for use
 * by several threads.
 */
public final class JsonObject {

  private final JsonContext context;
  private final JsonPath path;
  private final Map<String, Object> values;
  private final Set<String> asked = new HashSet<>();
  private boolean isAllAsked;

  JsonObject(JsonContext context, JsonPath path, Map<String, Object> values) {
    this.context = context;
    this.path = path;
    this.values = values;
  }

  /**
   * Parses a document whose root is an object; the first violation is thrown.
   *
   * @param utf8 the document
   * @param document its name in messages, empty for none
   * @throws InvalidInputException if it is not strict JSON or passes the limits
   */
  public static JsonObject parse(byte[] utf8, String document, JsonLimits limits) {
    return JsonParsing.parse(utf8, new JsonContext(document, null), limits);
  }

  /**
   * Parses a document whose root is an object; violations of types and keys are gathered in {@code
   * sink}, while broken syntax is thrown at once.
   *
   * @throws InvalidInputException if it is not strict JSON or passes the limits
   */
  public static JsonObject parse(byte[] utf8, String document, JsonLimits limits, Violations sink) {
    return JsonParsing.parse(utf8, new JsonContext(document, sink), limits);
  }

  static JsonObject empty(JsonContext context, JsonPath path) {
    return new JsonObject(context, path, new LinkedHashMap<>());
  }

  /** Returns the place of this object: the document and the JSON path in it. */
  public String place() {
    return context.place(path);
  }

  /** Returns the keys of this object, in the order written. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Hands on all keys and values, in the order written. */
  public void forEach(BiConsumer<String, JsonValue> use) {
    isAllAsked = true;
    values.forEach((key, raw) -> use.accept(key, new JsonValue(context, path.key(key), raw)));
  }

  /** Returns how many keys there are. */
  public int size() {
    return values.size();
  }

  /** Returns whether the key is there, even as a null. */
  public boolean has(String key) {
    asked.add(key);
    return values.containsKey(key);
  }

  /** Returns the value of a key that must be there; it may be null. */
  public JsonValue value(String key) {
    Object raw = raw(key);
    if (raw == null) {
      context.report(new Violation(place(), "the key \"" + key + "\" is missing", "", "add it"));
      return new JsonValue(
          new JsonContext("", new Violations()), path.key(key), JsonValue.Null.NULL);
    }
    return new JsonValue(context, path.key(key), raw);
  }

  /** Returns the value of a key if it is there; it may be null. */
  public Optional<JsonValue> optionalValue(String key) {
    Object raw = raw(key);
    return raw == null ? Optional.empty() : Optional.of(new JsonValue(context, path.key(key), raw));
  }

  /** Returns the value of a key if it is there and not null. */
  public Optional<JsonValue> nullableValue(String key) {
    return optionalValue(key).filter(value -> !value.isNull());
  }

  /** Returns the text of a key that must be there. */
  public String text(String key) {
    return value(key).text();
  }

  /** Returns the text of a key, or the given one if the key is absent. */
  public String text(String key, String otherwise) {
    return optionalValue(key).map(JsonValue::text).orElse(otherwise);
  }

  /** Returns the number of a key that must be there. */
  public double number(String key) {
    return value(key).number();
  }

  /** Returns the number of a key, or the given one if the key is absent. */
  public double number(String key, double otherwise) {
    return optionalValue(key).map(JsonValue::number).orElse(otherwise);
  }

  /** Returns the number of a key if it is there and not null. */
  public OptionalDouble nullableNumber(String key) {
    Optional<JsonValue> value = nullableValue(key);
    return value.isPresent() ? OptionalDouble.of(value.get().number()) : OptionalDouble.empty();
  }

  /** Returns the exact number of a key that must be there. */
  public BigDecimal decimal(String key) {
    return value(key).decimal();
  }

  /** Returns the whole number of a key that must be there. */
  public int whole(String key) {
    return value(key).whole();
  }

  /** Returns the whole number of a key, or the given one if the key is absent. */
  public int whole(String key, int otherwise) {
    return optionalValue(key).map(JsonValue::whole).orElse(otherwise);
  }

  /** Returns true or false of a key, or the given one if the key is absent. */
  public boolean flag(String key, boolean otherwise) {
    return optionalValue(key).map(JsonValue::flag).orElse(otherwise);
  }

  /** Returns the enum constant of a key that must be there. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return value(key).choice(type);
  }

  /** Returns the enum constant of a key, or the given one if the key is absent. */
  public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    return optionalValue(key).map(value -> value.choice(type)).orElse(otherwise);
  }

  /** Returns the date of a key that must be there. */
  public LocalDate date(String key) {
    return value(key).date();
  }

  /** Returns the date of a key if it is there and not null. */
  public @Nullable LocalDate nullableDate(String key) {
    return nullableValue(key).map(JsonValue::date).orElse(null);
  }

  /** Returns the month of a key that must be there. */
  public YearMonth month(String key) {
    return value(key).month();
  }

  /** Returns the object of a key that must be there. */
  public JsonObject object(String key) {
    return value(key).object();
  }

  /** Returns the object of a key if it is there. */
  public Optional<JsonObject> optionalObject(String key) {
    return optionalValue(key).map(JsonValue::object);
  }

  /** Returns the objects of a list that must be there. */
  public List<JsonObject> objects(String key) {
    return value(key).objects();
  }

  /** Returns the objects of a list, empty if the key is absent. */
  public List<JsonObject> optionalObjects(String key) {
    return optionalValue(key).map(JsonValue::objects).orElse(List.of());
  }

  /** Returns the texts of a list, empty if the key is absent. */
  public List<String> optionalTexts(String key) {
    return optionalValue(key).map(JsonValue::texts).orElse(List.of());
  }

  /** Returns the numbers of a list that must be there. */
  public double[] numbers(String key) {
    return value(key).numbers();
  }

  /** Reports that this object breaks a rule. */
  public void violation(String rule, String received, String remedy) {
    context.report(new Violation(place(), rule, received, remedy));
  }

  /**
   * Builds a value from what was read, so that a rule of the value itself is reported with the place
   * of this object.
   *
   * @throws InvalidInputException if the builder refuses its arguments
   */
  public <T> T build(Supplier<T> builder) {
    return JsonContext.build(this::place, () -> "", builder);
  }

  /** Reports every key that was never asked for, with the nearest key that was. */
  public void finish() {
    if (isAllAsked) {
      return;
    }
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        context.report(new Violation(
            place(), "unknown key \"" + key + "\"", "", NearestName.remedy(key, asked)));
      }
    }
  }

  private @Nullable Object raw(String key) {
    asked.add(key);
    return values.get(key);
  }
}
