package io.probity.decision;

import io.probity.feature.Workspace;
import io.probity.limit.LimitRecorder;
import io.probity.model.Scorer;

/**
 * Scratch space of one thread for one {@link CreditEngine}: keep one a thread and give it to each
 * decision. Not safe for several threads; no decision reads it later.
 */
public final class DecisionWorkspace {

  final Workspace extraction;
  final double[] features;
  final Scorer scorer;
  final LimitRecorder limits;
  final Verdict verdict = new Verdict();
  private final CreditEngine engine;

  DecisionWorkspace(CreditEngine engine) {
    this.engine = engine;
    this.extraction = engine.extractor().newWorkspace();
    this.features = new double[engine.features().size()];
    this.scorer = engine.model().newScorer();
    this.limits = engine.program().newRecorder();
  }

  /** Returns what the last decision with this scratch space was made on. */
  public DecidedFeatures lastFeatures() {
    return new DecidedFeatures(features, verdict.trace());
  }

  void requireOf(CreditEngine other) {
    if (engine != other) {
      throw new IllegalArgumentException(
          "the workspace is of another engine; make one with newWorkspace() of this one");
    }
  }
}
