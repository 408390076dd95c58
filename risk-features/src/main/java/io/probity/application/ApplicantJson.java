package io.probity.application;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The JSON form of applicants and of what they ask for. */
final class ApplicantJson {

  private ApplicantJson() {}

  static Applicant applicant(JsonObject json, AmountReader amounts) {
    Applicant applicant = Applicant.builder()
        .id(text(json, "id"))
        .birthDate(json.nullableDate("birthDate"))
        .dependants(whole(json, "dependants"))
        .householdSize(whole(json, "householdSize"))
        .education(json.choice("education", Education.class, Education.UNKNOWN))
        .employment(json.choice("employment", EmploymentStatus.class, EmploymentStatus.UNKNOWN))
        .employedSince(json.nullableDate("employedSince"))
        .residence(json.choice("residence", ResidenceStatus.class, ResidenceStatus.UNKNOWN))
        .residentSince(json.nullableDate("residentSince"))
        .customerSince(json.nullableDate("customerSince"))
        .livingCosts(amounts.nullable(json, "livingCosts"))
        .savings(amounts.nullable(json, "savings"))
        .build();
    json.finish();
    return applicant;
  }

  static void write(JsonText out, Applicant applicant) {
    out.beginObject("applicant");
    put(out, "id", applicant.id());
    put(out, "birthDate", applicant.birthDate());
    put(out, "dependants", applicant.dependants());
    put(out, "householdSize", applicant.householdSize());
    put(out, "education", applicant.education(), Education.UNKNOWN);
    put(out, "employment", applicant.employment(), EmploymentStatus.UNKNOWN);
    put(out, "employedSince", applicant.employedSince());
    put(out, "residence", applicant.residence(), ResidenceStatus.UNKNOWN);
    put(out, "residentSince", applicant.residentSince());
    put(out, "customerSince", applicant.customerSince());
    put(out, "livingCosts", applicant.livingCosts());
    put(out, "savings", applicant.savings());
    out.endObject();
  }

  static LoanRequest request(JsonObject json, AmountReader amounts) {
    LoanRequest request = LoanRequest.builder()
        .product(json.choice("product", CreditType.class, CreditType.UNKNOWN))
        .purpose(json.choice("purpose", LoanPurpose.class, LoanPurpose.UNKNOWN))
        .amount(amounts.nullable(json, "amount"))
        .termMonths(whole(json, "termMonths"))
        .nominalRate(json.nullableNumber("nominalRate").orElse(Double.NaN))
        .rateType(json.choice("rateType", RateType.class, RateType.UNKNOWN))
        .channel(json.choice("channel", Channel.class, Channel.UNKNOWN))
        .lender(text(json, "lender"))
        .refinances(json.optionalObject("refinances")
            .map(ApplicantJson::refinancing)
            .orElse(Refinancing.NONE))
        .build();
    json.finish();
    return request;
  }

  private static Refinancing refinancing(JsonObject json) {
    Refinancing refinancing = new Refinancing(
        json.value("tradelines").texts(), json.value("paidLenderToLender").flag());
    json.finish();
    return refinancing;
  }

  static void write(JsonText out, LoanRequest request) {
    out.beginObject("request");
    put(out, "product", request.product(), CreditType.UNKNOWN);
    put(out, "purpose", request.purpose(), LoanPurpose.UNKNOWN);
    put(out, "amount", request.amount());
    put(out, "termMonths", request.termMonths());
    put(out, "nominalRate", request.nominalRate());
    put(out, "rateType", request.rateType(), RateType.UNKNOWN);
    put(out, "channel", request.channel(), Channel.UNKNOWN);
    put(out, "lender", request.lender());
    Refinancing refinancing = request.refinances();
    if (!refinancing.equals(Refinancing.NONE)) {
      out.beginObject("refinances")
          .put("tradelines", refinancing.tradelines())
          .put("paidLenderToLender", refinancing.paidLenderToLender())
          .endObject();
    }
    out.endObject();
  }

  static @Nullable String text(JsonObject json, String key) {
    return json.nullableValue(key).map(JsonValue::text).orElse(null);
  }

  static @Nullable Integer whole(JsonObject json, String key) {
    return json.nullableValue(key).map(JsonValue::whole).orElse(null);
  }

  static void put(JsonText out, String key, @Nullable String value) {
    if (value != null) {
      out.put(key, value);
    }
  }

  static void put(JsonText out, String key, @Nullable LocalDate value) {
    if (value != null) {
      out.put(key, value.toString());
    }
  }

  static void put(JsonText out, String key, @Nullable Integer value) {
    if (value != null) {
      out.put(key, (long) value);
    }
  }

  static void put(JsonText out, String key, @Nullable BigDecimal value) {
    if (value != null) {
      out.put(key, value);
    }
  }

  /** Writes a number unless it is NaN. */
  static void put(JsonText out, String key, double value) {
    if (!Double.isNaN(value)) {
      out.put(key, value);
    }
  }

  static <E extends Enum<E>> void put(JsonText out, String key, E value, E otherwise) {
    if (value != otherwise) {
      out.put(key, value.name());
    }
  }
}
