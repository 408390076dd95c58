package io.probity.preparation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/**
 * How loans move from a bucket of days past due at the end of a month to a state at the end of the
 * next: counts pooled over all pairs of consecutive months that are both in the panel. A pair that a
 * gap touches is dropped, not carried forward. Repaid and written off are absorbing.
 *
 * <p>A state beyond 60 days from which few return supports a definition at that state. Not safe for
 * several threads while pairs are added.
 */
public final class RollRates {

  /** The states: buckets of days past due, then the two ends. */
  public static final List<String> STATES =
      List.of("0", "1-29", "30-59", "60-89", "90+", "PAID", "WRITTEN_OFF");

  /** How many of the states are buckets, from which loans move. */
  public static final int BUCKETS = 5;

  private static final int BUCKET_DAYS = 30;

  private final long[][] counts = new long[BUCKETS][STATES.size()];
  private final BigDecimal[][] balances = new BigDecimal[BUCKETS][STATES.size()];

  RollRates() {
    for (BigDecimal[] row : balances) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
  }

  /** Returns the roll rates of loans, each given by its months in order. */
  public static RollRates of(List<List<PanelMonth>> loans) {
    RollRates rates = new RollRates();
    loans.forEach(rates::add);
    return rates;
  }

  void add(List<PanelMonth> months) {
    for (int i = 1; i < months.size(); i++) {
      PanelMonth from = months.get(i - 1);
      PanelMonth to = months.get(i);
      YearMonth next = from.month().plusMonths(1);
      if (from.status() == PanelStatus.ACTIVE && to.month().equals(next)) {
        BigDecimal balance = from.balance();
        counts[state(from)][state(to)]++;
        if (balance != null) {
          BigDecimal[] row = balances[state(from)];
          row[state(to)] = row[state(to)].add(balance);
        }
      }
    }
  }

  /** Returns how many loans moved from a bucket to a state. */
  public long count(int bucket, int state) {
    return counts[bucket][state];
  }

  /** Returns the share of a bucket's loans that moved to a state; NaN for an empty bucket. */
  public double rate(int bucket, int state) {
    long total = 0;
    for (long count : counts[bucket]) {
      total += count;
    }
    return total == 0 ? Double.NaN : (double) counts[bucket][state] / total;
  }

  /**
   * Returns the share of a bucket's balance that moved to a state; NaN where no balance is known or
   * all are 0.
   */
  public double balanceRate(int bucket, int state) {
    BigDecimal total = BigDecimal.ZERO;
    for (BigDecimal balance : balances[bucket]) {
      total = total.add(balance);
    }
    return total.signum() > 0
        ? balances[bucket][state].doubleValue() / total.doubleValue()
        : Double.NaN;
  }

  /**
   * Returns the probabilities, {@code state x state}, of moving within some months, if every month
   * moved by these rates: the matrix of the rates, with the two ends absorbing, to that power. A bucket
   * that nobody left stays where it is.
   *
   * @param months at least 0
   */
  public double[][] after(int months) {
    if (!(months >= 0)) {
      throw new IllegalArgumentException("the months must be at least 0, not " + months);
    }
    int size = STATES.size();
    double[][] result = new double[size][size];
    for (int i = 0; i < size; i++) {
      result[i][i] = 1.0;
    }
    for (int step = 0; step < months; step++) {
      double[][] next = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < size; k++) {
          for (int j = 0; j < size; j++) {
            next[i][j] += result[i][k] * step(k, j);
          }
        }
      }
      result = next;
    }
    return result;
  }

  private double step(int from, int to) {
    double rate = from < BUCKETS ? rate(from, to) : Double.NaN;
    return Double.isNaN(rate) ? (from == to ? 1.0 : 0.0) : rate;
  }

  private static int state(PanelMonth month) {
    return switch (month.status()) {
      case PAID -> BUCKETS;
      case WRITTEN_OFF -> BUCKETS + 1;
      case ACTIVE -> bucket(month.daysPastDue());
    };
  }

  private static int bucket(int daysPastDue) {
    return daysPastDue == 0 ? 0 : StrictMath.min(BUCKETS - 1, 1 + daysPastDue / BUCKET_DAYS);
  }
}
