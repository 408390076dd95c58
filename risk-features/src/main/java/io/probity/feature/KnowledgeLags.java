package io.probity.feature;

/**
 * How many days after an event it is known, where its record does not say so. A record is known if its
 * day of report, else the day of its event plus the lag, lies strictly before the day of the
 * application. A lag shifts a window and never shortens it.
 *
 * @param inquiryDays from an inquiry to its being known
 * @param incomeDays from the end of a month to its payments' being known
 * @param openingDays from the opening of a tradeline to its being known
 * @param statusDays from the end of a month to its payment status' being known
 * @param macroDays from the end of a month to its economic figures' being known
 */
public record KnowledgeLags(
    int inquiryDays, int incomeDays, int openingDays, int statusDays, int macroDays) {

  /** Inquiries, income and economic figures at once, openings and payment status after 30 days. */
  public static final KnowledgeLags DEFAULT = new KnowledgeLags(0, 0, 30, 30, 0);

  /** Lags of 0 days throughout. */
  public static final KnowledgeLags NONE = new KnowledgeLags(0, 0, 0, 0, 0);

  static final int LONGEST = 366;

  /** Checks that each lag is 0 to 366 days. */
  public KnowledgeLags {
    requireLag("inquiry", inquiryDays);
    requireLag("income", incomeDays);
    requireLag("opening", openingDays);
    requireLag("status", statusDays);
    requireLag("macro", macroDays);
  }

  private static void requireLag(String name, int days) {
    if (days < 0 || days > LONGEST) {
      throw new IllegalArgumentException(
          "the lag " + name + " must be from 0 to " + LONGEST + " days, not " + days);
    }
  }
}
