package io.probity.feature;

import io.probity.application.DayNumbers;
import io.probity.application.MoneyUnits;
import io.probity.application.MonthColumns;
import io.probity.application.TradelineColumns;
import java.util.Arrays;

/** How balances and the number of active lenders moved from month-end to month-end. */
final class MonthEndMeasures extends Measures {

  static final int GROWTH = 0;
  static final int LENDER_TREND = 1;

  static final int GROWTH_MONTHS = 6;
  static final int TREND_MONTHS = 12;

  private final AmountSum now = new AmountSum();
  private final AmountSum then = new AmountSum();
  private final int[] active = new int[TREND_MONTHS]; // by month, oldest first
  private int[] lenderMonths = new int[0]; // by lender, one bit a month

  MonthEndMeasures() {
    super(2);
  }

  @Override
  void measure(CatalogRun run) {
    set(GROWTH, growth(run));
    set(LENDER_TREND, lenderTrend(run));
  }

  /** Returns the growth of all balances over six months; a special cell if nothing was owed then. */
  private double growth(CatalogRun run) {
    now.clear();
    then.clear();
    KnownTradelines known = run.known();
    for (int k = 0; k < known.size(); k++) {
      now.add(balance(run.tradelineColumns(), known.at(k), run.statusMonth()));
      then.add(balance(run.tradelineColumns(), known.at(k), run.statusMonth() - GROWTH_MONTHS));
    }
    double before = then.units();
    return before == 0.0 ? CatalogCode.NONE.cell() : (now.units() - before) / before;
  }

  /** Returns a balance at the end of a month: 0 before opening and after closing. */
  private static long balance(TradelineColumns tradelines, int i, int month) {
    if (DayNumbers.monthOfPacked(tradelines.openedPacked(i)) > month
        || tradelines.closedMonth(i) <= month) {
      return 0;
    }
    int at = tradelines.findMonth(i, month);
    return at < 0 ? MoneyUnits.UNKNOWN : tradelines.months().balance(at);
  }

  /** Returns the slope of the number of active lenders by month, divided by their mean. */
  private double lenderTrend(CatalogRun run) {
    TradelineColumns tradelines = run.tradelineColumns();
    int lenders = run.application().borrowing().lenders();
    if (lenderMonths.length < lenders) {
      lenderMonths = new int[lenders];
    }
    Arrays.fill(lenderMonths, 0, lenders, 0);
    Arrays.fill(active, 0);
    int first = run.statusMonth() - TREND_MONTHS + 1;
    KnownTradelines known = run.known();
    for (int k = 0; k < known.size(); k++) {
      int i = known.at(k);
      lenderMonths[tradelines.lender(i)] |= activeMonths(tradelines, i, first);
    }
    for (int lender = 0; lender < lenders; lender++) {
      for (int bits = lenderMonths[lender]; bits != 0; bits &= bits - 1) {
        active[Integer.numberOfTrailingZeros(bits)]++;
      }
    }
    return relativeSlope();
  }

  /** Returns a bit for each month-end at which the tradeline was open and not known to be unused. */
  private static int activeMonths(TradelineColumns tradelines, int i, int first) {
    int from = Math.max(0, DayNumbers.monthOfPacked(tradelines.openedPacked(i)) - first);
    int to =
        Math.min(TREND_MONTHS, tradelines.closedMonth(i) - first); // the month of closing is out
    if (from >= to) {
      return 0;
    }
    int bits = ((1 << to) - 1) & -(1 << from);
    boolean isLine = tradelines.revolving(i) && tradelines.limitOrAmount(i) > 0;
    if (isLine || !tradelines.wasRepaid(i)) {
      return bits;
    }
    MonthColumns months = tradelines.months();
    for (int at = tradelines.monthsEnd(i) - 1; at >= tradelines.monthsStart(i); at--) {
      int month = months.month(at) - first;
      if (month < 0) {
        break;
      }
      if (month < TREND_MONTHS && months.nothingOwed(at)) {
        bits &= ~(1 << month);
      }
    }
    return bits;
  }

  private double relativeSlope() {
    double sum = 0.0;
    double products = 0.0;
    double squares = 0.0;
    for (int month = 0; month < TREND_MONTHS; month++) {
      double fromMiddle = month - (TREND_MONTHS - 1) / 2.0;
      sum += active[month];
      products += fromMiddle * active[month];
      squares += fromMiddle * fromMiddle;
    }
    return sum == 0.0 ? 0.0 : products / squares / (sum / TREND_MONTHS);
  }
}
