package io.probity.preparation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A loan at the end of a month.
 *
 * @param month the month
 * @param monthsOnBook whole months since the month of opening, which is 0; 0 to 1200
 * @param daysPastDue how many days the oldest unpaid instalment is past due, 0 to 99999
 * @param balance what is owed; null if not known
 * @param status what the loan is
 */
public record PanelMonth(
    YearMonth month,
    int monthsOnBook,
    int daysPastDue,
    @Nullable BigDecimal balance,
    PanelStatus status) {

  static final List<String> REQUIRED =
      List.of("application_id", "month", "months_on_book", "days_past_due");

  /** The columns of a panel, the required ones first. */
  public static final List<String> COLUMNS =
      List.of("application_id", "month", "months_on_book", "days_past_due", "status", "balance");

  static final int OLDEST = 1_200;
  static final int MOST_DAYS_PAST_DUE = 99_999;

  /** Checks the ranges. */
  public PanelMonth {
    Objects.requireNonNull(month, "month");
    Objects.requireNonNull(status, "status");
    if (!(monthsOnBook >= 0 && monthsOnBook <= OLDEST)) {
      throw new IllegalArgumentException(
          "months on book must be from 0 to " + OLDEST + ", not " + monthsOnBook);
    }
    if (!(daysPastDue >= 0 && daysPastDue <= MOST_DAYS_PAST_DUE)) {
      throw new IllegalArgumentException(
          "days past due must be from 0 to " + MOST_DAYS_PAST_DUE + ", not " + daysPastDue);
    }
    if (balance != null && balance.signum() < 0) {
      throw new IllegalArgumentException("a balance must be at least 0, not " + balance);
    }
  }

  /** Returns the month in which the loan was opened. */
  public YearMonth cohort() {
    return month.minusMonths(monthsOnBook);
  }

  /** Returns the cells of all columns, for the loan of an application. */
  public List<String> cells(String applicationId) {
    return List.of(
        applicationId,
        month.toString(),
        Integer.toString(monthsOnBook),
        Integer.toString(daysPastDue),
        status.name(),
        balance == null ? "" : balance.toPlainString());
  }
}
