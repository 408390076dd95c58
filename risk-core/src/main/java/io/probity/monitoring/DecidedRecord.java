package io.probity.monitoring;

import io.probity.audit.AuditLine;
import io.probity.decision.Outcome;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What drift is counted from: one decision of an audit log that an applicant got.
 *
 * @param day on which it was made, UTC
 * @param modelId the model
 * @param segment the value of the field that divides the decisions; empty without one
 * @param outcome what was decided
 * @param score in points
 * @param currency of the limit
 * @param limitMinor the limit in minor units of its currency
 * @param bins the bin of each feature
 * @param missing the features without a value
 * @param unseen the features of an unknown level
 * @param reasons the codes of the reasons
 */
public record DecidedRecord(
    LocalDate day,
    String modelId,
    String segment,
    Outcome outcome,
    int score,
    Currency currency,
    long limitMinor,
    List<Integer> bins,
    List<Integer> missing,
    List<Integer> unseen,
    List<String> reasons) {

  /** Decisions whose segment was erased or never sent. */
  public static final String UNKNOWN_SEGMENT = "(unknown)";

  /** Copies the lists. */
  public DecidedRecord {
    bins = List.copyOf(bins);
    missing = List.copyOf(missing);
    unseen = List.copyOf(unseen);
    reasons = List.copyOf(reasons);
  }

  /**
   * Reads a line of a log.
   *
   * @param segmentField a field of the lender's own; empty for none
   * @return empty for a line that is no decision, or one that no applicant got
   */
  static Optional<DecidedRecord> of(AuditLine line, String segmentField) {
    JsonObject head = line.head();
    if (!head.text("kind").equals("DECISION") || !head.flag("decides", false)) {
      return Optional.empty();
    }
    JsonObject json = JsonObject.parse(line.decision(), line.place(), JsonLimits.APPLICATION);
    Instant time = Instant.parse(head.text("time"));
    Currency currency = Currency.getInstance(json.text("currency"));
    return Optional.of(new DecidedRecord(
        LocalDate.ofInstant(time, ZoneOffset.UTC),
        head.text("model"),
        segmentField.isEmpty() ? "" : segment(line, segmentField),
        json.choice("outcome", Outcome.class),
        json.whole("score"),
        currency,
        json.decimal("limit")
            .movePointRight(currency.getDefaultFractionDigits())
            .longValue(),
        wholes(json.value("bins")),
        wholes(json.value("missing")),
        wholes(json.value("unseen")),
        codes(json.value("reasons"))));
  }

  private static List<Integer> wholes(JsonValue list) {
    return list.list().stream().map(JsonValue::whole).toList();
  }

  /** Returns the second element of each reason: stage, code and points. */
  private static List<String> codes(JsonValue reasons) {
    return reasons.list().stream().map(reason -> reason.list().get(1).text()).toList();
  }

  private static String segment(AuditLine line, String field) {
    byte[] application = line.application();
    if (application.length == 0) {
      return UNKNOWN_SEGMENT;
    }
    return JsonObject.parse(application, line.place(), JsonLimits.APPLICATION)
        .optionalObject("fields")
        .flatMap(fields -> fields.nullableValue(field))
        .map(value -> value.isText() ? value.text() : value.received())
        .orElse(UNKNOWN_SEGMENT);
  }
}
