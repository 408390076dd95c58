package io.probity.simulation;

import io.probity.application.CreditType;
import io.probity.application.StatusCode;
import io.probity.application.Tradeline;
import io.probity.application.TradelineMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One earlier credit: its terms and its last months. Delinquency is a chain over days past due: a
 * current line becomes late with a probability that rises with want of discipline, with the number of
 * micro-loans and in months of lost income; a late line is brought up to date or grows 30 days older.
 */
final class TradelinePast {

  private static final int MONTHS_KNOWN = 12;
  private static final int OLDEST = 150;

  private final Opening opening;
  private final double amount;
  private final int term;
  private final double instalment;
  private final int dueDay;
  private final double utilisation;
  private final List<TradelineMonth> months = new ArrayList<>();
  private final @Nullable LocalDate closed;

  /**
   * How a credit began.
   *
   * @param least the smallest amount that serves its purpose
   */
  record Opening(
      CreditType type, String lender, LocalDate opened, LocalDate reportedOn, double least) {}

  private TradelinePast(Opening opening, Person person, Draws draws) {
    this.opening = opening;
    double level = person.level();
    switch (opening.type()) {
      case REVOLVING -> {
        this.amount = Amounts.steps(level * draws.between(0.6, 2.5), 100).doubleValue();
        this.term = 600;
      }
      case MORTGAGE -> {
        this.amount = Amounts.steps(level * draws.between(25.0, 60.0), 1_000).doubleValue();
        this.term = 300;
      }
      case INSTALMENT -> {
        this.amount = Amounts.steps(level * draws.between(1.0, 7.0), 100).doubleValue();
        this.term = 12 * draws.whole(1, 5);
      }
      default -> {
        double drawn = StrictMath.max(opening.least(), level * draws.between(0.08, 0.45));
        this.amount = Amounts.steps(drawn, 10).doubleValue();
        this.term = draws.whole(2, 8);
      }
    }
    double lean = -0.7 + 0.55 * person.appetite() - 0.45 * person.discipline();
    this.utilisation = Logistic.of(lean + 0.6 * draws.normal());
    this.instalment = instalment(opening.type(), amount, term, utilisation);
    this.dueDay = draws.whole(1, 28);
    this.closed = closedOn(draws);
  }

  static TradelinePast draw(
      Opening opening, Person person, IncomePast income, int microLoans, Draws draws) {
    TradelinePast line = new TradelinePast(opening, person, draws);
    double lean = -3.9 - 0.75 * person.discipline() + 0.22 * microLoans;
    line.drawMonths(person, income, lean, draws);
    return line;
  }

  CreditType type() {
    return opening.type();
  }

  LocalDate opened() {
    return opening.opened();
  }

  double amount() {
    return amount;
  }

  double instalment() {
    return instalment;
  }

  /** Returns a day on which an instalment is due, the last one not after {@code latest}. */
  LocalDate dueBefore(LocalDate latest) {
    LocalDate due = YearMonth.from(latest).atDay(dueDay);
    return due.isAfter(latest) ? due.minusMonths(1) : due;
  }

  Tradeline tradeline(String id) {
    TradelineMonth last = months.isEmpty() ? null : months.get(months.size() - 1);
    double balance = closed == null ? balanceAfter(monthsSince(opening.reportedOn())) : 0.0;
    boolean isLate =
        closed == null && last != null && last.daysPastDue() != null && last.daysPastDue() > 0;
    return Tradeline.builder(opening.lender(), opening.type(), opening.opened())
        .id(id)
        .closed(closed)
        .limitOrAmount(Amounts.cents(amount))
        .balance(Amounts.cents(balance))
        .nominalRate(rate(opening.type()))
        .remainingMonths(
            opening.type() == CreditType.REVOLVING
                ? null
                : StrictMath.max(0, term - monthsSince(opening.reportedOn())))
        .monthlyPayment(closed == null ? Amounts.cents(instalment) : null)
        .dueDay(dueDay)
        .pastDue(Amounts.cents(isLate ? instalment : 0.0))
        .reportedOn(opening.reportedOn())
        .months(months)
        .build();
  }

  private @Nullable LocalDate closedOn(Draws draws) {
    boolean isEarly = draws.chance(0.12);
    int age = monthsSince(opening.reportedOn());
    if (opening.type() != CreditType.REVOLVING && age >= term) {
      return opening.opened().plusMonths(term);
    }
    return isEarly && age > 6 ? opening.opened().plusMonths(draws.whole(3, age - 1)) : null;
  }

  private void drawMonths(Person person, IncomePast income, double lean, Draws draws) {
    YearMonth applied = person.month();
    YearMonth first = YearMonth.from(opening.opened()).plusMonths(1);
    YearMonth last = applied.minusMonths(2);
    YearMonth end = closed == null ? last : YearMonth.from(closed);
    int daysPastDue = 0;
    for (int ago = MONTHS_KNOWN + 1; ago >= 2; ago--) {
      YearMonth month = applied.minusMonths(ago);
      boolean isGap = draws.chance(0.015);
      double move = draws.uniform();
      double stress = income.stressed(IncomePast.MONTHS - ago) ? 1.6 : 0.0;
      if (month.isBefore(first) || month.isAfter(end) || month.isAfter(last)) {
        continue;
      }
      daysPastDue = next(daysPastDue, move, Logistic.of(lean + stress));
      if (!isGap) {
        months.add(new TradelineMonth(
            month,
            Amounts.cents(balanceAfter(monthsSince(month.atEndOfMonth()))),
            daysPastDue,
            Amounts.cents(instalment),
            Amounts.cents(daysPastDue > 0 ? 0.0 : instalment),
            StatusCode.NORMAL));
      }
    }
  }

  private static int next(int daysPastDue, double move, double late) {
    if (daysPastDue == 0) {
      return move < late ? 1 + (int) (28.0 * move / late) : 0;
    }
    return move < 0.58 ? 0 : StrictMath.min(OLDEST, daysPastDue + 30);
  }

  private double balanceAfter(int monthsOnBook) {
    if (opening.type() == CreditType.REVOLVING) {
      return utilisation * amount;
    }
    return amount * StrictMath.max(0.0, 1.0 - (double) monthsOnBook / term);
  }

  private int monthsSince(LocalDate day) {
    LocalDate opened = opening.opened();
    int months =
        (day.getYear() - opened.getYear()) * 12 + day.getMonthValue() - opened.getMonthValue();
    return months - (day.getDayOfMonth() < opened.getDayOfMonth() ? 1 : 0);
  }

  private static double instalment(CreditType type, double amount, int term, double utilisation) {
    double monthly = rate(type) / 12.0;
    return type == CreditType.REVOLVING
        ? 0.05 * utilisation * amount
        : amount * (1.0 / term + 0.55 * monthly);
  }

  private static double rate(CreditType type) {
    return switch (type) {
      case REVOLVING -> 0.18;
      case MORTGAGE -> 0.045;
      case INSTALMENT -> 0.11;
      default -> 0.48;
    };
  }
}
