package io.probity.training.additive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins neighbouring bins whose effects hardly differ: of all neighbours that may be joined the two
 * whose joining moves the effects least, again and again, until the root of the mean square of all moves
 * would pass the tolerance. The effect of joined bins is their weighted mean, so what rises still rises.
 */
final class Merging {

  private final double[] effects;
  private final double[] weights;
  private final List<Block> blocks = new ArrayList<>();

  /** Neighbouring bins with one effect. */
  private static final class Block {

    private final List<Integer> bins;
    private final double weight;
    private final double effect;

    Block(List<Integer> bins, double weight, double effect) {
      this.bins = bins;
      this.weight = weight;
      this.effect = effect;
    }
  }

  private Merging(double[] effects, double[] weights) {
    this.effects = effects;
    this.weights = weights;
  }

  /**
   * Joins bins.
   *
   * @param order the bins, in the order in which they are neighbours
   * @param effects the effect of each bin
   * @param weights the weight of each bin
   * @param keys bins may be joined only if their keys are equal
   * @param tolerance in log-odds
   * @return the bins of each block, in order
   */
  static List<List<Integer>> of(
      int[] order, double[] effects, double[] weights, List<List<Integer>> keys, double tolerance) {
    Merging merging = new Merging(effects, weights);
    double all = 0;
    for (int bin : order) {
      merging.blocks.add(new Block(List.of(bin), weights[bin], effects[bin]));
      all += weights[bin];
    }
    merging.join(keys, tolerance * tolerance * all);
    return merging.blocks.stream().map(block -> block.bins).toList();
  }

  private void join(List<List<Integer>> keys, double room) {
    double used = 0;
    while (true) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 1; i < blocks.size(); i++) {
        int left = blocks.get(i - 1).bins.get(0);
        int right = blocks.get(i).bins.get(0);
        double cost = cost(blocks.get(i - 1), blocks.get(i));
        if (keys.get(left).equals(keys.get(right)) && cost < least) {
          best = i;
          least = cost;
        }
      }
      if (best < 0 || used + least > room) {
        return;
      }
      used += least;
      Block right = blocks.remove(best);
      blocks.set(best - 1, joined(blocks.get(best - 1), right));
    }
  }

  private static double cost(Block left, Block right) {
    double weight = left.weight + right.weight;
    double gap = left.effect - right.effect;
    return weight > 0 ? left.weight * right.weight / weight * gap * gap : 0.0;
  }

  private Block joined(Block left, Block right) {
    List<Integer> bins = new ArrayList<>(left.bins);
    bins.addAll(right.bins);
    return new Block(List.copyOf(bins), left.weight + right.weight, mean(bins, effects, weights));
  }

  /** Returns the weighted mean of the effects of bins, never outside their range. */
  static double mean(List<Integer> bins, double[] effects, double[] weights) {
    double sum = 0;
    double weight = 0;
    for (int bin : bins) {
      sum += weights[bin] * effects[bin];
      weight += weights[bin];
    }
    double[] own = bins.stream().mapToDouble(bin -> effects[bin]).sorted().toArray();
    double mean = weight > 0 ? sum / weight : Arrays.stream(own).average().orElse(0.0);
    return Math.max(own[0], Math.min(own[own.length - 1], mean));
  }
}
