package io.probity.portfolio;

import java.util.SplittableRandom;

/** Portfolios for tests: profit rises with the limit by less and less, loss by more and more. */
final class RandomPortfolio {

  private static final String[] SEGMENTS = {"north", "south", "west"};

  private RandomPortfolio() {}

  static LimitOptions of(long seed, int applicants, int limits) {
    SplittableRandom random = new SplittableRandom(seed);
    LimitOptions.Builder builder = LimitOptions.builder();
    for (int i = 0; i < applicants; i++) {
      builder.applicant("A" + i, SEGMENTS[random.nextInt(SEGMENTS.length)]);
      double pd = 0.005 + 0.15 * random.nextDouble() * random.nextDouble();
      double margin = 0.02 + 0.18 * random.nextDouble();
      builder.option(0, 0, 0);
      for (int k = 1; k < limits; k++) {
        double limit = 1_000.0 * k;
        double drawn = limit * (0.9 - 0.05 * k);
        double loss = pd * (1 + 0.05 * k) * 0.6 * drawn;
        builder.option(limit, loss, margin * drawn - loss);
      }
    }
    return builder.build();
  }
}
