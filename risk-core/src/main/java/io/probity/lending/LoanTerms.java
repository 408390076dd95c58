package io.probity.lending;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a loan contract says about money and time. Immutable.
 *
 * <p><b>Due dates.</b> Without a start date the schedule has numbered months and no dates. With one,
 * instalments fall due every month after the first due date, which is one month after the start unless
 * stated. A due day of 29, 30 or 31 is the last day of a shorter month and comes back in the next: 31
 * January, 28 February, 31 March. The day is that of the start date if the first period is one
 * month long, else that of the first due date.
 *
 * @param kind how it is repaid
 * @param principal what the borrower asks for, at least one minor unit; the line of a revolving loan
 * @param rate the contract rate, nominal in [0, {@link AnnualRate#MAX_CONTRACT}] or its effective
 *     equivalent; fixed over the term
 * @param months the number of instalments, 1 to {@link AnnuityFactor#MAX_MONTHS}; for a revolving loan
 *     the months over which the full line is taken to be repaid
 * @param interestOnlyMonths how many of the first months of an annuity or of equal principal bear
 *     interest only; below {@code months}
 * @param start the day of disbursement, null if not known
 * @param firstDue the first due date, null for one month after the start; at most a year after it
 * @param dayCount how days become interest; the two ACT rules need a start date
 * @param fees what it costs besides interest; the upfront fee is less than the principal
 * @param minimumShare the share of the line that a revolving loan asks for each month; {@link
 *     Share#NONE} for the other kinds
 */
public record LoanTerms(
    LoanKind kind,
    Money principal,
    AnnualRate rate,
    int months,
    int interestOnlyMonths,
    @Nullable LocalDate start,
    @Nullable LocalDate firstDue,
    DayCount dayCount,
    LoanFees fees,
    Share minimumShare) {

  /** The months over which a full revolving line is taken to be repaid, unless stated. */
  public static final int REVOLVING_MONTHS = 36;

  /**
   * Checks each part and how they fit together.
   *
   * @throws IllegalArgumentException naming the rule that is broken and what was received
   */
  public LoanTerms {
    if (!(principal.minorUnits() >= 1)) {
      throw new IllegalArgumentException("the principal must be positive; received " + principal);
    }
    RateUnits.of(rate);
    AnnuityFactor.requireTerm(months);
    fees.financed().fixed().requireSameCurrency(principal.currency(), "the fees");
    requireInterestOnlyMonths(kind, months, interestOnlyMonths);
    requireDates(start, firstDue, dayCount);
    if (!(fees.upfront().applyTo(principal.minorUnits()) < principal.minorUnits())) {
      throw new IllegalArgumentException(
          "the upfront fee must be less than the principal, else nothing is disbursed; received "
              + fees.upfront());
    }
    if (kind != LoanKind.REVOLVING && !minimumShare.equals(Share.NONE)) {
      throw new IllegalArgumentException(
          "a minimum share belongs to a revolving loan; received " + minimumShare + " for " + kind);
    }
  }

  /** Returns a builder of the terms of a loan with a fixed term. */
  public static Builder builder(LoanKind kind, Money principal, AnnualRate rate, int months) {
    return new Builder(kind, principal, rate, months);
  }

  /** Returns a builder of the terms of a revolving line, tested over 36 months. */
  public static Builder revolving(Money line, AnnualRate rate, Share minimumShare) {
    Builder builder = new Builder(LoanKind.REVOLVING, line, rate, REVOLVING_MONTHS);
    builder.minimumShare = minimumShare;
    return builder;
  }

  /** Returns the currency of the loan. */
  public Currency currency() {
    return principal.currency();
  }

  /** Returns the same terms for another principal. */
  public LoanTerms withPrincipal(Money other) {
    return new LoanTerms(
        kind,
        other,
        rate,
        months,
        interestOnlyMonths,
        start,
        firstDue,
        dayCount,
        fees,
        minimumShare);
  }

  /** Returns what is borrowed, financed fees included, in minor units. */
  long financedPrincipal() {
    return principal.minorUnits() + fees.financed().applyTo(principal.minorUnits());
  }

  private static void requireInterestOnlyMonths(LoanKind kind, int months, int interestOnly) {
    if (!(interestOnly >= 0 && interestOnly < months)) {
      throw new IllegalArgumentException("the interest-only months must be 0 to " + (months - 1)
          + " of a term of " + months + "; received " + interestOnly);
    }
    if (interestOnly > 0 && (kind == LoanKind.INTEREST_ONLY || kind == LoanKind.REVOLVING)) {
      throw new IllegalArgumentException("interest-only months belong to an annuity or to equal"
          + " principal; received " + interestOnly + " for " + kind);
    }
  }

  private static void requireDates(
      @Nullable LocalDate start, @Nullable LocalDate firstDue, DayCount dayCount) {
    if (start == null) {
      if (firstDue != null || dayCount != DayCount.THIRTY_360) {
        throw new IllegalArgumentException("a first due date and the day count " + dayCount
            + " need a start date; add it, or use THIRTY_360 without dates");
      }
    } else if (firstDue != null
        && !(firstDue.isAfter(start) && !firstDue.isAfter(start.plusYears(1)))) {
      throw new IllegalArgumentException("the first due date must be after the start " + start
          + " and within a year; received " + firstDue);
    }
  }

  /** Collects the parts of a loan. Not safe for use by several threads. */
  public static final class Builder {

    private final LoanKind kind;
    private final Money principal;
    private final AnnualRate rate;
    private final int months;
    private int interestOnlyMonths;
    private @Nullable LocalDate start;
    private @Nullable LocalDate firstDue;
    private DayCount dayCount = DayCount.THIRTY_360;
    private LoanFees fees;
    private Share minimumShare = Share.NONE;

    private Builder(LoanKind kind, Money principal, AnnualRate rate, int months) {
      this.kind = kind;
      this.principal = principal;
      this.rate = rate;
      this.months = months;
      this.fees = LoanFees.none(principal.currency());
    }

    /** Sets how many of the first months bear interest only; 0 if not set. */
    public Builder interestOnlyMonths(int count) {
      this.interestOnlyMonths = count;
      return this;
    }

    /** Sets the day of disbursement; without it the schedule has no dates. */
    public Builder start(LocalDate day) {
      this.start = day;
      return this;
    }

    /** Sets the first due date; one month after the start if not set. */
    public Builder firstDue(LocalDate day) {
      this.firstDue = day;
      return this;
    }

    /** Sets the day-count rule; {@link DayCount#THIRTY_360} if not set. */
    public Builder dayCount(DayCount rule) {
      this.dayCount = rule;
      return this;
    }

    /** Sets the fees; none if not set. */
    public Builder fees(LoanFees all) {
      this.fees = all;
      return this;
    }

    /**
     * Returns the terms.
     *
     * @throws IllegalArgumentException naming the rule that is broken and what was received
     */
    public LoanTerms build() {
      return new LoanTerms(
          kind,
          principal,
          rate,
          months,
          interestOnlyMonths,
          start,
          firstDue,
          dayCount,
          fees,
          minimumShare);
    }
  }
}
