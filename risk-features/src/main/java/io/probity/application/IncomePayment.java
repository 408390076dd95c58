package io.probity.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A payment that an applicant received.
 *
 * @param date the day it arrived
 * @param amount at least 0
 * @param kind what it is
 * @param source who paid, such as an employer or a platform; not blank
 */
public record IncomePayment(LocalDate date, BigDecimal amount, IncomeKind kind, String source) {

  /** Takes trailing zeros off the amount. */
  public IncomePayment {
    Objects.requireNonNull(date, "date");
    amount = Objects.requireNonNull(MoneyUnits.normal(amount), "amount");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
  }
}
