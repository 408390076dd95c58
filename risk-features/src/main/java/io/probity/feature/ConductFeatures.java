package io.probity.feature;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The features of how credits were repaid. */
final class ConductFeatures {

  private static final String NOT_KNOWN = "no days past due are known in the window";

  private ConductFeatures() {}

  static List<Definition> all() {
    return Stream.of(
            IntStream.range(0, ConductMeasures.WINDOWS.length)
                .mapToObj(ConductFeatures::maxDays)
                .toList(),
            IntStream.range(0, ConductMeasures.STEPS.length)
                .mapToObj(ConductFeatures::times)
                .toList(),
            history())
        .flatMap(List::stream)
        .toList();
  }

  private static Definition maxDays(int window) {
    int months = ConductMeasures.WINDOWS[window];
    return number(
            "dpd_max_" + months + "m",
            "Largest number of days past due that known tradelines, open or closed, report for the"
                + " months of the window, as far as the adverse look-back reaches.")
        .unit("days")
        .window(months + " months")
        .rises()
        .actionable()
        .missing(NOT_KNOWN)
        .by(CatalogRun::conduct, ConductMeasures.MAX_3 + window);
  }

  private static Definition times(int step) {
    int days = ConductMeasures.STEPS[step];
    return number(
            "times_" + days + "_dpd_24m",
            "Number of months of known tradelines in the window that report at least "
                + days
                + " days past due, as far as the adverse look-back reaches; two tradelines in the"
                + " same month count twice.")
        .unit("months")
        .window("24 months")
        .rises()
        .actionable()
        .missing(NOT_KNOWN)
        .by(CatalogRun::conduct, ConductMeasures.TIMES + step);
  }

  private static List<Definition> history() {
    return List.of(
        number(
                "months_since_30_dpd",
                "Whole calendar months to the day of the application from the end of the last month,"
                    + " not after the last fully known one, for which a known tradeline reports at"
                    + " least 30 days past due.")
            .unit("months")
            .window("adverse look-back")
            .falls()
            .missing(NOT_KNOWN)
            .none("no month of 30 days past due or more is known")
            .by(CatalogRun::conduct, ConductMeasures.MONTHS_SINCE),
        number(
                "past_due_now",
                "Sum of the amounts past due of known tradelines; a closed one that states none"
                    + " counts as 0.")
            .unit("amount")
            .rises()
            .actionable()
            .missing("an open tradeline does not state it")
            .by(CatalogRun::tradelines, TradelineMeasures.PAST_DUE),
        number(
                "worst_status",
                "Worst status of known tradelines in the months of the window: 0 for no day past due,"
                    + " 1 for 1 to 29 days, 2 for 30 to 59, 3 for 60 to 89, 4 for 90 to 119 or"
                    + " restructured, 5 for 120 or more, 6 for settled for less, repossessed or"
                    + " written off.")
            .unit("status")
            .window("adverse look-back")
            .rises()
            .missing("neither days past due nor a code is known in the window")
            .from(0.0, 6.0)
            .by(CatalogRun::conduct, ConductMeasures.WORST_STATUS));
  }

  private static Definition number(String id, String sentence) {
    return Definition.number(id, FeatureGroup.BORROWING, sentence).needsBorrowing();
  }
}
