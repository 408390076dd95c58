package io.probity.audit;

import io.probity.application.LoanApplication;
import io.probity.decision.CreditEngine;
import io.probity.decision.DecidedFeatures;
import io.probity.decision.Decision;
import java.time.Instant;

/** Something that is recorded. */
public sealed interface AuditEntry {

  /** Returns when it happened, by the host's clock. */
  Instant time();

  /** Returns the id of the application. */
  String id();

  /**
   * A decision of one engine.
   *
   * @param role which engine it was
   * @param experiment the name of the experiment that runs; empty for none
   * @param decides whether the applicant gets this decision; not so for the other engine of an
   *     experiment
   * @param features what it decided on
   * @param engine the engine that decided
   */
  record Decided(
      Instant time,
      Role role,
      String experiment,
      boolean decides,
      LoanApplication application,
      Decision decision,
      DecidedFeatures features,
      CreditEngine engine)
      implements AuditEntry {

    @Override
    public String id() {
      return application.id();
    }
  }

  /** Which engine of an experiment decided. */
  enum Role {
    /** The engine in force. */
    CHAMPION,
    /** The engine that is tried. */
    CHALLENGER
  }

  /**
   * An override of a decision by a person.
   *
   * @param who who decided otherwise
   * @param why the reason
   * @param before the outcome and limit of the decision, in words
   * @param after what is decided instead
   */
  record Overridden(Instant time, String id, String who, String why, String before, String after)
      implements AuditEntry {

    /** Checks that person and reason are named. */
    public Overridden {
      if (who.isBlank() || why.isBlank()) {
        throw new IllegalArgumentException("an override must say who decided otherwise and why");
      }
    }
  }

  /**
   * Something that did not come to a decision, such as a challenger that failed.
   *
   * @param role which engine it was
   * @param what what went wrong
   */
  record Failed(Instant time, Role role, String id, String what) implements AuditEntry {}
}
