package io.probity.feature;

import io.probity.application.DayNumbers;
import io.probity.application.MonthColumns;
import io.probity.application.TradelineColumns;

/**
 * For each of the days on which an eligible loan was opened, the smallest instalment that fell due on
 * one of the next 10 days, and the smallest of another lender than that one's: with both, the smallest
 * instalment of other lenders is known for a loan of any lender. The work is linear in the number of
 * tradelines.
 */
final class SmallestInstalments {

  private static final int LONGEST_SPAN = RepaymentMeasures.WINDOW_DAYS + KnowledgeLags.LONGEST;
  private static final long NONE = Long.MAX_VALUE;
  private static final int NO_LENDER = -1;
  private static final int LAST_DUE_DAY = 31;

  private final int[] slotOfAge =
      new int[LONGEST_SPAN + 1]; // plus 1; 0 where the day was not asked
  private final int[] opened = new int[LONGEST_SPAN + 1];
  private final int[] month = new int[LONGEST_SPAN + 1];
  private final int[] dueThisMonth = new int[LONGEST_SPAN + 1]; // one bit a due day
  private final int[] dueNextMonth = new int[LONGEST_SPAN + 1];
  private final long[] smallest = new long[LONGEST_SPAN + 1];
  private final int[] lenderOfSmallest = new int[LONGEST_SPAN + 1];
  private final long[] smallestOfOthers = new long[LONGEST_SPAN + 1];
  private int slots;
  private int asOf;

  void clear(int day) {
    for (int slot = 0; slot < slots; slot++) {
      slotOfAge[asOf - opened[slot]] = 0;
    }
    slots = 0;
    asOf = day;
  }

  /** Asks for the instalments due after a day. */
  void ask(int day, int packed) {
    if (slotOfAge[asOf - day] > 0) {
      return;
    }
    opened[slots] = day;
    month[slots] = DayNumbers.monthOfPacked(packed);
    int length = DayNumbers.lengthOf(month[slots]);
    int ahead = DayNumbers.dayOfMonth(packed) + 1;
    dueThisMonth[slots] = dueDays(ahead, length);
    dueNextMonth[slots] = dueDays(ahead - length, DayNumbers.lengthOf(month[slots] + 1));
    smallest[slots] = NONE;
    lenderOfSmallest[slots] = NO_LENDER;
    smallestOfOthers[slots] = NONE;
    slotOfAge[asOf - day] = ++slots;
  }

  /** Returns the due days that fall on the days from a day of a month on, one bit each. */
  private static int dueDays(int from, int length) {
    int to = from + RepaymentMeasures.DUE_WITHIN_DAYS; // the first day that is too late
    int last = to > length ? LAST_DUE_DAY + 1 : to; // a month's last day stands for all after it
    long bits = from > length ? 0 : (1L << Math.max(0, last)) - (1L << Math.max(0, from));
    return (int) bits;
  }

  /** Offers the instalments of a tradeline to every day that was asked for. */
  void offer(TradelineColumns tradelines, int i, int statusMonth) {
    int due = 1 << tradelines.dueDay(i);
    int open = tradelines.opened(i);
    int close = tradelines.closed(i);
    for (int slot = 0; slot < slots; slot++) {
      boolean isDue = ((dueThisMonth[slot] | dueNextMonth[slot]) & due) != 0;
      if (isDue && open < opened[slot] && close > opened[slot]) {
        int dueMonth = month[slot] + ((dueThisMonth[slot] & due) != 0 ? 0 : 1);
        long payment = payment(tradelines, i, dueMonth, statusMonth);
        if (payment > 0) {
          keep(slot, tradelines.lender(i), payment);
        }
      }
    }
  }

  /** Returns the instalment due in a month, 0 if there is none or it is known to have been missed. */
  private static long payment(TradelineColumns tradelines, int i, int month, int statusMonth) {
    MonthColumns months = tradelines.months();
    int at = month <= statusMonth ? tradelines.findMonth(i, month) : -1;
    if (at < 0) {
      return tradelines.payment(i);
    }
    if (months.missed(at)) {
      return 0;
    }
    return months.dueAsScheduled(at) ? tradelines.payment(i) : months.due(at);
  }

  private void keep(int slot, int lender, long payment) {
    if (lender == lenderOfSmallest[slot]) {
      smallest[slot] = Math.min(smallest[slot], payment);
    } else if (payment < smallest[slot]) {
      smallestOfOthers[slot] = smallest[slot];
      smallest[slot] = payment;
      lenderOfSmallest[slot] = lender;
    } else {
      smallestOfOthers[slot] = Math.min(smallestOfOthers[slot], payment);
    }
  }

  /** Returns the smallest instalment due after a day that was asked for, of other lenders. */
  long ofOthers(int day, int lender) {
    int slot = slotOfAge[asOf - day] - 1;
    return lenderOfSmallest[slot] == lender ? smallestOfOthers[slot] : smallest[slot];
  }
}
