package io.probity.feature;

import io.probity.application.MoneyUnits;
import io.probity.application.TradelineColumns;
import java.util.Arrays;
import java.util.List;

/**
 * What is owed on the open tradelines and what it costs a month. Figures named net leave out what this
 * loan repays lender to lender.
 */
final class DebtMeasures extends Measures {

  static final int BALANCE = 0;
  static final int REVOLVING_BALANCE = 1;
  static final int REVOLVING_LIMIT = 2;
  static final int REVOLVING_MINIMUM = 3;
  static final int UTILISATION = 4;
  static final int HIGHEST_UTILISATION = 5;
  static final int UNSECURED_SHARE = 6;
  static final int UNSECURED = 7;
  static final int OWN = 8;
  static final int SERVICE = 9;
  static final int CLOSED_END_SERVICE = 10;
  static final int PAYOFF = 11;
  static final int NET_BALANCE = 12;

  private final AmountSum balance = new AmountSum();
  private final AmountSum unsecured = new AmountSum();
  private final AmountSum netBalance = new AmountSum();
  private final AmountSum netUnsecured = new AmountSum();
  private final AmountSum netOwn = new AmountSum();
  private final AmountSum netRevolving = new AmountSum();
  private final AmountSum netLimit = new AmountSum();
  private final AmountSum netMinimum = new AmountSum();
  private final AmountSum netClosedEndService = new AmountSum();
  private final AmountSum netRevolvingService = new AmountSum();
  private final AmountSum payoff = new AmountSum();
  private final AmountSum drawn = new AmountSum(); // of lines with a limit
  private final AmountSum[] all = {
    balance,
    unsecured,
    netBalance,
    netUnsecured,
    netOwn,
    netRevolving,
    netLimit,
    netMinimum,
    netClosedEndService,
    netRevolvingService,
    payoff,
    drawn
  };
  private boolean[] repaid = new boolean[0];
  private long limits; // of lines with a limit
  private double highestUtilisation;

  DebtMeasures() {
    super(13);
  }

  @Override
  void measure(CatalogRun run) {
    for (AmountSum sum : all) {
      sum.clear();
    }
    limits = 0;
    highestUtilisation = 0.0;
    TradelineColumns tradelines = run.tradelineColumns();
    boolean repays = markRepaid(run, tradelines);
    int own = run.application().borrowing().lender(run.application().request().lender());
    KnownTradelines known = run.known();
    for (int k = 0; k < known.size(); k++) {
      int i = known.at(k);
      if (tradelines.closed(i) >= run.day()) {
        addGross(tradelines, i);
        if (repays && repaid[i]) {
          payoff.add(tradelines.balance(i));
        } else {
          addNet(run, tradelines, i, own);
        }
      }
    }
    setFigures(run);
  }

  private boolean markRepaid(CatalogRun run, TradelineColumns tradelines) {
    boolean repays = run.application().request().refinances().paidLenderToLender();
    if (repays) {
      if (repaid.length < tradelines.size()) {
        repaid = new boolean[tradelines.size()];
      }
      Arrays.fill(repaid, 0, tradelines.size(), false);
      List<String> ids = run.application().request().refinances().tradelines();
      for (int i = 0; i < ids.size(); i++) {
        repaid[tradelines.position(ids.get(i))] = true;
      }
    }
    return repays;
  }

  private void addGross(TradelineColumns tradelines, int i) {
    long owed = tradelines.balance(i);
    balance.add(owed);
    unsecured.add(tradelines.secured(i) ? 0 : owed);
    long limit = tradelines.limitOrAmount(i);
    if (tradelines.revolving(i) && limit > 0) {
      limits += limit;
      drawn.add(owed);
      highestUtilisation = Math.max(highestUtilisation, owed / (double) limit);
    }
  }

  private void addNet(CatalogRun run, TradelineColumns tradelines, int i, int own) {
    long owed = tradelines.balance(i);
    netBalance.add(owed);
    netUnsecured.add(tradelines.secured(i) ? 0 : owed);
    netOwn.add(tradelines.lender(i) == own ? owed : 0);
    if (tradelines.revolving(i)) {
      netRevolving.add(owed);
      netLimit.add(tradelines.limitOrAmount(i));
      netMinimum.add(Math.max(0, tradelines.payment(i)));
      netRevolvingService.add(revolvingService(run, tradelines, i));
    } else {
      netClosedEndService.add(closedEndService(run, tradelines, i));
    }
  }

  /** Returns the reported payment, else the annuity, else a share of the balance, else unknown. */
  private static long closedEndService(CatalogRun run, TradelineColumns tradelines, int i) {
    if (tradelines.payment(i) >= 0) {
      return tradelines.payment(i);
    }
    double annuity = tradelines.annuity(i);
    return Double.isNaN(annuity)
        ? share(run, run.settings().closedEndBalanceShare(), tradelines.balance(i))
        : run.toMinorUnit(annuity);
  }

  /** Returns the largest of the reported minimum and the shares of balance and limit. */
  private static long revolvingService(CatalogRun run, TradelineColumns tradelines, int i) {
    long ofBalance = share(run, run.settings().revolvingBalanceShare(), tradelines.balance(i));
    long ofLimit = share(run, run.settings().revolvingLimitShare(), tradelines.limitOrAmount(i));
    if (ofBalance < 0 || ofLimit < 0) {
      return MoneyUnits.UNKNOWN;
    }
    return Math.max(tradelines.payment(i), Math.max(ofBalance, ofLimit));
  }

  private static long share(CatalogRun run, double share, long amount) {
    if (share == 0.0) {
      return 0;
    }
    return amount < 0 ? MoneyUnits.UNKNOWN : run.toMinorUnit(share * amount);
  }

  private void setFigures(CatalogRun run) {
    set(BALANCE, balance.amount());
    set(NET_BALANCE, netBalance.amount());
    set(REVOLVING_BALANCE, netRevolving.amount());
    set(REVOLVING_LIMIT, netLimit.amount());
    set(REVOLVING_MINIMUM, netMinimum.amount());
    set(UNSECURED, netUnsecured.amount());
    set(OWN, run.application().request().lender() == null ? Double.NaN : netOwn.amount());
    set(PAYOFF, payoff.amount());
    set(CLOSED_END_SERVICE, netClosedEndService.amount());
    set(SERVICE, (netClosedEndService.units() + netRevolvingService.units()) / MoneyUnits.PER_ONE);
    double none = CatalogCode.NONE.cell();
    double total = balance.units();
    set(UNSECURED_SHARE, total == 0.0 ? none : unsecured.units() / total);
    double inUse = drawn.units();
    set(UTILISATION, limits == 0 ? none : inUse / limits);
    double highest = Double.isNaN(inUse) ? Double.NaN : highestUtilisation;
    set(HIGHEST_UTILISATION, limits == 0 ? none : highest);
  }
}
