package io.probity.training.additive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * One side of a pair's table: the bins of a feature joined to a few positions in order. Missing and
 * special bins come first, one position each, then the value bins, levels by their effect on risk.
 */
final class PairAxis {

  /** Stands for "no position". */
  static final int NONE = -1;

  /** The most positions, so that a cell of two axes fits a byte. */
  static final int MOST = 16;

  private final int[] positionOf;
  private final int positions;
  private final int outside;
  private final double sign;

  private PairAxis(int[] positionOf, int positions, int outside, double sign) {
    this.positionOf = positionOf;
    this.positions = positions;
    this.outside = outside;
    this.sign = sign;
  }

  /** Returns the position of a bin, or {@link #NONE} where no record has it. */
  int positionOf(int bin) {
    return positionOf[bin];
  }

  /** Returns the number of positions. */
  int positions() {
    return positions;
  }

  /** Returns how many positions, the first ones, are of missing and special bins. */
  int outside() {
    return outside;
  }

  /** Returns 1 where risk must rise over the value positions, -1 where it must fall, else 0. */
  double sign() {
    return sign;
  }

  /**
   * Joins bins.
   *
   * @param effects what each bin brings without the pair; levels stand in its order
   * @param weights the weight of each bin
   * @param mostValues the most value positions
   */
  static PairAxis of(FeatureCodes feature, double[] effects, double[] weights, int mostValues) {
    int valueBins = feature.binning().valueBins();
    int[] positionOf = new int[weights.length];
    Arrays.fill(positionOf, NONE);
    int position = 0;
    int last = -1;
    for (int bin = valueBins; bin < weights.length; bin++) {
      if (weights[bin] > 0) {
        last = position < MOST / 2 ? position++ : last;
        positionOf[bin] = last;
      }
    }
    int outside = position;
    int[] order = feature.isCategory()
        ? IntStream.range(0, valueBins)
            .boxed()
            .sorted(Comparator.comparingDouble(bin -> effects[bin]))
            .mapToInt(Integer::intValue)
            .toArray()
        : IntStream.range(0, valueBins).toArray();
    int values =
        placeValues(order, weights, positionOf, outside, Math.min(mostValues, MOST - outside));
    return new PairAxis(
        positionOf, outside + values, outside, Directions.sign(feature.direction()));
  }

  /** Gives value bins positions of about equal weight; an empty bin goes with the one before it. */
  private static int placeValues(
      int[] order, double[] weights, int[] positionOf, int first, int most) {
    double all = Arrays.stream(order).mapToDouble(bin -> weights[bin]).sum();
    boolean fits = Arrays.stream(order).filter(bin -> weights[bin] > 0).count() <= most;
    int last = -1;
    double before = 0;
    for (int bin : order) {
      boolean reached = fits || last < 0 || (before + weights[bin] / 2) * most >= (last + 1) * all;
      if (weights[bin] > 0 && reached && last < most - 1) {
        last++;
      }
      before += weights[bin];
      positionOf[bin] = last < 0 ? NONE : first + last;
    }
    return last + 1;
  }
}
