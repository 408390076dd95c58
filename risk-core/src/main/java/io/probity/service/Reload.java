package io.probity.service;

/**
 * What came of looking for a new engine.
 *
 * @param outcome what happened
 * @param modelId the model that decides now
 * @param why why a new engine was refused; empty otherwise
 */
public record Reload(Outcome outcome, String modelId, String why) {

  /** What happened. */
  public enum Outcome {
    /** There is no other engine. */
    UNCHANGED,
    /** Another engine decides now. */
    SWAPPED,
    /** There is another engine, but it was refused, and the old one goes on. */
    REFUSED
  }
}
