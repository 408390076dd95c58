package io.probity.feature;

import io.probity.application.DayNumbers;
import io.probity.application.MonthColumns;
import io.probity.application.TradelineColumns;
import java.util.Arrays;

/**
 * How the known tradelines were repaid, month by month, within the adverse look-back. Only the months
 * that are not plain are gone through; of the plain ones, in which nothing was past due, it is enough
 * to know the newest.
 */
final class ConductMeasures extends Measures {

  static final int MAX_3 = 0; // and the next three, by window
  static final int TIMES = 4; // and the next two, by step
  static final int MONTHS_SINCE = 7;
  static final int WORST_STATUS = 8;

  static final int[] WINDOWS = {3, 6, 12, 24};
  static final int[] STEPS = {30, 60, 90};

  /** The days past due from which on the statuses 1 to 5 are reached. */
  private static final int[] STATUS_DAYS = {1, 30, 60, 90, 120};

  private static final int COUNTED_MONTHS = 24;
  private static final int LONG_AGO = Integer.MAX_VALUE;
  private static final int UNKNOWN = -1;

  private final int[] worstDays = new int[WINDOWS.length];
  private final int[] times = new int[STEPS.length];
  private int lookback;
  private int lastMonth;
  private int worstOfAll;
  private int worstCode;
  private int newestPlain; // age in months
  private int newestArrears;

  ConductMeasures() {
    super(9);
  }

  @Override
  void measure(CatalogRun run) {
    lookback = run.settings().adverseLookbackMonths();
    lastMonth = run.statusMonth();
    Arrays.fill(worstDays, UNKNOWN);
    Arrays.fill(times, 0);
    worstOfAll = UNKNOWN;
    worstCode = UNKNOWN;
    newestPlain = LONG_AGO;
    newestArrears = LONG_AGO;
    TradelineColumns tradelines = run.tradelineColumns();
    KnownTradelines known = run.known();
    for (int k = 0; k < known.size(); k++) {
      addNotable(tradelines, known.at(k));
      addPlain(tradelines, known.at(k));
    }
    setFigures(run.packedDay());
  }

  private void addNotable(TradelineColumns tradelines, int i) {
    MonthColumns months = tradelines.months();
    for (int place = tradelines.notableEnd(i) - 1; place >= tradelines.notableStart(i); place--) {
      int at = months.notable(place);
      int age = lastMonth - months.month(at);
      if (age >= lookback) {
        return;
      }
      if (age >= 0) {
        add(age, months.daysPastDue(at));
        worstCode = Math.max(worstCode, months.severity(at));
      }
    }
  }

  private void add(int age, int days) {
    for (int window = 0; window < WINDOWS.length; window++) {
      worstDays[window] = Math.max(worstDays[window], age < WINDOWS[window] ? days : UNKNOWN);
    }
    worstOfAll = Math.max(worstOfAll, days);
    if (days >= STEPS[0]) {
      newestArrears = Math.min(newestArrears, age);
      for (int step = 0; step < STEPS.length; step++) {
        times[step] += age < COUNTED_MONTHS && days >= STEPS[step] ? 1 : 0;
      }
    }
  }

  private void addPlain(TradelineColumns tradelines, int i) {
    MonthColumns months = tradelines.months();
    for (int at = tradelines.monthsEnd(i) - 1; at >= tradelines.monthsStart(i); at--) {
      int age = lastMonth - months.month(at);
      if (age >= newestPlain || age >= lookback) {
        return;
      }
      if (age >= 0 && months.isPlain(at)) {
        newestPlain = age;
        return;
      }
    }
  }

  private void setFigures(int asOfPacked) {
    for (int window = 0; window < WINDOWS.length; window++) {
      int days = newestPlain < WINDOWS[window] ? Math.max(0, worstDays[window]) : worstDays[window];
      set(MAX_3 + window, days == UNKNOWN ? Double.NaN : days);
    }
    boolean isCounted = !Double.isNaN(figure(MAX_3 + WINDOWS.length - 1));
    for (int step = 0; step < STEPS.length; step++) {
      set(TIMES + step, isCounted ? times[step] : Double.NaN);
    }
    boolean isKnown = newestPlain != LONG_AGO || worstOfAll != UNKNOWN;
    set(MONTHS_SINCE, isKnown ? monthsSinceArrears(asOfPacked) : Double.NaN);
    set(WORST_STATUS, isKnown || worstCode != UNKNOWN ? worstStatus() : Double.NaN);
  }

  /** Returns the whole months since the end of the newest month of 30 days past due or more. */
  private double monthsSinceArrears(int asOfPacked) {
    if (newestArrears == LONG_AGO) {
      return CatalogCode.NONE.cell();
    }
    int month = lastMonth - newestArrears;
    return DayNumbers.wholeMonths(DayNumbers.pack(month, DayNumbers.lengthOf(month)), asOfPacked);
  }

  /** Returns the worst status, 0 to 6. */
  private int worstStatus() {
    int status = 0;
    while (status < STATUS_DAYS.length && worstOfAll >= STATUS_DAYS[status]) {
      status++;
    }
    return Math.max(status, worstCode);
  }
}
