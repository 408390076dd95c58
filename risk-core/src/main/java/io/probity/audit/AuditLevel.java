package io.probity.audit;

/** How safe an entry is when {@link AuditSink#record} returns. */
public enum AuditLevel {
  /** It is in a bounded queue in memory: lost if the process is killed. */
  ENQUEUED,
  /** It was handed to the operating system: kept if the process is killed, not if the power fails. */
  WRITTEN,
  /** It was forced to the device. */
  SYNCED
}
