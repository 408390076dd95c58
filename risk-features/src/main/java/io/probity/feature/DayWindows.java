package io.probity.feature;

/**
 * Counts events by the windows of 7, 30, 90, 180 and 365 days before the day of the application, the
 * first day of a window included and the day of the application not.
 */
final class DayWindows {

  /** How many windows there are. */
  static final int COUNT = 5;

  private static final int[] DAYS = {7, 30, 90, 180, 365};

  private final int[] counts = new int[COUNT + 1];

  /** Returns the length of a window. */
  static int days(int window) {
    return DAYS[window];
  }

  /** Returns the position of the shortest window that an event of this age lies in. */
  static int shortest(int ageDays) {
    int window = 0;
    for (int days : DAYS) {
      window += (days - ageDays) >>> 31; // 1 where the window is too short, without a branch
    }
    return window;
  }

  void clear() {
    for (int i = 0; i <= COUNT; i++) {
      counts[i] = 0;
    }
  }

  /** Adds events, or takes them away, in the shortest window that they lie in. */
  void add(int shortestWindow, int events) {
    counts[shortestWindow] += events;
  }

  /** Returns how many events lie in a window. */
  int within(int window) {
    int events = 0;
    for (int i = 0; i <= window; i++) {
      events += counts[i];
    }
    return events;
  }
}
