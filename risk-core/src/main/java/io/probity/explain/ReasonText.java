package io.probity.explain;

import io.probity.schema.Texts;
import java.util.HashMap;
import java.util.Map;

/**
 * The words of a reason.
 *
 * @param internal for the lender's staff, by language
 * @param customer for the applicant, by language
 */
public record ReasonText(Texts internal, Texts customer) {

  /** No words at all. */
  public static final ReasonText NONE = new ReasonText(Texts.NONE, Texts.NONE);

  /** Returns these words, with others in front of them in the languages that those have. */
  ReasonText overlaidBy(ReasonText other) {
    return new ReasonText(overlay(internal, other.internal()), overlay(customer, other.customer()));
  }

  static Texts overlay(Texts under, Texts over) {
    Map<String, String> all = new HashMap<>(under.byLanguage());
    all.putAll(over.byLanguage());
    return Texts.of(all);
  }
}
