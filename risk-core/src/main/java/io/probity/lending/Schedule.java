package io.probity.lending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The repayment schedule of a loan, exact to the minor unit. Immutable.
 *
 * <p>The number of instalments is always the term, the principal parts add up to what is borrowed, and
 * the last closing balance is 0. Interest of a month = opening balance x rate x part of the year,
 * HALF_UP. What is borrowed is the principal with its financed fees.
 *
 * <ul>
 *   <li>Annuity: the level is rounded HALF_UP. In equal months it is that of {@link AnnuityFactor};
 *       where periods differ (ACT rules, a first period that is not a month), it is borrowed amount /
 *       sum of the discount factors of the due dates. Principal = level - interest.
 *   <li>Equal principal: borrowed amount / months, HALF_UP, each month.
 *   <li>Interest-only months, and all but the last of an interest-only loan, repay nothing.
 *   <li>The last instalment repays what is left with its interest, so it differs by a few minor units.
 * </ul>
 *
 * <p>Rounding can outgrow the last instalment: 100.00 over 600 months at a rate of 0 would be 0.17 a
 * month, repaid eleven months early. Where the rule above would repay the loan before its last month,
 * or make the last instalment (the last principal part, for equal principal) more than twice a regular
 * one, every closing balance is instead that of the unrounded loan, HALF_UP; instalments then differ
 * among themselves by a minor unit or so.
 *
 * <p>An instalment below the interest of its month (negative amortisation) is refused; it takes a long
 * first period, or an ACT rule with a rate and term at which an instalment is all but interest.
 */
public final class Schedule {

  /**
   * One instalment. Amounts are in major units, with the decimals of the schedule's currency.
   *
   * @param number 1 to the term
   * @param dueDate empty if the terms have no start date
   * @param openingBalance owed before it
   * @param interest of the period
   * @param principal repaid, 0 or more
   * @param fee per instalment, mandatory insurance included
   * @param instalment what is paid: interest + principal + fee
   * @param closingBalance owed after it: opening balance - principal
   */
  public record Row(
      int number,
      Optional<LocalDate> dueDate,
      BigDecimal openingBalance,
      BigDecimal interest,
      BigDecimal principal,
      BigDecimal fee,
      BigDecimal instalment,
      BigDecimal closingBalance) {}

  private final LoanTerms terms;
  private final Periods periods;
  private final List<Row> rows;

  private Schedule(LoanTerms terms, Periods periods, List<Row> rows) {
    this.terms = terms;
    this.periods = periods;
    this.rows = rows;
  }

  /**
   * Computes the schedule of a loan.
   *
   * @throws IllegalArgumentException if the loan is revolving, if less than one minor unit a month is
   *     borrowed, or if an instalment would not cover its interest
   */
  public static Schedule of(LoanTerms terms) {
    if (terms.kind() == LoanKind.REVOLVING) {
      throw new IllegalArgumentException("a revolving line has no schedule, as nobody knows when it"
          + " is drawn; use Instalment for the instalment that is tested");
    }
    if (terms.financedPrincipal() < terms.months()) {
      throw new IllegalArgumentException("a schedule needs at least one minor unit of principal a"
          + " month; received " + terms.principal() + " over " + terms.months()
          + " months; shorten the term");
    }
    Periods periods = Periods.of(terms);
    return new Schedule(terms, periods, rows(terms, periods));
  }

  /** Returns the terms that the schedule was made from. */
  public LoanTerms terms() {
    return terms;
  }

  /** Returns the currency of every amount. */
  public Currency currency() {
    return terms.currency();
  }

  /** Returns the instalments in order; as many as the term has months. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns what is borrowed: the principal with its financed fees. */
  public BigDecimal amountFinanced() {
    return Money.amount(terms.financedPrincipal(), currency());
  }

  /** Returns what the borrower receives: the principal less the upfront fee. */
  public BigDecimal netDisbursed() {
    long principal = terms.principal().minorUnits();
    return Money.amount(principal - terms.fees().upfront().applyTo(principal), currency());
  }

  /** Returns the interest of all instalments. */
  public BigDecimal totalInterest() {
    return rows.stream().map(Row::interest).reduce(zero(), BigDecimal::add);
  }

  /** Returns all fees: financed, upfront, and those of the instalments with insurance. */
  public BigDecimal totalFees() {
    BigDecimal inInstalments = rows.stream().map(Row::fee).reduce(zero(), BigDecimal::add);
    return inInstalments.add(amountFinanced()).subtract(netDisbursed());
  }

  /** Returns the sum of all instalments. */
  public BigDecimal totalPaid() {
    return rows.stream().map(Row::instalment).reduce(zero(), BigDecimal::add);
  }

  /** Returns what the loan costs: interest and fees, or what is paid less what was received. */
  public BigDecimal totalCost() {
    return totalInterest().add(totalFees());
  }

  /**
   * Returns the cash flows in months, as the lender sees them: what is disbursed now, then an
   * instalment each month.
   *
   * @throws IllegalStateException if the first period is not one month long
   */
  public CashFlows monthlyCashFlows() {
    LocalDate start = terms.start();
    if (start != null && !periods.dueDates().get(0).equals(start.plusMonths(1))) {
      throw new IllegalStateException(
          "monthly cash flows need a first period of one month; received " + start + " to "
              + periods.dueDates().get(0) + "; use datedCashFlows()");
    }
    return CashFlows.ofMonths(amounts());
  }

  /**
   * Returns the cash flows at their dates, as the lender sees them.
   *
   * @throws IllegalStateException if the terms have no start date
   */
  public CashFlows datedCashFlows() {
    LocalDate start = terms.start();
    if (start == null) {
      throw new IllegalStateException("dated cash flows need a start date in the terms; add it");
    }
    List<LocalDate> dates = new ArrayList<>(rows.size() + 1);
    dates.add(start);
    dates.addAll(periods.dueDates());
    return CashFlows.ofDates(dates, amounts());
  }

  private List<BigDecimal> amounts() {
    List<BigDecimal> amounts = new ArrayList<>(rows.size() + 1);
    amounts.add(netDisbursed().negate());
    rows.forEach(row -> amounts.add(row.instalment()));
    return amounts;
  }

  private BigDecimal zero() {
    return Money.amount(0, currency());
  }

  private static List<Row> rows(LoanTerms terms, Periods periods) {
    Amortisation amortisation = Amortisation.of(terms, periods);
    Currency currency = terms.currency();
    long fee = terms.fees().monthly(terms.principal().minorUnits());
    long balance = terms.financedPrincipal();
    List<Row> rows = new ArrayList<>(terms.months());
    for (int k = 0; k < terms.months(); k++) {
      long interest = amortisation.interest(k);
      long principal = amortisation.principal(k);
      rows.add(new Row(
          k + 1,
          periods.dueDates().isEmpty()
              ? Optional.empty()
              : Optional.of(periods.dueDates().get(k)),
          Money.amount(balance, currency),
          Money.amount(interest, currency),
          Money.amount(principal, currency),
          Money.amount(fee, currency),
          Money.amount(interest + principal + fee, currency),
          Money.amount(balance - principal, currency)));
      balance -= principal;
    }
    return Collections.unmodifiableList(rows);
  }
}
