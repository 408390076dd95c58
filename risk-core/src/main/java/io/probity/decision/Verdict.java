package io.probity.decision;

import io.probity.explain.Reason;
import io.probity.limit.LimitRecorder;
import io.probity.limit.LimitTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rules of a policy say about one applicant, while and after they are run. */
final class Verdict {

  List<String> hits = List.of();
  List<Reason> reasons = List.of();
  Outcome outcome = Outcome.APPROVE;
  Outcome byScore = Outcome.APPROVE;
  SavingsTest savingsTest = SavingsTest.NOT_MADE;

  @Nullable
  LimitRecorder reached; // what the limit was set in; null where it was not reached

  long limit;
  long instalment;

  /** Makes it the verdict on nobody again. */
  void clear() {
    hits = List.of();
    reasons = List.of();
    outcome = Outcome.APPROVE;
    byScore = Outcome.APPROVE;
    savingsTest = SavingsTest.NOT_MADE;
    reached = null;
    limit = 0;
    instalment = 0;
  }

  /** Returns how the limit came about; only until its recorder is used again. */
  Optional<LimitTrace> trace() {
    return Optional.ofNullable(reached).map(LimitRecorder::toTrace);
  }

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
    return outcome == Outcome.DECLINE || reached == null ? 0 : reached.limitMinor();
  }
}
