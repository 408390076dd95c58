package io.probity.preparation;

/** Told how much of a long work is done. */
@FunctionalInterface
public interface WorkProgress {

  /** Tells nobody. */
  WorkProgress NONE = (done, total) -> {};

  /**
   * Called now and then.
   *
   * @param done how much is done
   * @param total how much there is, in the same unit
   */
  void done(long done, long total);
}
