package io.probity.decision;

import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a policy.
 *
 * @param id its name
 * @param version its version
 * @param currency the currency of every amount in it
 * @param effectiveFrom the first day it is in force; null for any
 * @param effectiveTo the last day it is in force; null for any
 * @param jurisdiction whose law it is written for, as an ISO 3166 code such as {@code US-IL}; empty
 *     where it does not say
 * @param forbids what that law forbids a policy to do, beyond what is known of it
 */
public record PolicyHeader(
    String id,
    String version,
    Currency currency,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String jurisdiction,
    List<String> forbids) {

  /** Counting an income for less because of where it comes from. */
  public static final String HAIRCUT_BY_SOURCE = "HAIRCUT_BY_SOURCE";

  private static final int FORMAT = 1;
  private static final String UNITED_STATES = "US";

  /** Copies the list. */
  public PolicyHeader {
    forbids = List.copyOf(forbids);
  }

  /** Returns whether the law of the jurisdiction forbids something; the US forbid the haircut. */
  boolean forbids(String what) {
    boolean isAmerican =
        jurisdiction.equals(UNITED_STATES) || jurisdiction.startsWith(UNITED_STATES + "-");
    return forbids.contains(what) || (isAmerican && what.equals(HAIRCUT_BY_SOURCE));
  }

  boolean isInForce(LocalDate day) {
    return (effectiveFrom == null || !day.isBefore(effectiveFrom))
        && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  static PolicyHeader read(JsonObject json) {
    int format = json.whole("format");
    if (format != FORMAT) {
      json.value("format").violation("this library reads policies of format " + FORMAT, "");
    }
    String id = json.text("id");
    String version = json.text("version");
    JsonValue code = json.value("currency");
    Currency currency = code.build(() -> Currency.getInstance(code.text()));
    if (currency.getDefaultFractionDigits() < 0) {
      code.violation("a policy needs a currency in which loans are paid", "");
    }
    LocalDate from = json.nullableDate("effectiveFrom");
    LocalDate to = json.nullableDate("effectiveTo");
    if (from != null && to != null && to.isBefore(from)) {
      json.value("effectiveTo").violation("a policy cannot end before it begins on " + from, "");
    }
    String jurisdiction = json.text("jurisdiction", "");
    return new PolicyHeader(id, version, currency, from, to, jurisdiction, forbidden(json));
  }

  private static List<String> forbidden(JsonObject json) {
    List<String> forbids = json.optionalTexts("forbids");
    for (String what : forbids) {
      if (!what.equals(HAIRCUT_BY_SOURCE)) {
        json.value("forbids").violation("a policy can forbid only " + HAIRCUT_BY_SOURCE, "");
      }
    }
    return forbids;
  }
}
