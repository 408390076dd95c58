package io.probity.audit;

/**
 * Thrown when an entry could not be recorded, so that its decision must not be acted upon, or when a
 * log cannot be opened or read.
 */
public final class AuditException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception with what is wrong and what to do. */
  public AuditException(String message) {
    super(message);
  }

  /** Creates the exception with what is wrong and its cause. */
  public AuditException(String message, Throwable cause) {
    super(message, cause);
  }
}
