package io.probity.training;

import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What the host gives to a run that does not change its result.
 *
 * @param executor where independent work is done; a direct executor does it in the caller's thread
 * @param clock for the times in the run's record
 * @param progress told what is being done
 */
public record RunContext(Executor executor, Clock clock, Progress progress) {

  /** Returns a context that works in the caller's thread and tells nobody. */
  public static RunContext quiet(Clock clock) {
    return new RunContext(Runnable::run, clock, stage -> {});
  }

  /** Told what is being done. */
  @FunctionalInterface
  public interface Progress {
    /** Called when a stage begins, with its name in words. */
    void begin(String stage);
  }
}
