package io.probity.audit;

/** Where decisions are recorded. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface AuditSink {

  /**
   * Records an entry. When it returns, the entry is as safe as the sink's {@link AuditLevel} says.
   *
   * @throws AuditException if it is not, so that the decision must not be acted upon
   */
  void record(AuditEntry entry);
}
