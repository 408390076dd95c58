package io.probity.preparation;

import java.util.List;

/**
 * The files that hold the history of applications, and their columns. The first required columns must
 * be there; the others may be left out, which is the same as leaving every cell empty.
 */
public enum HistoryFile {
  /** One record an application: who applies, for what, and how far the histories were asked for. */
  APPLICATIONS(
      "application_id as_of currency",
      "applicant_id birth_date dependants household_size education employment "
          + "employed_since residence resident_since customer_since living_costs "
          + "savings product purpose amount term_months nominal_rate rate_type "
          + "channel lender refinances paid_lender_to_lender income_evidence "
          + "income_observed_from income_observed_to stated_monthly_income "
          + "business_net_share borrowing_status"),

  /** One record a payment that an applicant received. */
  INCOMES("application_id date amount kind source", ""),

  /** One record a credit of an applicant, as it stood when it was reported. */
  TRADELINES(
      "application_id tradeline_id lender type secured opened",
      "lender_of_record platform closed limit_or_amount balance nominal_rate "
          + "remaining_months monthly_payment due_day past_due reported_on "
          + "from_application"),

  /** One record a reported month of a tradeline. */
  PAYMENTS("application_id tradeline_id month", "balance days_past_due due paid code"),

  /** One record an inquiry. */
  INQUIRIES("application_id date lender kind", "purpose from_application");

  private final String required;
  private final String optional;

  HistoryFile(String required, String optional) {
    this.required = required;
    this.optional = optional;
  }

  /** Returns the columns that the file must have. */
  public List<String> required() {
    return List.of(required.split(" "));
  }

  /** Returns all columns that the file may have, the required ones first. */
  public List<String> columns() {
    String all = optional.isEmpty() ? required : required + " " + optional;
    return List.of(all.split(" "));
  }
}
