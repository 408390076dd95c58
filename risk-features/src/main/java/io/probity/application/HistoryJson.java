package io.probity.application;

import static io.probity.application.ApplicantJson.put;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON form of income histories, borrowing histories and the economy. */
final class HistoryJson {

  private HistoryJson() {}

  static IncomeHistory income(JsonObject json, AmountReader amounts) {
    IncomeHistory history = IncomeHistory.builder(json.choice("evidence", IncomeEvidence.class))
        .observed(json.nullableDate("observedFrom"), json.nullableDate("observedTo"))
        .statedMonthly(amounts.nullable(json, "statedMonthly"))
        .businessNetShare(json.nullableNumber("businessNetShare").orElse(Double.NaN))
        .payments(json.optionalObjects("payments").stream()
            .map(payment -> payment(payment, amounts))
            .toList())
        .build();
    json.finish();
    return history;
  }

  private static IncomePayment payment(JsonObject json, AmountReader amounts) {
    IncomePayment payment = new IncomePayment(
        json.date("date"),
        amounts.amount(json, "amount"),
        json.choice("kind", IncomeKind.class),
        json.text("source"));
    json.finish();
    return payment;
  }

  static void write(JsonText out, IncomeHistory history) {
    out.beginObject("income").put("evidence", history.evidence().name());
    put(out, "observedFrom", history.observedFrom());
    put(out, "observedTo", history.observedTo());
    put(out, "statedMonthly", history.statedMonthly());
    put(out, "businessNetShare", history.businessNetShare());
    out.beginList("payments");
    for (IncomePayment payment : history.payments()) {
      out.beginObject()
          .put("date", payment.date().toString())
          .put("amount", payment.amount())
          .put("kind", payment.kind().name())
          .put("source", payment.source())
          .endObject();
    }
    out.endList().endObject();
  }

  static BorrowingHistory borrowing(JsonObject json, AmountReader amounts) {
    BorrowingStatus status = json.choice("status", BorrowingStatus.class);
    List<Tradeline> tradelines = json.optionalObjects("tradelines").stream()
        .map(tradeline -> TradelineJson.read(tradeline, amounts))
        .toList();
    List<Inquiry> inquiries =
        json.optionalObjects("inquiries").stream().map(HistoryJson::inquiry).toList();
    json.finish();
    return BorrowingHistory.of(status, tradelines, inquiries);
  }

  private static Inquiry inquiry(JsonObject json) {
    Inquiry inquiry = new Inquiry(
        json.date("date"),
        json.text("lender"),
        json.choice("purpose", LoanPurpose.class, LoanPurpose.UNKNOWN),
        json.choice("kind", InquiryKind.class),
        ApplicantJson.text(json, "applicationId"));
    json.finish();
    return inquiry;
  }

  static void write(JsonText out, BorrowingHistory history) {
    out.beginObject("borrowing").put("status", history.status().name());
    out.beginList("tradelines");
    for (Tradeline tradeline : history.tradelines()) {
      TradelineJson.write(out, tradeline);
    }
    out.endList().beginList("inquiries");
    for (Inquiry inquiry : history.inquiries()) {
      out.beginObject().put("date", inquiry.date().toString()).put("lender", inquiry.lender());
      put(out, "purpose", inquiry.purpose(), LoanPurpose.UNKNOWN);
      out.put("kind", inquiry.kind().name());
      put(out, "applicationId", inquiry.applicationId());
      out.endObject();
    }
    out.endList().endObject();
  }

  static MacroContext macro(JsonObject json) {
    MacroContext macro = new MacroContext(
        indicator(json, "unemploymentRate"),
        indicator(json, "gdpGrowth"),
        indicator(json, "policyRate"));
    json.finish();
    return macro;
  }

  private static MacroIndicator indicator(JsonObject json, String key) {
    return json.optionalObject(key).map(HistoryJson::byMonth).orElseGet(MacroIndicator::unknown);
  }

  private static MacroIndicator byMonth(JsonObject json) {
    Map<YearMonth, Double> byMonth = new TreeMap<>();
    for (String month : json.keys()) {
      double value = json.number(month);
      try {
        byMonth.put(YearMonth.parse(month), value);
      } catch (DateTimeParseException notAMonth) {
        json.value(month).violation("its key must be a month such as 2026-11", "");
      }
    }
    return MacroIndicator.of(byMonth);
  }

  static void write(JsonText out, MacroContext macro) {
    out.beginObject("macro");
    write(out, "unemploymentRate", macro.unemploymentRate());
    write(out, "gdpGrowth", macro.gdpGrowth());
    write(out, "policyRate", macro.policyRate());
    out.endObject();
  }

  private static void write(JsonText out, String key, MacroIndicator indicator) {
    if (indicator.size() > 0) {
      out.beginObject(key);
      indicator.byMonth().forEach((month, value) -> out.put(month.toString(), (double) value));
      out.endObject();
    }
  }
}
