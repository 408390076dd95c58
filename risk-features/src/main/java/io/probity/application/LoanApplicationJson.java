package io.probity.application;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import io.probity.input.Violation;
import io.probity.input.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON form of applications. */
final class LoanApplicationJson {

  private LoanApplicationJson() {}

  static LoanApplication read(byte[] utf8) {
    Violations violations = new Violations();
    JsonObject json = JsonObject.parse(utf8, "", JsonLimits.APPLICATION, violations);
    String id = json.text("id");
    LocalDate asOf = json.nullableDate("asOf");
    Currency currency = currency(json.value("currency"));
    ApplicationParts parts = parts(json, new AmountReader(currency));
    Map<String, Object> fields =
        json.optionalObject("fields").map(LoanApplicationJson::fields).orElseGet(Map::of);
    json.finish();
    if (violations.isEmpty() && currency != null) {
      return json.build(() -> LoanApplication.of(id, asOf, currency, parts, fields));
    }
    Set<String> broken =
        violations.list().stream().map(Violation::place).collect(Collectors.toSet());
    ApplicationRules.check(broken.contains("asOf") ? null : asOf, parts, violations, broken);
    violations.throwIfAny();
    throw new IllegalStateException("an application without a currency breaks a rule");
  }

  private static ApplicationParts parts(JsonObject json, AmountReader amounts) {
    return new ApplicationParts(
        json.optionalObject("applicant")
            .map(part -> ApplicantJson.applicant(part, amounts))
            .orElseGet(Applicant::unknown),
        json.optionalObject("request")
            .map(part -> ApplicantJson.request(part, amounts))
            .orElseGet(LoanRequest::unknown),
        json.optionalObject("income")
            .map(part -> HistoryJson.income(part, amounts))
            .orElseGet(IncomeHistory::notAsked),
        json.optionalObject("borrowing")
            .map(part -> HistoryJson.borrowing(part, amounts))
            .orElseGet(BorrowingHistory::notAsked),
        json.optionalObject("macro").map(HistoryJson::macro).orElseGet(MacroContext::unknown));
  }

  private static @Nullable Currency currency(JsonValue value) {
    String code = value.text();
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      value.violation("must be an ISO currency code, such as USD", "");
      return null;
    }
  }

  private static Map<String, Object> fields(JsonObject json) {
    Map<String, Object> fields = new LinkedHashMap<>(2 * json.size());
    json.forEach((name, value) -> {
      if (value.isText()) {
        fields.put(name, value.text());
      } else if (value.isNumber()) {
        fields.put(name, value.number());
      } else if (!value.isNull()) {
        value.violation("a field must be a text, a number or null", "");
      }
    });
    return fields;
  }

  static String write(LoanApplication application) {
    JsonText out = JsonText.pretty().beginObject();
    write(application, out);
    return out.endObject().toString();
  }

  static void write(LoanApplication application, JsonText out) {
    out.put("id", application.id());
    ApplicantJson.put(out, "asOf", application.asOf());
    out.put("currency", application.currency().getCurrencyCode());
    if (!application.applicant().equals(Applicant.unknown())) {
      ApplicantJson.write(out, application.applicant());
    }
    if (!application.request().equals(LoanRequest.unknown())) {
      ApplicantJson.write(out, application.request());
    }
    if (!application.income().equals(IncomeHistory.notAsked())) {
      HistoryJson.write(out, application.income());
    }
    if (!application.borrowing().equals(BorrowingHistory.notAsked())) {
      HistoryJson.write(out, application.borrowing());
    }
    if (!application.macro().equals(MacroContext.unknown())) {
      HistoryJson.write(out, application.macro());
    }
    if (!application.fields().isEmpty()) {
      out.beginObject("fields");
      application.fields().forEach((name, value) -> writeField(out, name, value));
      out.endObject();
    }
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
