package io.probity.training.additive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks pairs of features by how much one step over their table would lower the loss that single
 * features leave.
 *
 * <p>Source: Lou, Caruana, Gehrke, Hooker, Accurate intelligible models with pairwise interactions,
 * 2013 (FAST).
 */
final class PairScreen {

  private PairScreen() {}

  /**
   * Returns the strongest pairs, strongest first.
   *
   * @param fitted the effects of single features
   * @param most the most pairs
   * @param positions the most value positions of an axis
   */
  static List<PairGrid> strongest(
      CodedRecords records,
      List<FeatureCodes> features,
      FittedSum fitted,
      LeafRules rules,
      int most,
      int positions) {
    long[] gradients = new long[records.rows()];
    long[] curvatures = new long[records.rows()];
    double[] logOdds = fitted.logOdds(records);
    for (int row = 0; row < logOdds.length; row++) {
      double p = ProbabilityTable.of(logOdds[row]);
      double weight = records.weights[row] * StepShape.UNIT;
      gradients[row] = (long) (weight * (p - records.target[row]));
      curvatures[row] = (long) (weight * (p * (1.0 - p)));
    }
    List<PairAxis> axes = IntStream.range(0, features.size())
        .mapToObj(i -> PairAxis.of(
            features.get(i),
            fitted.mainsUnsafe()[i],
            records.weightOf(records.codes[i], features.get(i).binning().bins()),
            positions))
        .toList();
    record Ranked(PairGrid grid, double gain) {}
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      for (int j = i + 1; j < axes.size(); j++) {
        if (axes.get(i).positions() < 2 || axes.get(j).positions() < 2) {
          continue;
        }
        PairGrid grid = new PairGrid(i, j, axes.get(i), axes.get(j));
        byte[] cells = grid.cells(records);
        long[] sums = new long[2 * grid.cells()];
        for (int row = 0; row < cells.length; row++) {
          int at = 2 * (cells[row] & 0xff);
          sums[at] += gradients[row];
          sums[at + 1] += curvatures[row];
        }
        double[] weights = records.weightOf(cells, grid.cells());
        double gain = new PairStep(rules, grid, weights).gain(sums);
        if (gain > 0) {
          ranked.add(new Ranked(grid, gain));
        }
      }
    }
    return ranked.stream()
        .sorted(Comparator.comparingDouble((Ranked one) -> -one.gain()))
        .limit(most)
        .map(Ranked::grid)
        .toList();
  }
}
