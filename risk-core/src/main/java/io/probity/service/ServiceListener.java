package io.probity.service;

import io.probity.audit.AuditEntry;
import io.probity.decision.Decision;

/**
 * Hears what a service does, to count it. Called by the thread that decides or reloads, so it should
 * be quick; what it throws reaches the caller.
 */
public interface ServiceListener {

  /** Hears nothing. */
  ServiceListener NONE = new ServiceListener() {};

  /**
   * An engine decided.
   *
   * @param role which engine it was
   * @param decides whether the applicant gets this decision
   * @param cells how many of the model's features were missing or of an unseen level
   * @param nanos how long it took by the host's clock; 0 without one
   */
  default void decided(
      AuditEntry.Role role, boolean decides, Decision decision, CellCounts cells, long nanos) {}

  /** The challenger failed; the champion decided. */
  default void challengerFailed(String applicationId, RuntimeException cause) {}

  /** Another engine took over. */
  default void swapped(String oldModelId, String newModelId) {}

  /** A new engine was refused and the old one goes on. */
  default void refused(String why) {}
}
