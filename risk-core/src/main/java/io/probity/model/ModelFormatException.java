package io.probity.model;

/**
 * Thrown when a stored model cannot be read: it was cut short or changed, comes from a later release,
 * or does not score as it did when it was written.
 */
public final class ModelFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception with what is wrong and what to do. */
  public ModelFormatException(String message) {
    super(message);
  }

  /** Creates the exception with what is wrong and its cause. */
  public ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
