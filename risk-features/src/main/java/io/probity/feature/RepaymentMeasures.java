package io.probity.feature;

import io.probity.application.TradelineColumns;

/**
 * New loans that look as if they were taken to pay the instalments of others.
 *
 * <p>A loan is eligible if it is unsecured, closed-end, of a known amount and opened in the 180 days
 * before the day of the application (earlier by the lag of openings where it states no day of report).
 * It is matched if a tradeline of another lender, opened before it and not closed by then, has an
 * instalment that falls due on one of the next 10 days, is at most the loan's amount and is not known
 * to have been missed.
 */
final class RepaymentMeasures extends Measures {

  static final int COUNT = 0;
  static final int SHARE = 1;
  static final int EXCESS = 2;

  static final int WINDOW_DAYS = 180;
  static final int DUE_WITHIN_DAYS = 10;

  private final SmallestInstalments instalments = new SmallestInstalments();
  private final DueDays dueDays = new DueDays();
  private int eligible;
  private int matched;
  private boolean hasDueDay;

  RepaymentMeasures() {
    super(3);
  }

  @Override
  void measure(CatalogRun run) {
    eligible = 0;
    matched = 0;
    hasDueDay = false;
    instalments.clear(run.day());
    int lag = findEligible(run);
    if (eligible > 0) {
      dueDays.start(run.day() - lag - WINDOW_DAYS);
      offerInstalments(run);
      countMatched(run);
    }
    double share = (double) matched / eligible;
    set(COUNT, known(matched));
    set(SHARE, known(share));
    set(EXCESS, known(share - (double) dueDays.count() / WINDOW_DAYS));
  }

  private void offerInstalments(CatalogRun run) {
    TradelineColumns tradelines = run.tradelineColumns();
    KnownTradelines known = run.known();
    for (int k = 0; k < known.size(); k++) {
      int i = known.at(k);
      if (hasInstalment(tradelines, i, run.statusMonth())) {
        hasDueDay = true;
        dueDays.add(tradelines.dueDay(i), tradelines.opened(i), tradelines.closed(i));
        instalments.offer(tradelines, i, run.statusMonth());
      }
    }
  }

  /** Finds the eligible loans; returns by how many days their window lies earlier. */
  private int findEligible(CatalogRun run) {
    TradelineColumns tradelines = run.tradelineColumns();
    KnownTradelines known = run.known();
    int shift = 0;
    for (int k = known.size() - 1; k >= 0; k--) {
      if (isEligible(run, k)) {
        eligible++;
        int opened = tradelines.opened(known.at(k));
        shift = Math.max(shift, known.shiftedOpening(k) - opened);
        instalments.ask(opened, tradelines.openedPacked(known.at(k)));
      }
    }
    return shift;
  }

  private static boolean isEligible(CatalogRun run, int k) {
    TradelineColumns tradelines = run.tradelineColumns();
    int i = run.known().at(k);
    return run.day() - run.known().shiftedOpening(k) <= WINDOW_DAYS
        && !tradelines.secured(i)
        && !tradelines.revolving(i)
        && tradelines.limitOrAmount(i) >= 0;
  }

  private static boolean hasInstalment(TradelineColumns tradelines, int i, int statusMonth) {
    return tradelines.dueDay(i) > 0
        && (tradelines.payment(i) > 0 || tradelines.firstDueMonth(i) <= statusMonth);
  }

  private void countMatched(CatalogRun run) {
    TradelineColumns tradelines = run.tradelineColumns();
    KnownTradelines known = run.known();
    for (int k = 0; k < known.size(); k++) {
      if (isEligible(run, k)) {
        int i = known.at(k);
        long smallest = instalments.ofOthers(tradelines.opened(i), tradelines.lender(i));
        matched += smallest <= tradelines.limitOrAmount(i) ? 1 : 0;
      }
    }
  }

  /** A figure is a special cell if no loan is eligible, NaN if no instalment is known. */
  private double known(double figure) {
    if (eligible == 0) {
      return CatalogCode.NONE.cell();
    }
    return hasDueDay ? figure : Double.NaN;
  }
}
