package io.probity.feature;

import io.probity.application.DayNumbers;
import io.probity.application.IncomeEvidence;
import io.probity.application.IncomeHistory;
import io.probity.application.MoneyUnits;
import io.probity.application.PaymentColumns;
import java.util.Arrays;

/**
 * What an income history says at a day: monthly totals over complete observed months, the base income,
 * the sources.
 *
 * <p>A window of N months ends at the last month that is fully known. Only its complete observed months
 * count, and its figures are NaN unless they are at least half of it.
 */
final class IncomeMeasures extends Measures {

  static final int MEAN_3 = 0;
  static final int MEAN_6 = 1;
  static final int MEAN_12 = 2;
  static final int MEAN_24 = 3;
  static final int MONTHS_SINCE_LAST = 4;
  static final int MONTHS_OBSERVED = 5;
  static final int SOURCES = 6;
  static final int CONCENTRATION = 7;
  static final int MAIN_SOURCE_SHARE = 8;
  static final int BASE_INCOME = 9;
  static final int VERIFIED_MONTHS = 10;
  static final int STATED = 11;

  static final int LONGEST = 24;
  static final int STABILITY = 12;
  static final int BASE = 6;
  static final int LEAST_VERIFIED = 3;

  private static final int NO_DAY = -1;

  private final long[] totals = new long[LONGEST]; // by age in months
  private long[] sourceTotals = new long[0];
  private int sources;
  private int newest; // age of the newest complete observed month
  private int oldest; // age of the oldest one; below the newest if there is none
  private int lastPaid;

  IncomeMeasures() {
    super(12);
  }

  @Override
  void measure(CatalogRun run) {
    IncomeHistory history = run.application().income();
    int lag = run.settings().lags().incomeDays();
    int lastKnownMonth = run.lastKnownMonth(lag);
    newest = Math.max(0, lastKnownMonth - history.lastMonth());
    oldest = Math.min(LONGEST - 1, lastKnownMonth - history.firstMonth());
    addPayments(history.columns(), lastKnownMonth, run.packedDaysBefore(lag));
    set(MEAN_3, mean(3));
    set(MEAN_6, mean(6));
    set(MEAN_12, mean(12));
    set(MEAN_24, mean(24));
    set(MONTHS_OBSERVED, observedMonths(LONGEST));
    set(MONTHS_SINCE_LAST, monthsSinceLast(history, run.packedDay()));
    setSources();
    setBase(history, run.settings().statedIncomeShare());
  }

  private void addPayments(PaymentColumns payments, int lastKnownMonth, int knownBefore) {
    Arrays.fill(totals, 0);
    sources = payments.sources();
    if (sourceTotals.length < sources) {
      sourceTotals = new long[sources];
    }
    Arrays.fill(sourceTotals, 0, sources, 0);
    lastPaid = NO_DAY;
    for (int i = payments.size() - 1; i >= 0; i--) {
      int day = payments.packedDay(i);
      if (day >= knownBefore) {
        continue;
      }
      long amount = payments.amount(i);
      if (lastPaid == NO_DAY && amount > 0) {
        lastPaid = day;
      }
      int age = lastKnownMonth - DayNumbers.monthOfPacked(day);
      if (age >= newest && age <= oldest) {
        totals[age] += amount;
        sourceTotals[payments.source(i)] += age < STABILITY ? amount : 0;
      } else if (age > oldest && lastPaid != NO_DAY) {
        break;
      }
    }
  }

  /** Fills a series with the totals of a window, oldest first; empty if not observed enough. */
  void fill(MonthlySeries series, int months) {
    series.clear();
    if (2 * observedMonths(months) < months) {
      return;
    }
    for (int age = Math.min(oldest, months - 1); age >= newest; age--) {
      series.add(MoneyUnits.toAmount(totals[age]));
    }
  }

  private int observedMonths(int months) {
    return Math.max(0, Math.min(oldest, months - 1) - newest + 1);
  }

  private double mean(int months) {
    int n = observedMonths(months);
    return 2 * n < months ? Double.NaN : meanOfNewest(n);
  }

  private double meanOfNewest(int n) {
    long sum = 0;
    for (int age = newest; age < newest + n; age++) {
      sum += totals[age];
    }
    return MoneyUnits.toAmount(sum) / n;
  }

  private double monthsSinceLast(IncomeHistory history, int asOfPacked) {
    if (lastPaid != NO_DAY) {
      return DayNumbers.wholeMonths(lastPaid, asOfPacked);
    }
    return history.observedFrom() == null ? Double.NaN : CatalogCode.NONE.cell();
  }

  private void setSources() {
    boolean isKnown = 2 * observedMonths(STABILITY) >= STABILITY;
    long total = 0;
    long most = 0;
    int paying = 0;
    for (int i = 0; i < sources; i++) {
      total += sourceTotals[i];
      most = Math.max(most, sourceTotals[i]);
      paying += sourceTotals[i] > 0 ? 1 : 0;
    }
    set(SOURCES, isKnown ? paying : Double.NaN);
    set(CONCENTRATION, perTotal(isKnown, herfindahl(total), total));
    set(MAIN_SOURCE_SHARE, perTotal(isKnown, most / (double) total, total));
  }

  private static double perTotal(boolean isKnown, double figure, long total) {
    if (!isKnown) {
      return Double.NaN;
    }
    return total == 0 ? CatalogCode.NO_INCOME.cell() : figure;
  }

  private double herfindahl(long total) {
    double sum = 0.0;
    for (int i = 0; i < sources; i++) {
      double share = sourceTotals[i] / (double) total;
      sum += share * share;
    }
    return sum;
  }

  private void setBase(IncomeHistory history, double statedShare) {
    int n = Math.max(0, Math.min(oldest, newest + BASE - 1) - newest + 1);
    int verified = history.evidence() == IncomeEvidence.VERIFIED ? n : 0;
    double mean = n > 0 ? meanOfNewest(n) : Double.NaN;
    double stated = CatalogRun.number(history.statedMonthly());
    set(VERIFIED_MONTHS, verified);
    set(STATED, stated);
    set(BASE_INCOME, verified >= LEAST_VERIFIED ? mean : statedShare * smaller(stated, mean));
  }

  /** Returns the smaller of two amounts, or the one that is known. */
  private static double smaller(double first, double second) {
    if (Double.isNaN(first)) {
      return second;
    }
    return Double.isNaN(second) ? first : Math.min(first, second);
  }
}
