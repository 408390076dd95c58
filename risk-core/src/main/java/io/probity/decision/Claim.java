package io.probity.decision;

import java.util.Optional;

/**
 * One claim about a policy and whether it holds.
 *
 * @param name what is claimed, in words
 * @param status whether it holds
 * @param how how that was found
 * @param counterExample two applicants that break it; empty unless it is broken
 */
public record Claim(
    String name, Status status, String how, Optional<CounterExample> counterExample) {

  /** Whether a claim holds. */
  public enum Status {
    /** It holds for every applicant. */
    PROVED,
    /** A counter-example breaks it. */
    BROKEN,
    /** Neither a proof nor a counter-example was found. */
    OPEN
  }

  static Claim proved(String name, String how) {
    return new Claim(name, Status.PROVED, how, Optional.empty());
  }

  static Claim open(String name, String how) {
    return new Claim(name, Status.OPEN, how, Optional.empty());
  }

  static Claim broken(String name, String how, CounterExample example) {
    return new Claim(name, Status.BROKEN, how, Optional.of(example));
  }
}
