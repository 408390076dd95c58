package io.probity.validation;

/**
 * How often records are drawn again for bootstrap intervals and outcomes are simulated for the
 * calibration error. Replicate r depends on the seed and r alone.
 *
 * @param bootstrapReplicates the most resamples, 0 to {@value #MOST}; 0 for no bootstrap intervals
 * @param calibrationReplicates the most simulations, 0 to {@value #MOST}; 0 for none
 * @param seed any number
 */
public record Resampling(int bootstrapReplicates, int calibrationReplicates, long seed) {

  /** The most replicates that may be asked for. */
  public static final int MOST = 100_000;

  /** Up to 500 resamples and 1,000 simulations, seed 1. */
  public static final Resampling DEFAULT = new Resampling(500, 1_000, 1L);

  /** Nothing is drawn: figures without an analytic interval have none. */
  public static final Resampling NONE = new Resampling(0, 0, 1L);

  /** The records drawn in all, above which replicates are left out. */
  static final long MOST_DRAWS = 50_000_000L;

  /** The replicates that are made however many records there are, if as many are asked for. */
  static final int LEAST = 100;

  /** Checks the ranges. */
  public Resampling {
    if (!(bootstrapReplicates >= 0 && bootstrapReplicates <= MOST)
        || !(calibrationReplicates >= 0 && calibrationReplicates <= MOST)) {
      throw new IllegalArgumentException("replicates must be from 0 to " + MOST + ", not "
          + bootstrapReplicates + " and " + calibrationReplicates);
    }
  }

  /**
   * Returns this resampling with fewer replicates for many records: at most 50,000,000 / records, but
   * at least 100 if as many are asked for. So a million records get 100 of each.
   */
  public Resampling forRecords(int records) {
    int most = (int) Math.max(LEAST, MOST_DRAWS / Math.max(1, records));
    return new Resampling(
        Math.min(bootstrapReplicates, most), Math.min(calibrationReplicates, most), seed);
  }
}
