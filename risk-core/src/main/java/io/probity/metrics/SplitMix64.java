package io.probity.metrics;

/**
 * A stream of random numbers that is a function of a seed, a stream number and a counter only, so
 * that any replicate of a simulation can be drawn alone, in any order, on any thread.
 *
 * <p>Source: Steele, Lea, Flood, Fast splittable pseudorandom number generators, 2014.
 */
public final class SplitMix64 {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  private SplitMix64(long state) {
    this.state = state;
  }

  /** Returns the generator that starts at a state, as published. */
  public static SplitMix64 ofSeed(long seed) {
    return new SplitMix64(seed);
  }

  /** Returns one of 2^64 streams of a seed. */
  public static SplitMix64 ofStream(long seed, long stream) {
    return new SplitMix64(mix(mix(seed) + GAMMA * (stream + 1)));
  }

  /** Returns the next 64 bits. */
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /** Returns a number in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  /** Returns a whole number from 0 to {@code bound} - 1. */
  public int nextInt(int bound) {
    return (int) (nextDouble() * bound);
  }

  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
