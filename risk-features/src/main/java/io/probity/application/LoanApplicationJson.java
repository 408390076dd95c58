package io.probity.application;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import io.probity.input.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON form of applications. */
final class LoanApplicationJson {

  private LoanApplicationJson() {}

  static LoanApplication read(byte[] utf8) {
    Violations violations = new Violations();
    JsonObject json = JsonObject.parse(utf8, "", JsonLimits.APPLICATION, violations);
    String id = json.text("id");
    LocalDate asOf = json.nullableDate("asOf");
    Currency currency = currency(json.value("currency"));
    Map<String, Object> fields =
        json.optionalObject("fields").map(LoanApplicationJson::fields).orElseGet(Map::of);
    json.finish();
    violations.throwIfAny();
    return json.build(() -> new LoanApplication(id, asOf, currency, fields));
  }

  private static Currency currency(JsonValue value) {
    String code = value.text();
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      value.violation("must be an ISO currency code, such as USD", "");
      return Currency.getInstance("XTS");
    }
  }

  private static Map<String, Object> fields(JsonObject json) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name : json.keys()) {
      JsonValue value = json.value(name);
      if (value.isText()) {
        fields.put(name, value.text());
      } else if (value.isNumber()) {
        fields.put(name, value.number());
      } else if (!value.isNull()) {
        value.violation("a field must be a text, a number or null", "");
      }
    }
    return fields;
  }

  static String write(LoanApplication application) {
    JsonText out = JsonText.pretty().beginObject().put("id", application.id());
    LocalDate asOf = application.asOf();
    if (asOf != null) {
      out.put("asOf", asOf.toString());
    }
    out.put("currency", application.currency().getCurrencyCode());
    if (!application.fields().isEmpty()) {
      out.beginObject("fields");
      application.fields().forEach((name, value) -> writeField(out, name, value));
      out.endObject();
    }
    return out.endObject().toString();
  }

  private static void writeField(JsonText out, String name, Object value) {
    if (value instanceof BigDecimal exact) {
      out.put(name, exact);
    } else if (value instanceof Number number) {
      out.put(name, number.doubleValue());
    } else {
      out.put(name, value.toString());
    }
  }
}
