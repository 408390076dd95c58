package io.probity.application;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a lender reported of a tradeline for a month. Null means not known, which is not 0.
 *
 * @param month the month
 * @param balance what was owed at its end
 * @param daysPastDue how many days the oldest unpaid instalment was past due at its end, 0 to 9999
 * @param due what was due in it
 * @param paid what was paid in it
 * @param code what else was reported
 */
public record TradelineMonth(
    YearMonth month,
    @Nullable BigDecimal balance,
    @Nullable Integer daysPastDue,
    @Nullable BigDecimal due,
    @Nullable BigDecimal paid,
    StatusCode code) {

  /** Takes trailing zeros off the amounts. */
  public TradelineMonth {
    Objects.requireNonNull(month, "month");
    balance = MoneyUnits.normal(balance);
    due = MoneyUnits.normal(due);
    paid = MoneyUnits.normal(paid);
    Objects.requireNonNull(code, "code");
  }

  /** Returns a month of which the balance and the days past due are known. */
  public static TradelineMonth of(YearMonth month, BigDecimal balance, int daysPastDue) {
    return new TradelineMonth(month, balance, daysPastDue, null, null, StatusCode.NORMAL);
  }
}
