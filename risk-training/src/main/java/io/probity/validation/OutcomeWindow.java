package io.probity.validation;

import io.probity.schema.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time within which outcomes were watched. A PD holds for the horizon of the model's target, so
 * outcomes of a longer window make it look too low, and those of a shorter one too high.
 *
 * @param months how long each record was watched, 1 to 600
 * @param asOf the day on which outcomes were looked up, where it is known
 */
public record OutcomeWindow(int months, Optional<LocalDate> asOf) {

  private static final int MOST_MONTHS = 600;

  /** Checks the length. */
  public OutcomeWindow {
    if (!(months >= 1 && months <= MOST_MONTHS)) {
      throw new IllegalArgumentException(
          "an outcome window is 1 to " + MOST_MONTHS + " months long, not " + months);
    }
  }

  /** Returns what must be known about the window before PDs of a target are judged by it. */
  public List<String> warnings(Target target) {
    if (months == target.horizonMonths()) {
      return List.of();
    }
    boolean longer = months > target.horizonMonths();
    return List.of("outcomes were watched for " + months + " months, but the model predicts "
        + target.horizonMonths() + (target.horizonAssumed() ? " (assumed)" : "")
        + ": its PDs will look too " + (longer ? "low" : "high"));
  }

  /**
   * Returns what must be known about the days of the records: some may have been watched for a
   * shorter time than the window, so that their goods may still turn bad.
   *
   * @param days the day of each record, in days since 1970-01-01; NaN is missing
   */
  public List<String> warnings(double[] days) {
    List<String> warnings = new ArrayList<>();
    asOf.ifPresent(end -> {
      double last = end.minusMonths(months).toEpochDay();
      int young = 0;
      int unknown = 0;
      for (double day : days) {
        young += day > last ? 1 : 0;
        unknown += Double.isNaN(day) ? 1 : 0;
      }
      if (young > 0) {
        warnings.add(young + " of " + days.length + " records are later than "
            + LocalDate.ofEpochDay((long) last) + ", so on " + end + " their " + months
            + " months were not over and goods among them may still turn bad; leave them out");
      }
      if (unknown > 0) {
        warnings.add(
            unknown + " of " + days.length + " records have no day, so their age is not known");
      }
    });
    return List.copyOf(warnings);
  }
}
