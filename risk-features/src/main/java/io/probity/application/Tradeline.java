package io.probity.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One credit of an applicant, as it stood on the day it was reported. Null and NaN mean not known,
 * which is not 0. Immutable; its rules are checked when it becomes part of a {@link LoanApplication}.
 *
 * @param id its id, unique in the history; needed only where a loan repays it
 * @param lender the lender group; not blank
 * @param lenderOfRecord who holds the loan, where that is not the group itself
 * @param platform through whom it was made, where that is not the group itself
 * @param type its type
 * @param secured whether it is secured
 * @param opened the day it was opened
 * @param closed the day it was closed; null if it is open
 * @param limitOrAmount the limit of a revolving line, the original amount of any other credit
 * @param balance what is owed
 * @param nominalRate the annual rate as a fraction, 12 times the monthly rate, 0 to 10; NaN if unknown
 * @param remainingMonths how many instalments are left, 0 to 1200
 * @param monthlyPayment the scheduled instalment, or the minimum payment of a revolving line
 * @param dueDay the day of the month on which it is due, 1 to 31; the last day in shorter months
 * @param pastDue what is past due
 * @param reportedOn the day of the report, before the day of the application; where it is null, the
 *     tradeline counts as known once the lag of openings has passed
 * @param applicationId the application that led to it, so that an application's own loan can be left
 *     out; null if not known
 * @param months what was reported by month, in any order
 */
public record Tradeline(
    @Nullable String id,
    String lender,
    @Nullable String lenderOfRecord,
    @Nullable String platform,
    CreditType type,
    boolean secured,
    LocalDate opened,
    @Nullable LocalDate closed,
    @Nullable BigDecimal limitOrAmount,
    @Nullable BigDecimal balance,
    double nominalRate,
    @Nullable Integer remainingMonths,
    @Nullable BigDecimal monthlyPayment,
    @Nullable Integer dueDay,
    @Nullable BigDecimal pastDue,
    @Nullable LocalDate reportedOn,
    @Nullable String applicationId,
    List<TradelineMonth> months) {

  /** Copies the months and takes trailing zeros off the amounts. */
  public Tradeline {
    Objects.requireNonNull(lender, "lender");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(opened, "opened");
    limitOrAmount = MoneyUnits.normal(limitOrAmount);
    balance = MoneyUnits.normal(balance);
    monthlyPayment = MoneyUnits.normal(monthlyPayment);
    pastDue = MoneyUnits.normal(pastDue);
    nominalRate += 0.0;
    months = List.copyOf(months);
  }

  /** Returns a builder of a tradeline; a mortgage is secured and any other is not, unless set. */
  public static TradelineBuilder builder(String lender, CreditType type, LocalDate opened) {
    return new TradelineBuilder(lender, type, opened);
  }
}
