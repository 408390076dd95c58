package io.probity.feature;

import io.probity.application.DayNumbers;
import io.probity.application.InquiryColumns;
import io.probity.application.TradelineColumns;
import java.util.Arrays;

/**
 * Where the applicant asked for credit. Going forward in time, an inquiry counts unless the same lender
 * has a counted one at most 14 days before it; the application's own inquiry never counts.
 */
final class InquiryMeasures extends Measures {

  static final int INQUIRIES = 0; // and the next four, by window
  static final int LENDERS = DayWindows.COUNT;
  static final int UNMET = LENDERS + DayWindows.COUNT;
  static final int MONTHS_SINCE_NEWEST = UNMET + DayWindows.COUNT;

  /** The windows of {@link DayWindows} from which on an inquiry can be seen to be unmet. */
  static final int FIRST_UNMET_WINDOW = 2;

  static final int REPEAT_DAYS = 14;
  static final int ANSWER_DAYS = 30;

  private static final int NEVER = Integer.MIN_VALUE;

  private final DayWindows inquiries = new DayWindows();
  private final DayWindows lenders = new DayWindows();
  private final DayWindows unmet = new DayWindows();
  private boolean[] counted = new boolean[0];
  private int[] lastDay = new int[0]; // by lender: the last counted inquiry
  private int[] nextOpening = new int[0]; // by lender: the first opening on or after a day
  private int newest;

  InquiryMeasures() {
    super(MONTHS_SINCE_NEWEST + 1);
  }

  @Override
  void measure(CatalogRun run) {
    InquiryColumns columns = run.application().borrowing().inquiryColumns();
    clear(columns.size(), run.application().borrowing().lenders());
    int lag = run.settings().lags().inquiryDays();
    for (int i = 0; i < columns.size(); i++) {
      int day = columns.day(i);
      int age = run.day() - day - lag;
      if (age < 1) {
        break;
      }
      int lender = columns.lender(i);
      boolean repeats = lastDay[lender] != NEVER && day - lastDay[lender] <= REPEAT_DAYS;
      if (!repeats
          && !KnownTradelines.isOwn(columns.applicationId(i), run.application().id())) {
        counted[i] = true;
        count(lender, DayWindows.shortest(age), run.day() - lag);
        lastDay[lender] = day;
        newest = day;
      }
    }
    countUnmet(run, columns);
    setFigures(run.packedDay());
  }

  private void count(int lender, int window, int asOf) {
    inquiries.add(window, 1);
    if (lastDay[lender] != NEVER) {
      lenders.add(DayWindows.shortest(asOf - lastDay[lender]), -1);
    }
    lenders.add(window, 1);
  }

  private void clear(int columns, int lenderCount) {
    inquiries.clear();
    lenders.clear();
    unmet.clear();
    newest = NEVER;
    if (counted.length < columns) {
      counted = new boolean[columns];
    }
    if (lastDay.length < lenderCount) {
      lastDay = new int[lenderCount];
      nextOpening = new int[lenderCount];
    }
    Arrays.fill(counted, 0, columns, false);
    Arrays.fill(lastDay, 0, lenderCount, NEVER);
  }

  /** Counts the inquiries that no tradeline of the lender followed. */
  private void countUnmet(CatalogRun run, InquiryColumns columns) {
    TradelineColumns tradelines = run.tradelineColumns();
    KnownTradelines known = run.known();
    Arrays.fill(nextOpening, 0, run.application().borrowing().lenders(), Integer.MAX_VALUE);
    KnowledgeLags lags = run.settings().lags();
    int lag = Math.max(lags.openingDays(), lags.inquiryDays());
    int k = known.size() - 1;
    for (int i = columns.size() - 1; i >= 0; i--) {
      int day = columns.day(i);
      for (; k >= 0 && tradelines.opened(known.at(k)) >= day; k--) {
        nextOpening[tradelines.lender(known.at(k))] = tradelines.opened(known.at(k));
      }
      int age = run.day() - day - lag;
      boolean met = nextOpening[columns.lender(i)] <= day + ANSWER_DAYS;
      if (counted[i] && !met && age >= ANSWER_DAYS) {
        unmet.add(DayWindows.shortest(age), 1);
      }
    }
  }

  private void setFigures(int asOfPacked) {
    for (int window = 0; window < DayWindows.COUNT; window++) {
      set(INQUIRIES + window, inquiries.within(window));
      set(LENDERS + window, lenders.within(window));
      set(UNMET + window, unmet.within(window));
    }
    set(
        MONTHS_SINCE_NEWEST,
        newest == NEVER
            ? CatalogCode.NONE.cell()
            : DayNumbers.wholeMonths(DayNumbers.packed(newest), asOfPacked));
  }
}
