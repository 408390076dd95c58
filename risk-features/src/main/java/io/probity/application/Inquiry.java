package io.probity.application;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looked at an applicant's record.
 *
 * @param date the day
 * @param lender the lender group that looked; not blank
 * @param purpose what the credit was for
 * @param kind why it looked
 * @param applicationId the application that it belongs to, so that an application's own inquiry can be
 *     left out; null if not known
 */
public record Inquiry(
    LocalDate date,
    String lender,
    LoanPurpose purpose,
    InquiryKind kind,
    @Nullable String applicationId) {

  /** Refuses nulls. */
  public Inquiry {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(lender, "lender");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(kind, "kind");
  }

  /** Returns an inquiry for a credit application of unknown purpose. */
  public static Inquiry of(LocalDate date, String lender) {
    return new Inquiry(date, lender, LoanPurpose.UNKNOWN, InquiryKind.CREDIT_APPLICATION, null);
  }
}
