package io.probity.feature;

import io.probity.application.DayNumbers;

/** The days of a window of 180 days that have any instalment falling due on one of the next 10 days. */
final class DueDays {

  private static final int MONTHS = 8; // that touch the window and the 10 days after it
  private static final int WORD_BITS = 64;
  private static final int WORDS = (RepaymentMeasures.WINDOW_DAYS + WORD_BITS - 1) / WORD_BITS;

  private final int[] firstDays = new int[MONTHS + 1]; // of months, in days of the window
  private final long[] days = new long[WORDS + 1]; // one bit a day
  private int firstDay;

  void start(int firstDayOfWindow) {
    firstDay = firstDayOfWindow;
    int month = DayNumbers.monthOfPacked(DayNumbers.packed(firstDay));
    for (int i = 0; i <= MONTHS; i++) {
      firstDays[i] = DayNumbers.firstDay(month + i) - firstDay;
    }
    for (int i = 0; i <= WORDS; i++) {
      days[i] = 0;
    }
  }

  /** Adds the instalments of a tradeline that is open from the day after opening to before closing. */
  void add(int dueDay, int opened, int closed) {
    int from = Math.max(0, opened + 1 - firstDay);
    int end = Math.min(RepaymentMeasures.WINDOW_DAYS, closed - firstDay);
    for (int i = 0; i < MONTHS; i++) {
      int due = Math.min(firstDays[i] + dueDay, firstDays[i + 1]) - 1;
      int first = Math.max(from, due - RepaymentMeasures.DUE_WITHIN_DAYS);
      int length = Math.min(end, due) - first;
      if (length > 0) {
        long run = (1L << length) - 1;
        int bit = first % WORD_BITS;
        days[first / WORD_BITS] |= run << bit;
        if (bit + length > WORD_BITS) {
          days[first / WORD_BITS + 1] |= run >>> (WORD_BITS - bit);
        }
      }
    }
  }

  /** Returns how many days have an instalment ahead. */
  int count() {
    int count = 0;
    for (int i = 0; i < WORDS; i++) {
      count += Long.bitCount(days[i]);
    }
    return count;
  }
}
