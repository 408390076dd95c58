package io.probity.decision;

import io.probity.explain.Reason;
import io.probity.limit.LimitTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules of a policy say about one applicant, while and after they are run. */
final class Verdict {

  List<String> hits = List.of();
  List<Reason> reasons = List.of();
  Outcome outcome = Outcome.APPROVE;
  Outcome byScore = Outcome.APPROVE;
  SavingsTest savingsTest = SavingsTest.NOT_MADE;
  Optional<LimitTrace> trace = Optional.empty();
  long limit;
  long instalment;

  void hit(String code) {
    hits = with(hits, code);
  }

  void reason(Reason reason) {
    reasons = with(reasons, reason);
  }

  /** Most verdicts have nothing to list, or one thing. */
  private static <T> List<T> with(List<T> list, T next) {
    if (list.isEmpty()) {
      return List.of(next);
    }
    List<T> longer = new ArrayList<>(list.size() + 1);
    longer.addAll(list);
    longer.add(next);
    return List.copyOf(longer);
  }

  /** Returns the limit that the phases gave, unless the application is declined. */
  long limitBeforeRouting() {
    return outcome == Outcome.DECLINE ? 0 : trace.map(LimitTrace::limitMinor).orElse(0L);
  }
}
