package io.probity.metrics;

import java.util.SplittableRandom;

/** Seeded records for property tests: scores with many ties, both classes present. */
record RandomOutcomes(double[] score, int[] target, double[] weights) {

  static RandomOutcomes of(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] score = new double[rows];
    int[] target = new int[rows];
    double[] weights = new double[rows];
    for (int row = 0; row < rows; row++) {
      score[row] = random.nextInt(1, 20) / 20.0;
      target[row] = random.nextDouble() < score[row] ? 1 : 0;
      weights[row] = random.nextInt(0, 4);
    }
    for (int row = 0; row < 3; row++) {
      target[row] = 0;
      target[rows - 1 - row] = 1;
      weights[row] = 1;
      weights[rows - 1 - row] = 1;
    }
    return new RandomOutcomes(score, target, weights);
  }

  RankedOutcomes ranked() {
    return RankedOutcomes.of(score, target);
  }

  RankedOutcomes weighted() {
    return RankedOutcomes.of(score, target, weights);
  }

  /** The same records, each as often as its weight says. */
  RankedOutcomes repeated() {
    int rows = 0;
    for (double weight : weights) {
      rows += (int) weight;
    }
    double[] scores = new double[rows];
    int[] targets = new int[rows];
    int next = 0;
    for (int row = 0; row < score.length; row++) {
      for (int copy = 0; copy < weights[row]; copy++) {
        scores[next] = score[row];
        targets[next++] = target[row];
      }
    }
    return RankedOutcomes.of(scores, targets);
  }

  /** The same records in another order. */
  RandomOutcomes shuffled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = score.clone();
    int[] targets = target.clone();
    double[] others = weights.clone();
    for (int i = scores.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double keptScore = scores[i];
      scores[i] = scores[j];
      scores[j] = keptScore;
      int keptTarget = targets[i];
      targets[i] = targets[j];
      targets[j] = keptTarget;
      double keptWeight = others[i];
      others[i] = others[j];
      others[j] = keptWeight;
    }
    return new RandomOutcomes(scores, targets, others);
  }

  /** The same records with every score negated, so that the ranking is reversed. */
  RankedOutcomes reversed() {
    double[] negated = score.clone();
    for (int row = 0; row < negated.length; row++) {
      negated[row] = -negated[row];
    }
    return RankedOutcomes.of(negated, target);
  }
}
