package io.probity.service;

import io.probity.application.LoanApplication;
import io.probity.decision.CreditEngine;
import java.util.List;

/**
 * What a new engine has to do before it takes traffic, so that its code is compiled and a fault shows
 * before an applicant meets it: decide on synthetic applicants (see {@link CreditEngine#warmUp}), then
 * on applications again and again.
 *
 * @param isWarmedUp whether it decides on synthetic applicants first, which takes a few tenths of a
 *     second
 * @param applications to decide on; invented ones, or recorded ones that the host may use
 * @param rounds how often
 */
public record Rehearsal(boolean isWarmedUp, List<LoanApplication> applications, int rounds) {

  /** No rehearsal. */
  public static final Rehearsal NONE = new Rehearsal(false, List.of(), 0);

  /** Synthetic applicants only; the default. */
  public static final Rehearsal SYNTHETIC = new Rehearsal(true, List.of(), 0);

  /** Copies the list. */
  public Rehearsal {
    applications = List.copyOf(applications);
    if (rounds < 0) {
      throw new IllegalArgumentException("rounds must be at least 0, not " + rounds);
    }
  }

  /** Returns the rehearsal on synthetic applicants and then on applications, a number of times. */
  public static Rehearsal of(List<LoanApplication> applications, int rounds) {
    return new Rehearsal(true, applications, rounds);
  }

  /**
   * Lets an engine decide.
   *
   * @throws IllegalArgumentException if it refuses an application
   */
  void run(CreditEngine engine) {
    if (isWarmedUp) {
      engine.warmUp();
    }
    for (int round = 0; round < rounds; round++) {
      for (LoanApplication application : applications) {
        try {
          engine.decide(application);
        } catch (IllegalArgumentException refused) {
          throw new IllegalArgumentException(
              "the new engine refuses the rehearsal application " + application.id() + ": "
                  + refused.getMessage(),
              refused);
        }
      }
    }
  }
}
