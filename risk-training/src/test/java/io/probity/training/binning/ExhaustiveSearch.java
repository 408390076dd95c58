package io.probity.training.binning;

import io.probity.binning.ZeroCellRule;
import io.probity.schema.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** Looks at every partition of a few pre-bins, with the rules written down a second time. */
final class ExhaustiveSearch {

  /** The best partition and the objective of the next best. */
  record Best(double objective, List<Integer> cuts, double runnerUp) {}

  private static final double COST = 0x1p-40;

  private final PreBinCounts counts;
  private final BinningSettings settings;
  private final long[][] periodGoods;
  private final long[][] periodBads;
  private final double allGoods;
  private final double allBads;

  ExhaustiveSearch(
      PreBinCounts counts, BinningSettings settings, long[][] periodGoods, long[][] periodBads) {
    this.counts = counts;
    this.settings = settings;
    this.periodGoods = periodGoods;
    this.periodBads = periodBads;
    this.allGoods = counts.totalGoods();
    this.allBads = counts.totalBads();
  }

  Optional<Best> best() {
    return switch (settings.shape().trend()) {
      case AUTO -> auto();
      case MONOTONE -> better(Trend.ASCENDING, Trend.DESCENDING);
      default -> best(settings.shape().trend());
    };
  }

  private Optional<Best> auto() {
    Optional<Best> monotone = better(Trend.ASCENDING, Trend.DESCENDING);
    Optional<Best> turning = better(Trend.PEAK, Trend.VALLEY);
    if (monotone.isEmpty() || turning.isEmpty()) {
      return monotone.isEmpty() ? turning : monotone;
    }
    double asked = monotone.get().objective()
        + settings.shape().autoPeakGain() * Math.max(0, monotone.get().objective());
    return turning.get().objective() > asked + 1e-12 ? turning : monotone;
  }

  private Optional<Best> better(Trend first, Trend second) {
    Optional<Best> one = best(first);
    Optional<Best> two = best(second);
    if (one.isEmpty() || two.isEmpty()) {
      return one.isEmpty() ? two : one;
    }
    boolean firstWins = one.get().objective() >= two.get().objective();
    Best winner = firstWins ? one.get() : two.get();
    Best loser = firstWins ? two.get() : one.get();
    double next = loser.cuts().equals(winner.cuts())
        ? Math.max(winner.runnerUp(), loser.runnerUp())
        : Math.max(winner.runnerUp(), loser.objective());
    return Optional.of(new Best(winner.objective(), winner.cuts(), next));
  }

  private Optional<Best> best(Trend trend) {
    int n = counts.size();
    Best best = null;
    for (int mask = 0; mask < 1 << (n - 1); mask++) {
      List<Integer> cuts = new ArrayList<>();
      for (int cut = 1; cut < n; cut++) {
        if ((mask >> (cut - 1) & 1) == 1) {
          cuts.add(cut);
        }
      }
      if (!isFeasible(cuts, trend)) {
        continue;
      }
      double objective = objective(cuts);
      if (best == null) {
        best = new Best(objective, cuts, Double.NEGATIVE_INFINITY);
      } else if (objective > best.objective()) {
        best = new Best(objective, cuts, best.objective());
      } else if (objective > best.runnerUp()) {
        best = new Best(best.objective(), best.cuts(), objective);
      }
    }
    return Optional.ofNullable(best);
  }

  boolean isFeasible(List<Integer> cuts, Trend trend) {
    BinSizes sizes = settings.sizes();
    if (cuts.size() + 1 < sizes.minBins() || cuts.size() + 1 > sizes.maxBins()) {
      return false;
    }
    for (int cut = 1; cut < counts.size(); cut++) {
      if (counts.isFixed(cut) && !cuts.contains(cut)) {
        return false;
      }
    }
    List<long[]> bins = bins(cuts);
    for (long[] bin : bins) {
      double records = bin[0] + bin[1];
      if (records == 0
          || !inside(records / (allGoods + allBads), sizes.share())
          || !inside(records, sizes.count())
          || !inside(bin[0], sizes.goods())
          || !inside(bin[1], sizes.bads())) {
        return false;
      }
    }
    for (int i = 0; i + 1 < bins.size(); i++) {
      if (!areNeighbours(bins.get(i), bins.get(i + 1)) || !isStable(cuts, i)) {
        return false;
      }
    }
    return follows(bins, trend);
  }

  private static boolean inside(double value, Range range) {
    return value >= range.low() - 1e-12 && value <= range.high() + 1e-12;
  }

  private List<long[]> bins(List<Integer> cuts) {
    List<long[]> bins = new ArrayList<>();
    bins.add(new long[2]);
    for (int i = 0; i < counts.size(); i++) {
      if (cuts.contains(i)) {
        bins.add(new long[2]);
      }
      bins.get(bins.size() - 1)[0] += counts.goods(i);
      bins.get(bins.size() - 1)[1] += counts.bads(i);
    }
    return bins;
  }

  private boolean areNeighbours(long[] left, long[] right) {
    NeighbourRules rules = settings.neighbours();
    return Math.abs(rate(left) - rate(right)) >= rules.minRateGap() - 1e-12
        && Math.abs(woe(left) - woe(right)) >= rules.minWoeGap() - 1e-12
        && (rules.maxPValue() == 1 || pValue(rules.test(), left, right) <= rules.maxPValue());
  }

  private static double rate(long[] bin) {
    return bin[1] / (double) (bin[0] + bin[1]);
  }

  private double[] smoothed(long[] bin) {
    boolean zero = bin[0] == 0 || bin[1] == 0;
    double half = zero && settings.zeroCells() != ZeroCellRule.ZERO_WOE ? 0.5 : 0.0;
    return new double[] {(bin[0] + half) / allGoods, (bin[1] + half) / allBads};
  }

  private double woe(long[] bin) {
    double[] shares = smoothed(bin);
    return shares[0] == 0 || shares[1] == 0 ? 0 : Math.log(shares[0] / shares[1]);
  }

  private boolean isStable(List<Integer> cuts, int bin) {
    double asked = settings.neighbours().stableShare();
    List<long[]> all = bins(cuts);
    int order = order(all.get(bin), all.get(bin + 1));
    if (asked == 0 || order == 0) {
      return true;
    }
    int judged = 0;
    int held = 0;
    for (int period = 0; period < periodGoods.length; period++) {
      int start = bin == 0 ? 0 : cuts.get(bin - 1);
      int middle = cuts.get(bin);
      int end = bin + 1 == cuts.size() ? counts.size() : cuts.get(bin + 1);
      long[] left = new long[2];
      long[] right = new long[2];
      for (int i = start; i < end; i++) {
        long[] side = i < middle ? left : right;
        side[0] += periodGoods[period][i];
        side[1] += periodBads[period][i];
      }
      if (left[0] + left[1] > 0 && right[0] + right[1] > 0) {
        judged++;
        held += order(left, right) == order || order(left, right) == 0 ? 1 : 0;
      }
    }
    return judged > 0 && held >= asked * judged - 1e-9;
  }

  private static int order(long[] left, long[] right) {
    return Long.compare(left[1] * right[0], right[1] * left[0]);
  }

  private static boolean follows(List<long[]> bins, Trend trend) {
    return switch (trend) {
      case ASCENDING -> turnsAt(bins, bins.size() - 1, 1);
      case DESCENDING -> turnsAt(bins, bins.size() - 1, -1);
      case PEAK -> turnsSomewhere(bins, 1);
      case VALLEY -> turnsSomewhere(bins, -1);
      case CONCAVE -> bends(bins, 1);
      case CONVEX -> bends(bins, -1);
      case NONE -> true;
      case AUTO, MONOTONE -> throw new IllegalArgumentException();
    };
  }

  private static boolean turnsSomewhere(List<long[]> bins, int sign) {
    for (int top = 0; top < bins.size(); top++) {
      if (turnsAt(bins, top, sign)) {
        return true;
      }
    }
    return false;
  }

  private static boolean turnsAt(List<long[]> bins, int top, int sign) {
    for (int i = 0; i + 1 < bins.size(); i++) {
      int wanted = i < top ? -sign : sign;
      if (order(bins.get(i), bins.get(i + 1)) * wanted < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean bends(List<long[]> bins, int sign) {
    for (int i = 1; i + 1 < bins.size(); i++) {
      double bend = 2 * rate(bins.get(i)) - rate(bins.get(i - 1)) - rate(bins.get(i + 1));
      if (sign * bend < -1e-12) {
        return false;
      }
    }
    return true;
  }

  private double objective(List<Integer> cuts) {
    List<long[]> bins = bins(cuts);
    double total = 0;
    double values = 0;
    for (long[] bin : bins) {
      values += bin[0] + bin[1];
    }
    for (long[] bin : bins) {
      double share = (bin[0] + bin[1]) / values - 1.0 / bins.size();
      total += divergence(bin) - settings.shape().unevenPenalty() * share * share - COST;
    }
    return total;
  }

  private double divergence(long[] bin) {
    double p = bin[0] / allGoods;
    double q = bin[1] / allBads;
    double r = allBads / (allGoods + allBads);
    return switch (settings.divergence()) {
      case IV -> (smoothed(bin)[0] - smoothed(bin)[1]) * woe(bin);
      case JENSEN_SHANNON -> 0.5 * (xLogX(p) + xLogX(q)) - xLogX((p + q) / 2);
      case HELLINGER -> 0.5 * Math.pow(Math.sqrt(p) - Math.sqrt(q), 2);
      case TRIANGULAR -> (p - q) * (p - q) / (p + q);
      case CHI_SQUARE -> {
        double records = bin[0] + bin[1];
        double expected = records * r;
        double pearson = Math.pow(bin[1] - expected, 2) / expected
            + Math.pow(bin[0] - records + expected, 2) / (records - expected);
        yield pearson / (allGoods + allBads);
      }
    };
  }

  private static double xLogX(double x) {
    return x == 0 ? 0 : x * Math.log(x);
  }

  static double pValue(SignificanceTest test, long[] left, long[] right) {
    if (test == SignificanceTest.FISHER) {
      return fisher(left, right);
    }
    double all = left[0] + left[1] + right[0] + right[1];
    double bads = left[1] + right[1];
    if (bads == 0 || bads == all) {
      return 1;
    }
    double statistic = 0;
    for (long[] bin : List.of(left, right)) {
      double records = bin[0] + bin[1];
      double[] expected = {records * (all - bads) / all, records * bads / all};
      for (int side = 0; side < 2; side++) {
        double gap = Math.abs(bin[side] - expected[side]);
        gap = test == SignificanceTest.YATES ? Math.max(0, gap - 0.5) : gap;
        statistic += gap * gap / expected[side];
      }
    }
    return 1 - new ChiSquaredDistribution(1).cumulativeProbability(statistic);
  }

  private static double fisher(long[] left, long[] right) {
    int first = (int) (left[0] + left[1]);
    int second = (int) (right[0] + right[1]);
    int bads = (int) (left[1] + right[1]);
    BigInteger seen = choose(first, (int) left[1]).multiply(choose(second, (int) right[1]));
    BigInteger as = BigInteger.ZERO;
    for (int k = Math.max(0, bads - second); k <= Math.min(first, bads); k++) {
      BigInteger table = choose(first, k).multiply(choose(second, bads - k));
      as = table.compareTo(seen) <= 0 ? as.add(table) : as;
    }
    return new BigDecimal(as)
        .divide(new BigDecimal(choose(first + second, bads)), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    BigInteger result = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }
}
