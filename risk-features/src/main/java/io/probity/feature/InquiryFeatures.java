package io.probity.feature;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The features of asking for and taking new credit. */
final class InquiryFeatures {

  private static final String COUNTED =
      " credit applications whose day, later by the lag of inquiries, lies in the window (going"
          + " forward in time, one of a lender with a counted one at most 14 days before it is not"
          + " counted, nor is this application's own)";
  private static final String OPENED =
      " opened in the window (the day of opening is taken later by the lag of openings where no day"
          + " of report is stated)";
  private static final String NO_DUE_DAY =
      "no known tradeline has both a due day and a known instalment";
  private static final String NO_NEW_LOAN =
      "no unsecured closed-end loan of a known amount was opened in the window";
  private static final String MATCHED =
      " eligible loans that are matched: unsecured closed-end loans of a known amount opened in the"
          + " window, on a day t, for which a tradeline of another lender, opened before t and not"
          + " closed by t, has an instalment due on t+1 to t+10 that is at most the loan's amount and"
          + " not known to have been missed (paid less than due in that month, or past due at its"
          + " end)";

  private InquiryFeatures() {}

  static List<Definition> all() {
    return Stream.of(
            windows(0, InquiryFeatures::newTradelines),
            windows(0, InquiryFeatures::newLenders),
            windows(0, InquiryFeatures::inquiries),
            windows(0, InquiryFeatures::inquiringLenders),
            windows(InquiryMeasures.FIRST_UNMET_WINDOW, InquiryFeatures::unmet),
            history())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Definition> windows(int first, IntFunction<Definition> definition) {
    return IntStream.range(first, DayWindows.COUNT).mapToObj(definition).toList();
  }

  private static Definition newTradelines(int window) {
    return counted("new_tradelines", window, "Number of known tradelines" + OPENED + ".")
        .unit("tradelines")
        .by(CatalogRun::tradelines, TradelineMeasures.NEW_TRADELINES + window);
  }

  private static Definition newLenders(int window) {
    return counted(
            "new_lenders",
            window,
            "Number of lender groups whose first known tradeline was" + OPENED + ".")
        .unit("lenders")
        .by(CatalogRun::tradelines, TradelineMeasures.NEW_LENDERS + window);
  }

  private static Definition inquiries(int window) {
    return counted("inquiries", window, "Number of" + COUNTED + ".")
        .unit("inquiries")
        .by(CatalogRun::inquiries, InquiryMeasures.INQUIRIES + window);
  }

  private static Definition inquiringLenders(int window) {
    return counted(
            "inquiring_lenders", window, "Number of distinct lender groups of" + COUNTED + ".")
        .unit("lenders")
        .by(CatalogRun::inquiries, InquiryMeasures.LENDERS + window);
  }

  private static Definition unmet(int window) {
    return counted(
            "unmet_inquiries",
            window,
            "Number of credit applications, counted as inquiries_7d says, that were made at least 30"
                + " days before and at most the window before the day that lies the lag of openings"
                + " (or of inquiries if that is longer) before the day of the application, and which"
                + " no known tradeline of that lender opened within 30 days followed.")
        .unit("inquiries")
        .by(CatalogRun::inquiries, InquiryMeasures.UNMET + window);
  }

  private static Definition counted(String name, int window, String sentence) {
    int days = DayWindows.days(window);
    return number(name + "_" + days + "d", sentence)
        .window(days + " days")
        .rises()
        .actionable();
  }

  private static List<Definition> history() {
    return List.of(
        number(
                "months_since_last_inquiry",
                "Whole calendar months from the last credit application, counted as inquiries_7d"
                    + " says, to the day of the application.")
            .unit("months")
            .window("all")
            .falls()
            .actionable()
            .none("no credit application is known")
            .by(CatalogRun::inquiries, InquiryMeasures.MONTHS_SINCE_NEWEST),
        repay("borrowing_to_repay_count_180d", "Number of" + MATCHED + ".")
            .unit("loans")
            .by(CatalogRun::repayment, RepaymentMeasures.COUNT),
        repay("borrowing_to_repay_share_180d", "Share of" + MATCHED + ".")
            .from(0.0, 1.0)
            .by(CatalogRun::repayment, RepaymentMeasures.SHARE),
        repay(
                "borrowing_to_repay_excess_180d",
                "The feature borrowing_to_repay_share_180d less the share of the window's days d on"
                    + " which a known tradeline, opened before d and not closed by d, has an"
                    + " instalment due on d+1 to d+10; the days lie earlier by the lag of openings if an"
                    + " eligible loan states no day of report.")
            .from(-1.0, 1.0)
            .by(CatalogRun::repayment, RepaymentMeasures.EXCESS),
        number(
                "lender_trend_12m",
                "Ordinary least squares slope over the month index of the number of lender groups"
                    + " active at each month-end of the window, over their mean, 0 if all are 0; a"
                    + " known tradeline that is open at a month-end counts unless its balance is"
                    + " known to be 0 and it is no revolving line with a limit above 0.")
            .unit("share of the mean a month")
            .window("12 months")
            .rises()
            .actionable()
            .anyNumber()
            .by(CatalogRun::monthEnds, MonthEndMeasures.LENDER_TREND));
  }

  private static Definition repay(String id, String sentence) {
    return number(id, sentence)
        .window(RepaymentMeasures.WINDOW_DAYS + " days")
        .rises()
        .actionable()
        .missing(NO_DUE_DAY)
        .none(NO_NEW_LOAN);
  }

  private static Definition number(String id, String sentence) {
    return Definition.number(id, FeatureGroup.CREDIT_SEEKING, sentence).needsBorrowing();
  }
}
