package io.probity.feature;

import io.probity.application.DayNumbers;
import io.probity.application.MoneyUnits;
import io.probity.application.TradelineColumns;
import java.util.Arrays;

/** What the known tradelines say together: their ages, openings and lenders. */
final class TradelineMeasures extends Measures {

  static final int OPEN = 0;
  static final int ACTIVE_LENDERS = 1;
  static final int ACTIVE_MICRO_LENDERS = 2;
  static final int PAST_DUE = 3;
  static final int OLDEST_MONTHS = 4;
  static final int MEAN_MONTHS = 5;
  static final int AGE_AT_FIRST = 6;
  static final int AMOUNT_TO_LARGEST = 7;
  static final int NEW_TRADELINES = 8; // and the next four, by window
  static final int NEW_LENDERS = NEW_TRADELINES + DayWindows.COUNT;

  private static final int SEEN = 1;
  private static final int ACTIVE = 2;

  private final DayWindows newTradelines = new DayWindows();
  private final DayWindows newLenders = new DayWindows();
  private final AmountSum pastDue = new AmountSum();
  private int[] lenderFlags = new int[0];
  private int[] microFlags = new int[0];
  private int open;
  private int activeLenders;
  private int activeMicroLenders;
  private long ages;
  private long largestLoan;

  TradelineMeasures() {
    super(NEW_LENDERS + DayWindows.COUNT);
  }

  @Override
  void measure(CatalogRun run) {
    TradelineColumns tradelines = run.tradelineColumns();
    clear(run.application().borrowing().lenders(), tradelines.microLenders());
    KnownTradelines known = run.known();
    for (int k = 0; k < known.size(); k++) {
      int i = known.at(k);
      countOpening(tradelines.lender(i), run.day() - known.shiftedOpening(k));
      ages += DayNumbers.wholeMonths(tradelines.openedPacked(i), run.packedDay());
      long amount = tradelines.revolving(i) ? 0 : tradelines.limitOrAmount(i);
      largestLoan = Math.max(largestLoan, amount);
      boolean isOpen = tradelines.closed(i) >= run.day();
      if (isOpen) {
        countActive(tradelines, i);
      }
      if (isOpen || tradelines.pastDue(i) >= 0) {
        pastDue.add(tradelines.pastDue(i));
      }
    }
    setFigures(run, known.size());
  }

  private void clear(int lenders, int microLenders) {
    newTradelines.clear();
    newLenders.clear();
    pastDue.clear();
    open = 0;
    activeLenders = 0;
    activeMicroLenders = 0;
    ages = 0;
    largestLoan = 0;
    if (lenderFlags.length < lenders) {
      lenderFlags = new int[lenders];
    }
    if (microFlags.length < microLenders) {
      microFlags = new int[microLenders];
    }
    Arrays.fill(lenderFlags, 0, lenders, 0);
    Arrays.fill(microFlags, 0, microLenders, 0);
  }

  /** Tradelines come in order of opening, so that a lender's first one comes first. */
  private void countOpening(int lender, int ageDays) {
    int window = DayWindows.shortest(ageDays);
    newTradelines.add(window, 1);
    newLenders.add(window, (lenderFlags[lender] & SEEN) == 0 ? 1 : 0);
    lenderFlags[lender] |= SEEN;
  }

  private void countActive(TradelineColumns tradelines, int i) {
    open++;
    boolean owes = tradelines.balance(i) != 0; // a balance that is not known counts as owed
    boolean isLine = tradelines.revolving(i) && tradelines.limitOrAmount(i) > 0;
    int lender = tradelines.lender(i);
    if (owes || isLine) {
      activeLenders += (lenderFlags[lender] & ACTIVE) == 0 ? 1 : 0;
      lenderFlags[lender] |= ACTIVE;
    }
    if (owes && tradelines.micro(i)) {
      activeMicroLenders += 1 - microFlags[tradelines.microLender(i)];
      microFlags[tradelines.microLender(i)] = 1;
    }
  }

  private void setFigures(CatalogRun run, int known) {
    set(OPEN, open);
    set(ACTIVE_LENDERS, activeLenders);
    set(ACTIVE_MICRO_LENDERS, activeMicroLenders);
    set(PAST_DUE, pastDue.amount());
    setAges(run, known);
    set(
        AMOUNT_TO_LARGEST,
        largestLoan == 0
            ? CatalogCode.NONE.cell()
            : run.amount() / MoneyUnits.toAmount(largestLoan));
    for (int window = 0; window < DayWindows.COUNT; window++) {
      set(NEW_TRADELINES + window, newTradelines.within(window));
      set(NEW_LENDERS + window, newLenders.within(window));
    }
  }

  private void setAges(CatalogRun run, int known) {
    if (known == 0) {
      set(OLDEST_MONTHS, CatalogCode.NONE.cell());
      set(MEAN_MONTHS, CatalogCode.NONE.cell());
      set(AGE_AT_FIRST, CatalogCode.NONE.cell());
      return;
    }
    int first = run.tradelineColumns().openedPacked(run.known().at(0));
    set(OLDEST_MONTHS, DayNumbers.wholeMonths(first, run.packedDay()));
    set(MEAN_MONTHS, (double) ages / known);
    set(AGE_AT_FIRST, ApplicantMeasures.years(run.application().applicant().birthDate(), first));
  }
}
