package io.probity.application;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The months of all tradelines as primitive columns: those of the first tradeline, then of the second,
 * each ordered by month. Immutable.
 *
 * <p>A history has hundreds of months and nearly all are plain: nothing is past due and no code says
 * otherwise. So what most features look at is packed into one number a month, and the months that are
 * not plain are listed apart.
 */
public final class MonthColumns {

  /** The days past due of a month for which they are not known. */
  public static final int UNKNOWN_DAYS = -1;

  private static final int FIRST_MONTH = 1900 * 12;
  private static final int MISSED = 1;
  private static final int NOTHING_OWED = 1 << 1;
  private static final int DUE_AS_SCHEDULED = 1 << 2;
  private static final int SEVERITY_SHIFT = 3;
  private static final int SEVERITY_MASK = 7;
  private static final int DAYS_SHIFT = 6;
  private static final int DAYS_MASK = (1 << 14) - 1;
  private static final int MONTH_SHIFT = 20;
  private static final int MONTH_MASK = (1 << 12) - 1;

  private final int[] packed; // month, days past due + 1, severity + 1, and three flags
  private final int[] notable; // positions of the months that are not plain
  private final long[] balance;
  private final long[] due;

  MonthColumns(List<Tradeline> tradelines) {
    int total =
        tradelines.stream().mapToInt(tradeline -> tradeline.months().size()).sum();
    packed = new int[total];
    balance = new long[total];
    due = new long[total];
    int next = 0;
    for (Tradeline tradeline : tradelines) {
      for (TradelineMonth reported : sorted(tradeline.months())) {
        packed[next] = pack(reported, tradeline.monthlyPayment());
        balance[next] = MoneyUnits.of(reported.balance());
        due[next++] = MoneyUnits.of(reported.due());
      }
    }
    notable = IntStream.range(0, total).filter(at -> !isPlain(at)).toArray();
  }

  private static int pack(TradelineMonth reported, @Nullable BigDecimal scheduled) {
    int month = DayNumbers.month(reported.month()) - FIRST_MONTH;
    int days = Objects.requireNonNullElse(reported.daysPastDue(), UNKNOWN_DAYS) + 1;
    BigDecimal owed = reported.balance();
    BigDecimal due = reported.due();
    boolean asScheduled = due == null || (scheduled != null && due.compareTo(scheduled) == 0);
    return (Math.max(0, Math.min(MONTH_MASK, month)) << MONTH_SHIFT)
        | (Math.max(0, Math.min(DAYS_MASK, days)) << DAYS_SHIFT)
        | ((reported.code().severity() + 1) << SEVERITY_SHIFT)
        | (owed != null && owed.signum() == 0 ? NOTHING_OWED : 0)
        | (asScheduled ? DUE_AS_SCHEDULED : 0)
        | (isMissed(reported) ? MISSED : 0);
  }

  private static boolean isMissed(TradelineMonth reported) {
    BigDecimal wasDue = reported.due();
    BigDecimal wasPaid = reported.paid();
    if (wasDue != null && wasPaid != null) {
      return wasPaid.compareTo(wasDue) < 0;
    }
    return Objects.requireNonNullElse(reported.daysPastDue(), 0) > 0;
  }

  /** Returns the position of a month among those of a tradeline, or -1 if it was not reported. */
  int find(int start, int end, int wanted) {
    int low = start;
    int high = end - 1;
    if (low > high || wanted < month(low) || wanted > month(high)) {
      return -1;
    }
    int guess = high - (month(high) - wanted); // exact where no month is left out
    if (guess >= low && month(guess) == wanted) {
      return guess;
    }
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (month(middle) == wanted) {
        return middle;
      }
      if (month(middle) < wanted) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Returns how many months before a position are not plain, which is their place in the list. */
  int notableBefore(int at) {
    int place = Arrays.binarySearch(notable, at);
    return place >= 0 ? place : -place - 1;
  }

  /** Returns the position of a month of the list of those that are not plain. */
  public int notable(int place) {
    return notable[place];
  }

  /** Returns whether it is known that nothing is past due, and no code says anything adverse. */
  public boolean isPlain(int at) {
    return daysPastDue(at) == 0 && severity(at) <= 0;
  }

  /** Returns the month, as {@link DayNumbers} numbers it. */
  public int month(int at) {
    return FIRST_MONTH + (packed[at] >>> MONTH_SHIFT);
  }

  /** Returns the days past due, or {@link #UNKNOWN_DAYS}. */
  public int daysPastDue(int at) {
    return ((packed[at] >>> DAYS_SHIFT) & DAYS_MASK) - 1;
  }

  /** Returns the {@link StatusCode#severity} of the status code. */
  public int severity(int at) {
    return ((packed[at] >>> SEVERITY_SHIFT) & SEVERITY_MASK) - 1;
  }

  /** Returns whether it is known that nothing was owed at the end of the month. */
  public boolean nothingOwed(int at) {
    return (packed[at] & NOTHING_OWED) != 0;
  }

  /**
   * Returns whether the instalment of the month is known to have been missed: less paid than due, or,
   * where one of the two is not known, past due at the end of the month.
   */
  public boolean missed(int at) {
    return (packed[at] & MISSED) != 0;
  }

  /** Returns what was owed at the end of the month, in {@link MoneyUnits}. */
  public long balance(int at) {
    return balance[at];
  }

  /** Returns whether the tradeline's scheduled payment was due in the month, as far as is known. */
  public boolean dueAsScheduled(int at) {
    return (packed[at] & DUE_AS_SCHEDULED) != 0;
  }

  /** Returns what was due in the month, in {@link MoneyUnits}. */
  public long due(int at) {
    return due[at];
  }

  private static List<TradelineMonth> sorted(List<TradelineMonth> months) {
    for (int i = 1; i < months.size(); i++) {
      if (months.get(i).month().isBefore(months.get(i - 1).month())) {
        return months.stream()
            .sorted(Comparator.comparing(TradelineMonth::month))
            .toList();
      }
    }
    return months;
  }
}
