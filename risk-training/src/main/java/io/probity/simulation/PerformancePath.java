package io.probity.simulation;

import io.probity.application.LoanRequest;
import io.probity.preparation.PanelMonth;
import io.probity.preparation.PanelStatus;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The months of a loan of which it is settled whether it turns bad within the horizon.
 *
 * <p>A bad loan reaches 90 days past due in a month drawn from 4 to 12, mostly 5 to 9; in the three
 * months before it is 1 to 29, 30 to 59 and 60 to 89 days past due, and afterwards it recovers with
 * probability 0.06 a month, else it ages by 30 days a month and is written off at 180. Any other loan
 * moves between current, 1 to 29, 30 to 59 and 60 to 89 days past due; within the horizon it turns to
 * current instead of reaching 90. A current loan is repaid early with probability 0.008 a month, and a
 * loan that is not on its way to 90 days past due, or beyond, is repaid at the end of its term.
 */
final class PerformancePath {

  /** The months on book within which a loan may be bad. */
  static final int HORIZON = 12;

  private static final double[] DEFAULT_WEIGHTS = {1.0, 2.0, 2.4, 2.2, 1.8, 1.5, 1.2, 1.0, 0.9};
  private static final int FIRST_DEFAULT = 4;
  private static final int DESCENT = 3;
  private static final int BAD = 90;
  private static final int WRITE_OFF = 180;
  private static final double PREPAYMENT = 0.008;
  private static final double RECOVERY = 0.06;
  private static final double CURE = 0.60;

  private final YearMonth opened;
  private final double amount;
  private final int term;
  private final double late;
  private final int defaultMonth;
  private final Draws draws;
  private final List<PanelMonth> months = new ArrayList<>();
  private int daysPastDue;
  private int paid;

  private PerformancePath(
      YearMonth opened, LoanRequest loan, double pd, boolean isBad, Draws draws) {
    this.opened = opened;
    this.amount = Objects.requireNonNull(loan.amount()).doubleValue();
    this.term = Objects.requireNonNull(loan.termMonths());
    this.late = 0.012 + 0.22 * pd;
    this.draws = draws;
    int choices = StrictMath.min(DEFAULT_WEIGHTS.length, term + DESCENT - FIRST_DEFAULT + 1);
    double[] weights = Arrays.copyOf(DEFAULT_WEIGHTS, choices);
    int month = FIRST_DEFAULT + draws.pick(weights);
    this.defaultMonth = isBad ? month : Integer.MAX_VALUE;
  }

  /** Returns the months from the opening on, up to the last one asked for. */
  static List<PanelMonth> draw(
      YearMonth opened, LoanRequest loan, double pd, boolean isBad, int last, Draws draws) {
    PerformancePath path = new PerformancePath(opened, loan, pd, isBad, draws);
    path.add(0, PanelStatus.ACTIVE);
    PanelStatus status = PanelStatus.ACTIVE;
    for (int month = 1; month <= last && !status.isFinal(); month++) {
      status = path.next(month);
      path.add(month, status);
    }
    return path.months;
  }

  private PanelStatus next(int month) {
    double move = draws.uniform();
    int jitter = draws.whole(0, 28);
    boolean prepays = draws.chance(PREPAYMENT);
    if (month >= defaultMonth - DESCENT && month <= defaultMonth) {
      daysPastDue = month == defaultMonth - DESCENT ? 1 + jitter : daysPastDue + 30;
      return PanelStatus.ACTIVE;
    }
    if (daysPastDue >= BAD) {
      return afterDefault(move);
    }
    boolean mayEnd = defaultMonth == Integer.MAX_VALUE || month > defaultMonth;
    daysPastDue = ordinary(month, move, jitter);
    if (mayEnd && (month >= term || (prepays && daysPastDue == 0))) {
      daysPastDue = 0;
      return PanelStatus.PAID;
    }
    paid += daysPastDue == 0 ? 1 : 0;
    return PanelStatus.ACTIVE;
  }

  private PanelStatus afterDefault(double move) {
    if (move < RECOVERY) {
      daysPastDue = 0;
      return PanelStatus.ACTIVE;
    }
    daysPastDue += 30;
    return daysPastDue >= WRITE_OFF ? PanelStatus.WRITTEN_OFF : PanelStatus.ACTIVE;
  }

  private int ordinary(int month, double move, int jitter) {
    if (daysPastDue == 0) {
      return move < late ? 1 + jitter : 0;
    }
    boolean mayDefault = defaultMonth == Integer.MAX_VALUE && month > HORIZON;
    boolean rolls = move >= CURE && (daysPastDue + 30 < BAD || mayDefault);
    return rolls ? daysPastDue + 30 : 0;
  }

  private void add(int month, PanelStatus status) {
    double balance =
        status == PanelStatus.PAID ? 0.0 : amount * StrictMath.max(0.0, 1.0 - (double) paid / term);
    months.add(new PanelMonth(
        opened.plusMonths(month), month, daysPastDue, Amounts.cents(balance), status));
  }
}
