package io.probity.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One JSON value that knows its path. Asking for the wrong type is a violation that names the path,
 * the rule and what stood there.
 *
 * <p>When the document was parsed with a {@link Violations} sink, a violation is noted there and a
 * harmless placeholder (empty text, 0, false, an empty object) is returned; otherwise it is thrown.
 */
public final class JsonValue {

  /** A number that is no short whole one, as it was written, so that amounts keep their digits. */
  record Digits(String text) {}

  /** The JSON null. */
  enum Null {
    NULL
  }

  private final JsonContext context;
  private final JsonPath path;
  private final Object raw; // String, Long, Digits, Boolean, Null, JsonObject, List<Object>

  JsonValue(JsonContext context, JsonPath path, Object raw) {
    this.context = context;
    this.path = path;
    this.raw = raw;
  }

  /** Returns the place of this value: the document and the JSON path in it. */
  public String place() {
    return context.place(path);
  }

  /** Returns whether this is the JSON null. */
  public boolean isNull() {
    return raw == Null.NULL;
  }

  /** Returns whether this is a text. */
  public boolean isText() {
    return raw instanceof String;
  }

  /** Returns whether this is a number. */
  public boolean isNumber() {
    return raw instanceof Digits || raw instanceof Long;
  }

  /** Returns whether this is true or false. */
  public boolean isFlag() {
    return raw instanceof Boolean;
  }

  /** Returns whether this is an object. */
  public boolean isObject() {
    return raw instanceof JsonObject;
  }

  /** Returns whether this is a list. */
  public boolean isList() {
    return raw instanceof List;
  }

  /** Returns this text. */
  public String text() {
    return raw instanceof String text ? text : wrong("must be a text", "");
  }

  /** Returns this number as the nearest double; always finite. */
  public double number() {
    if (raw instanceof Long whole) {
      return whole;
    }
    if (raw instanceof Digits digits) {
      double value = Double.parseDouble(digits.text());
      if (!Double.isInfinite(value)) {
        return value + 0.0;
      }
      return wrong("must be a number that a double can hold", 0.0);
    }
    return wrong("must be a number", 0.0);
  }

  /** Returns this number with all its digits. */
  public BigDecimal decimal() {
    if (raw instanceof Long whole) {
      return BigDecimal.valueOf(whole);
    }
    if (raw instanceof Digits digits) {
      if (Double.isInfinite(Double.parseDouble(digits.text()))) {
        return wrong("must be a number that a double can hold", BigDecimal.ZERO);
      }
      return new BigDecimal(digits.text());
    }
    return wrong("must be a number", BigDecimal.ZERO);
  }

  /** Returns this whole number. */
  public int whole() {
    if (raw instanceof Long whole && whole.intValue() == whole) {
      return whole.intValue();
    }
    if (!isNumber()) {
      return wrong("must be a whole number", 0);
    }
    try {
      return new BigDecimal(received()).intValueExact();
    } catch (ArithmeticException notWhole) {
      return wrong("must be a whole number of at most nine digits", 0);
    }
  }

  /** Returns this true or false. */
  public boolean flag() {
    return raw instanceof Boolean flag ? flag : wrong("must be true or false", false);
  }

  /** Returns this text as an ISO date such as {@code 2026-11-21}. */
  public LocalDate date() {
    if (raw instanceof String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException notADate) {
        return wrong(
            "must be a date written as year-month-day, such as 2026-11-21", LocalDate.EPOCH);
      }
    }
    return wrong("must be a date written as a text, such as \"2026-11-21\"", LocalDate.EPOCH);
  }

  /** Returns this text as an ISO month such as {@code 2026-11}. */
  public YearMonth month() {
    if (raw instanceof String text) {
      try {
        return YearMonth.parse(text);
      } catch (DateTimeParseException notAMonth) {
        return wrong(
            "must be a month written as year-month, such as 2026-11", YearMonth.of(1970, 1));
      }
    }
    return wrong("must be a month written as a text, such as \"2026-11\"", YearMonth.of(1970, 1));
  }

  /** Returns this text as a constant of an enum, whose names are the valid texts. */
  public <E extends Enum<E>> E choice(Class<E> type) {
    E[] constants = type.getEnumConstants();
    if (raw instanceof String text) {
      for (E constant : constants) {
        if (constant.name().equals(text)) {
          return constant;
        }
      }
    }
    String known = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
    return wrong("must be one of " + known, constants[0]);
  }

  /** Returns this object. */
  public JsonObject object() {
    return raw instanceof JsonObject object
        ? object
        : wrong("must be an object in braces", JsonObject.empty(context, path));
  }

  /** Returns the values of this list, in order. */
  public List<JsonValue> list() {
    if (!(raw instanceof List<?> values)) {
      return wrong("must be a list in brackets", List.of());
    }
    return new java.util.AbstractList<>() {
      @Override
      public JsonValue get(int index) {
        return new JsonValue(context, path.index(index), values.get(index));
      }

      @Override
      public int size() {
        return values.size();
      }
    };
  }

  /** Returns the texts of this list. */
  public List<String> texts() {
    return list().stream().map(JsonValue::text).toList();
  }

  /** Returns the numbers of this list. */
  public double[] numbers() {
    return list().stream().mapToDouble(JsonValue::number).toArray();
  }

  /** Returns the objects of this list. */
  public List<JsonObject> objects() {
    return list().stream().map(JsonValue::object).toList();
  }

  /** Returns what was written here, for a message. */
  public String received() {
    if (raw instanceof String text) {
      return "\"" + text + "\"";
    }
    if (raw instanceof Digits digits) {
      return digits.text();
    }
    if (raw instanceof JsonObject) {
      return "an object";
    }
    if (raw instanceof List) {
      return "a list";
    }
    return raw.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Builds something from this value, so that a rule of what is built is reported with its place.
   *
   * @throws InvalidInputException if the builder refuses its arguments
   */
  public <T> T build(Supplier<T> builder) {
    return JsonContext.build(this::place, this::received, builder);
  }

  /** Reports that this value breaks a rule. */
  public void violation(String rule, String remedy) {
    context.report(new Violation(place(), rule, received(), remedy));
  }

  private <T> T wrong(String rule, T placeholder) {
    violation(rule, "");
    return placeholder;
  }
}
