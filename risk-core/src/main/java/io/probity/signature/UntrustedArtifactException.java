package io.probity.signature;

/** Thrown when a model or policy is not signed as a {@link TrustPolicy} asks. */
public final class UntrustedArtifactException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception with what is wrong and what to do. */
  public UntrustedArtifactException(String message) {
    super(message);
  }
}
