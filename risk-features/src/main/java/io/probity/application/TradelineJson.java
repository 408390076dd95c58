package io.probity.application;

import static io.probity.application.ApplicantJson.put;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import java.util.List;

/** The JSON form of tradelines. */
final class TradelineJson {

  private TradelineJson() {}

  static Tradeline read(JsonObject json, AmountReader amounts) {
    Tradeline tradeline = Tradeline.builder(
            json.text("lender"), json.choice("type", CreditType.class), json.date("opened"))
        .id(ApplicantJson.text(json, "id"))
        .lenderOfRecord(ApplicantJson.text(json, "lenderOfRecord"))
        .platform(ApplicantJson.text(json, "platform"))
        .secured(json.value("secured").flag())
        .closed(json.nullableDate("closed"))
        .limitOrAmount(amounts.nullable(json, "limitOrAmount"))
        .balance(amounts.nullable(json, "balance"))
        .nominalRate(json.nullableNumber("nominalRate").orElse(Double.NaN))
        .remainingMonths(ApplicantJson.whole(json, "remainingMonths"))
        .monthlyPayment(amounts.nullable(json, "monthlyPayment"))
        .dueDay(ApplicantJson.whole(json, "dueDay"))
        .pastDue(amounts.nullable(json, "pastDue"))
        .reportedOn(json.nullableDate("reportedOn"))
        .applicationId(ApplicantJson.text(json, "applicationId"))
        .months(months(json, amounts))
        .build();
    json.finish();
    return tradeline;
  }

  private static List<TradelineMonth> months(JsonObject json, AmountReader amounts) {
    return json.optionalObjects("months").stream()
        .map(month -> month(month, amounts))
        .toList();
  }

  private static TradelineMonth month(JsonObject json, AmountReader amounts) {
    TradelineMonth month = new TradelineMonth(
        json.month("month"),
        amounts.nullable(json, "balance"),
        ApplicantJson.whole(json, "daysPastDue"),
        amounts.nullable(json, "due"),
        amounts.nullable(json, "paid"),
        json.choice("code", StatusCode.class, StatusCode.UNKNOWN));
    json.finish();
    return month;
  }

  static void write(JsonText out, Tradeline tradeline) {
    out.beginObject();
    put(out, "id", tradeline.id());
    out.put("lender", tradeline.lender());
    put(out, "lenderOfRecord", tradeline.lenderOfRecord());
    put(out, "platform", tradeline.platform());
    out.put("type", tradeline.type().name());
    out.put("secured", tradeline.secured());
    put(out, "opened", tradeline.opened());
    put(out, "closed", tradeline.closed());
    put(out, "limitOrAmount", tradeline.limitOrAmount());
    put(out, "balance", tradeline.balance());
    put(out, "nominalRate", tradeline.nominalRate());
    put(out, "remainingMonths", tradeline.remainingMonths());
    put(out, "monthlyPayment", tradeline.monthlyPayment());
    put(out, "dueDay", tradeline.dueDay());
    put(out, "pastDue", tradeline.pastDue());
    put(out, "reportedOn", tradeline.reportedOn());
    put(out, "applicationId", tradeline.applicationId());
    if (!tradeline.months().isEmpty()) {
      out.beginList("months");
      tradeline.months().forEach(month -> write(out, month));
      out.endList();
    }
    out.endObject();
  }

  private static void write(JsonText out, TradelineMonth month) {
    out.beginObject().put("month", month.month().toString());
    put(out, "balance", month.balance());
    put(out, "daysPastDue", month.daysPastDue());
    put(out, "due", month.due());
    put(out, "paid", month.paid());
    put(out, "code", month.code(), StatusCode.UNKNOWN);
    out.endObject();
  }
}
