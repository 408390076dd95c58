package io.probity.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant received, and over which time that was observed. Inside the observed days a month
 * without a payment is a month of zero income; outside them nothing is known. Immutable; its rules are
 * checked when it becomes part of a {@link LoanApplication}.
 */
public final class IncomeHistory {

  private static final IncomeHistory NOT_ASKED =
      builder(IncomeEvidence.NOT_ASKED).build();

  private final IncomeEvidence evidence;
  private final List<IncomePayment> payments;
  private final @Nullable LocalDate observedFrom;
  private final @Nullable LocalDate observedTo;
  private final @Nullable BigDecimal statedMonthly;
  private final double businessNetShare;
  private final PaymentColumns columns;
  private final int firstMonth;
  private final int lastMonth;

  private IncomeHistory(Builder from) {
    this.evidence = from.evidence;
    this.payments = List.copyOf(from.payments);
    this.observedFrom = from.observedFrom;
    this.observedTo = from.observedTo;
    this.statedMonthly = MoneyUnits.normal(from.statedMonthly);
    this.businessNetShare = from.businessNetShare + 0.0;
    this.columns = new PaymentColumns(payments, businessNetShare);
    this.firstMonth = observedFrom == null ? 0 : firstWholeMonth(observedFrom);
    this.lastMonth = observedTo == null ? -1 : lastWholeMonth(observedTo);
  }

  /** Returns a history that nobody asked for. */
  public static IncomeHistory notAsked() {
    return NOT_ASKED;
  }

  /** Returns what an applicant says to receive a month, without any payment observed. */
  public static IncomeHistory ofStated(BigDecimal monthly) {
    return builder(IncomeEvidence.STATED).statedMonthly(monthly).build();
  }

  /** Returns a builder of a history without payments. */
  public static Builder builder(IncomeEvidence evidence) {
    return new Builder(evidence);
  }

  /** Returns where the history comes from. */
  public IncomeEvidence evidence() {
    return evidence;
  }

  /** Returns the payments, in the order given. */
  public List<IncomePayment> payments() {
    return payments;
  }

  /** Returns the first observed day; null only where there are no payments. */
  public @Nullable LocalDate observedFrom() {
    return observedFrom;
  }

  /** Returns the last observed day; null only where there are no payments. */
  public @Nullable LocalDate observedTo() {
    return observedTo;
  }

  /** Returns the income of a month that the applicant states; null if none. */
  public @Nullable BigDecimal statedMonthly() {
    return statedMonthly;
  }

  /** Returns the share of business turnover that counts, 0 to 1; NaN where there is no turnover. */
  public double businessNetShare() {
    return businessNetShare;
  }

  /** Returns the payments that count, as primitive columns. */
  public PaymentColumns columns() {
    return columns;
  }

  /** Returns the first month that was observed as a whole, as {@link DayNumbers} numbers it. */
  public int firstMonth() {
    return firstMonth;
  }

  /** Returns the last month that was observed as a whole; before the first if there is none. */
  public int lastMonth() {
    return lastMonth;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IncomeHistory history
        && evidence == history.evidence
        && payments.equals(history.payments)
        && Objects.equals(observedFrom, history.observedFrom)
        && Objects.equals(observedTo, history.observedTo)
        && Objects.equals(statedMonthly, history.statedMonthly)
        && Double.compare(businessNetShare, history.businessNetShare) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        evidence, payments, observedFrom, observedTo, statedMonthly, businessNetShare);
  }

  @Override
  public String toString() {
    return "IncomeHistory[" + evidence + ", " + payments.size() + " payments]";
  }

  private static int firstWholeMonth(LocalDate from) {
    int packed = DayNumbers.packed(from);
    return DayNumbers.monthOfPacked(packed) + (DayNumbers.dayOfMonth(packed) == 1 ? 0 : 1);
  }

  private static int lastWholeMonth(LocalDate to) {
    int packed = DayNumbers.packed(to);
    int month = DayNumbers.monthOfPacked(packed);
    return DayNumbers.dayOfMonth(packed) == DayNumbers.lengthOf(month) ? month : month - 1;
  }

  /** Collects the parts of a history. Not safe for use by several threads. */
  public static final class Builder {

    private final IncomeEvidence evidence;
    private final List<IncomePayment> payments = new ArrayList<>();
    private @Nullable LocalDate observedFrom;
    private @Nullable LocalDate observedTo;
    private @Nullable BigDecimal statedMonthly;
    private double businessNetShare = Double.NaN;

    private Builder(IncomeEvidence evidence) {
      this.evidence = evidence;
    }

    /** Sets the first and the last observed day. */
    public Builder observed(@Nullable LocalDate from, @Nullable LocalDate to) {
      this.observedFrom = from;
      this.observedTo = to;
      return this;
    }

    /** Sets the income of a month that the applicant states. */
    public Builder statedMonthly(@Nullable BigDecimal value) {
      this.statedMonthly = value;
      return this;
    }

    /** Sets the share of business turnover that counts. */
    public Builder businessNetShare(double value) {
      this.businessNetShare = value;
      return this;
    }

    /** Adds a payment. */
    public Builder payment(IncomePayment value) {
      payments.add(value);
      return this;
    }

    /** Adds a payment from its parts. */
    public Builder payment(LocalDate date, BigDecimal amount, IncomeKind kind, String source) {
      return payment(new IncomePayment(date, amount, kind, source));
    }

    /** Adds payments. */
    public Builder payments(List<IncomePayment> values) {
      payments.addAll(values);
      return this;
    }

    /** Returns the history. */
    public IncomeHistory build() {
      return new IncomeHistory(this);
    }
  }
}
