package io.probity.portfolio;

import io.probity.input.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The constraints as rows of a linear program: for each, the sum over the chosen options of (weight of
 * the segment x limit + weight of loss x expected loss) is at most the bound. Immutable.
 */
final class Rows {

  static final String LEAST_EXPOSURE = "leastExposure";
  static final String MOST_EXPOSURE = "mostExposure";
  static final String MOST_LOSS = "mostExpectedLoss";

  private static final double TOLERANCE = 1e-9;
  private static final String SHARE = " share of ";

  private final List<String> names;
  private final double[][] onLimit;
  private final double[] onLoss;
  private final double[] bounds;
  private final boolean[] isShare;
  private final int segments;

  private Rows(
      List<String> names, int segments, double[][] onLimit, double[] onLoss, double[] bounds) {
    this.names = names;
    this.segments = segments;
    this.isShare = new boolean[bounds.length];
    for (int row = 0; row < bounds.length; row++) {
      isShare[row] = names.get(row).contains(SHARE);
    }
    this.onLimit = onLimit;
    this.onLoss = onLoss;
    this.bounds = bounds;
  }

  static Rows of(List<String> segments, PortfolioConstraints constraints) {
    List<String> names = new ArrayList<>();
    List<double[]> onLimit = new ArrayList<>();
    List<double[]> pairs = new ArrayList<>(); // weight of loss, bound
    int count = segments.size();
    constraints.mostExposure().ifPresent(most -> {
      names.add(MOST_EXPOSURE);
      onLimit.add(same(count, 1));
      pairs.add(new double[] {0, most});
    });
    constraints.mostExpectedLoss().ifPresent(most -> {
      names.add(MOST_LOSS);
      onLimit.add(same(count, 0));
      pairs.add(new double[] {1, most});
    });
    constraints.leastExposure().ifPresent(least -> {
      names.add(LEAST_EXPOSURE);
      onLimit.add(same(count, -1));
      pairs.add(new double[] {0, -least});
    });
    for (SegmentShare share : constraints.shares()) {
      int segment = segments.indexOf(share.segment());
      if (segment < 0) {
        throw new IllegalArgumentException("no applicant is of the segment \"" + share.segment()
            + "\"; " + NearestName.remedy(share.segment(), segments));
      }
      if (share.most() < 1) {
        names.add("most" + SHARE + share.segment());
        double[] weights = same(count, -share.most());
        weights[segment] = 1 - share.most();
        onLimit.add(weights);
        pairs.add(new double[2]);
      }
      if (share.least() > 0) {
        names.add("least" + SHARE + share.segment());
        double[] weights = same(count, share.least());
        weights[segment] = share.least() - 1;
        onLimit.add(weights);
        pairs.add(new double[2]);
      }
    }
    return new Rows(
        List.copyOf(names),
        count,
        onLimit.toArray(double[][]::new),
        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
        pairs.stream().mapToDouble(pair -> pair[1]).toArray());
  }

  private static double[] same(int count, double value) {
    double[] all = new double[count];
    Arrays.fill(all, value);
    return all;
  }

  /** Returns these rows without one. */
  Rows without(int row) {
    int[] kept = IntStream.range(0, size()).filter(r -> r != row).toArray();
    return new Rows(
        Arrays.stream(kept).mapToObj(names::get).toList(),
        segments,
        Arrays.stream(kept).mapToObj(r -> onLimit[r]).toArray(double[][]::new),
        Arrays.stream(kept).mapToDouble(r -> onLoss[r]).toArray(),
        Arrays.stream(kept).mapToDouble(r -> bounds[r]).toArray());
  }

  /** Returns these rows with every bound at a share of what it is. */
  Rows scaled(double share) {
    double[] scaled = Arrays.stream(bounds).map(bound -> bound * share).toArray();
    return new Rows(names, segments, onLimit, onLoss, scaled);
  }

  int size() {
    return bounds.length;
  }

  String name(int row) {
    return names.get(row);
  }

  int indexOf(String name) {
    return names.indexOf(name);
  }

  double bound(int row) {
    return bounds[row];
  }

  double onLimit(int row, int segment) {
    return onLimit[row][segment];
  }

  double onLoss(int row) {
    return onLoss[row];
  }

  /** Returns what an option takes of a row. */
  double use(int row, int segment, double limit, double loss) {
    return onLimit[row][segment] * limit + onLoss[row] * loss;
  }

  /** Returns the prices of a unit of limit by segment. */
  double[] limitPrices(double[] prices) {
    double[] of = new double[segments];
    for (int row = 0; row < size(); row++) {
      for (int segment = 0; segment < of.length; segment++) {
        of[segment] += prices[row] * onLimit[row][segment];
      }
    }
    return of;
  }

  /** Returns the price of a unit of expected loss. */
  double lossPrice(double[] prices) {
    double sum = 0.0;
    for (int row = 0; row < size(); row++) {
      sum += prices[row] * onLoss[row];
    }
    return sum;
  }

  /** Returns what totals take of a row. */
  double use(int row, double[] exposureBySegment, double loss) {
    double sum = onLoss[row] * loss;
    for (int segment = 0; segment < exposureBySegment.length; segment++) {
      sum += onLimit[row][segment] * exposureBySegment[segment];
    }
    return sum;
  }

  /** Returns how far a use may pass its bound by the rounding of sums. */
  double tolerance(int row, double exposure) {
    return TOLERANCE * (isShare[row] ? exposure : Math.abs(bounds[row]));
  }
}
