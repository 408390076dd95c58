package io.probity.decision;

import io.probity.explain.Reason;
import io.probity.limit.LimitTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules of a policy say about one applicant, while and after they are run. */
final class Verdict {

  final List<String> hits = new ArrayList<>();
  final List<Reason> reasons = new ArrayList<>();
  Outcome outcome = Outcome.APPROVE;
  Outcome byScore = Outcome.APPROVE;
  SavingsTest savingsTest = SavingsTest.NOT_MADE;
  Optional<LimitTrace> trace = Optional.empty();
  long limit;
  long instalment;

  /** Returns the limit that the phases gave, unless the application is declined. */
  long limitBeforeRouting() {
    return outcome == Outcome.DECLINE ? 0 : trace.map(LimitTrace::limitMinor).orElse(0L);
  }
}
