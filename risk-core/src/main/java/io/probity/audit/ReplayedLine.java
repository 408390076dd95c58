package io.probity.audit;

import java.util.Optional;

/** What came of replaying one line. */
record ReplayedLine(Result result, Optional<ReplayReport.Difference> difference) {

  /** How a line came out. */
  enum Result {
    SAME_FROM_INPUTS,
    SAME_FROM_FEATURES,
    ERASED,
    NO_DECISION,
    DIFFERENT
  }

  static ReplayedLine of(Result result) {
    return new ReplayedLine(result, Optional.empty());
  }

  static ReplayedLine different(
      String place, String id, String what, String stored, String replayed) {
    return new ReplayedLine(
        Result.DIFFERENT,
        Optional.of(new ReplayReport.Difference(place, id, what, stored, replayed)));
  }
}
