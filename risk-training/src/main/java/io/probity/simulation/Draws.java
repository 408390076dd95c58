package io.probity.simulation;

import io.probity.metrics.SplitMix64;

/** The random numbers of one applicant, drawn in a fixed order. Not safe for several threads. */
final class Draws {

  private final SplitMix64 random;

  private Draws(SplitMix64 random) {
    this.random = random;
  }

  static Draws of(long seed, long stream) {
    return new Draws(SplitMix64.ofStream(seed, stream));
  }

  /** Returns a number in [0, 1). */
  double uniform() {
    return random.nextDouble();
  }

  /** Returns a number in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Returns a whole number from low to high, both included. */
  int whole(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Returns a standard normal number. Source: Box, Muller, 1958. */
  double normal() {
    double radius = StrictMath.sqrt(-2.0 * StrictMath.log(1.0 - random.nextDouble()));
    return radius * StrictMath.cos(2.0 * StrictMath.PI * random.nextDouble());
  }

  /** Returns how many events of a mean there are, at most {@code most}. */
  int poisson(double mean, int most) {
    double left = random.nextDouble();
    double probability = StrictMath.exp(-mean);
    int count = 0;
    while (left >= probability && count < most) {
      left -= probability;
      count++;
      probability *= mean / count;
    }
    return count;
  }

  /** Returns the position of one of some weights, in proportion to them. */
  int pick(double... weights) {
    double total = 0.0;
    for (double weight : weights) {
      total += weight;
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0.0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
