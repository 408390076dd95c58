package io.probity.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is known of a {@link Tradeline}. Not safe for use by several threads. */
public final class TradelineBuilder {

  private final String lender;
  private final CreditType type;
  private final LocalDate opened;
  private final List<TradelineMonth> months = new ArrayList<>();
  private boolean secured;
  private double nominalRate = Double.NaN;
  private @Nullable String id;
  private @Nullable String lenderOfRecord;
  private @Nullable String platform;
  private @Nullable LocalDate closed;
  private @Nullable BigDecimal limitOrAmount;
  private @Nullable BigDecimal balance;
  private @Nullable Integer remainingMonths;
  private @Nullable BigDecimal monthlyPayment;
  private @Nullable Integer dueDay;
  private @Nullable BigDecimal pastDue;
  private @Nullable LocalDate reportedOn;
  private @Nullable String applicationId;

  TradelineBuilder(String lender, CreditType type, LocalDate opened) {
    this.lender = lender;
    this.type = type;
    this.opened = opened;
    this.secured = type == CreditType.MORTGAGE;
  }

  /** Sets the id. */
  public TradelineBuilder id(@Nullable String value) {
    this.id = value;
    return this;
  }

  /** Sets who holds the loan. */
  public TradelineBuilder lenderOfRecord(@Nullable String value) {
    this.lenderOfRecord = value;
    return this;
  }

  /** Sets through whom it was made. */
  public TradelineBuilder platform(@Nullable String value) {
    this.platform = value;
    return this;
  }

  /** Sets whether it is secured. */
  public TradelineBuilder secured(boolean value) {
    this.secured = value;
    return this;
  }

  /** Sets the day it was closed. */
  public TradelineBuilder closed(@Nullable LocalDate value) {
    this.closed = value;
    return this;
  }

  /** Sets the limit of a line, or the original amount of a loan. */
  public TradelineBuilder limitOrAmount(@Nullable BigDecimal value) {
    this.limitOrAmount = value;
    return this;
  }

  /** Sets what is owed. */
  public TradelineBuilder balance(@Nullable BigDecimal value) {
    this.balance = value;
    return this;
  }

  /** Sets the nominal annual rate as a fraction. */
  public TradelineBuilder nominalRate(double value) {
    this.nominalRate = value;
    return this;
  }

  /** Sets how many instalments are left. */
  public TradelineBuilder remainingMonths(@Nullable Integer value) {
    this.remainingMonths = value;
    return this;
  }

  /** Sets the scheduled instalment, or the minimum payment of a line. */
  public TradelineBuilder monthlyPayment(@Nullable BigDecimal value) {
    this.monthlyPayment = value;
    return this;
  }

  /** Sets the day of the month on which it is due. */
  public TradelineBuilder dueDay(@Nullable Integer value) {
    this.dueDay = value;
    return this;
  }

  /** Sets what is past due. */
  public TradelineBuilder pastDue(@Nullable BigDecimal value) {
    this.pastDue = value;
    return this;
  }

  /** Sets the day of the report. */
  public TradelineBuilder reportedOn(@Nullable LocalDate value) {
    this.reportedOn = value;
    return this;
  }

  /** Sets the application that led to it. */
  public TradelineBuilder applicationId(@Nullable String value) {
    this.applicationId = value;
    return this;
  }

  /** Adds what was reported for a month. */
  public TradelineBuilder month(TradelineMonth value) {
    months.add(value);
    return this;
  }

  /** Adds what was reported by month. */
  public TradelineBuilder months(List<TradelineMonth> values) {
    months.addAll(values);
    return this;
  }

  /** Returns the tradeline. */
  public Tradeline build() {
    return new Tradeline(
        id,
        lender,
        lenderOfRecord,
        platform,
        type,
        secured,
        opened,
        closed,
        limitOrAmount,
        balance,
        nominalRate,
        remainingMonths,
        monthlyPayment,
        dueDay,
        pastDue,
        reportedOn,
        applicationId,
        months);
  }
}
