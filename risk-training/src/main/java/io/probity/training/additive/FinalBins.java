package io.probity.training.additive;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.UnseenRule;
import io.probity.schema.UntrainedRule;
import io.probity.training.binning.AssignedWoe;
import io.probity.training.binning.OutsideBins;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The bins of one feature as they stand in the model: fine bins joined where effects hardly differ. */
final class FinalBins {

  private final FeatureCodes feature;
  private final double[] weights;
  private final List<List<Integer>> blocks; // of fine bins: value bins, missing, special codes
  private final int valueBlocks;

  private FinalBins(
      FeatureCodes feature, double[] weights, List<List<Integer>> blocks, int valueBlocks) {
    this.feature = feature;
    this.weights = weights;
    this.blocks = blocks;
    this.valueBlocks = valueBlocks;
  }

  /**
   * Joins the bins of a feature.
   *
   * @param effects the effect of each fine bin
   * @param weights the weight of each fine bin
   * @param keys where pairs place each fine bin; only bins that all pairs place alike are joined
   */
  static FinalBins of(
      FeatureCodes feature,
      double[] effects,
      double[] weights,
      List<List<Integer>> keys,
      double tolerance) {
    int valueBins = feature.binning().valueBins();
    int[] order = feature.isCategory()
        ? IntStream.range(0, valueBins)
            .filter(bin -> weights[bin] > 0)
            .boxed()
            .sorted(Comparator.comparing((Integer bin) -> keys.get(bin).toString())
                .thenComparingDouble(bin -> effects[bin]))
            .mapToInt(Integer::intValue)
            .toArray()
        : IntStream.range(0, valueBins).toArray();
    List<List<Integer>> blocks =
        new ArrayList<>(Merging.of(order, effects, weights, keys, tolerance));
    int valueBlocks = blocks.size();
    for (int bin = valueBins; bin < effects.length; bin++) {
      blocks.add(List.of(bin));
    }
    return new FinalBins(feature, weights, blocks, valueBlocks);
  }

  /** Returns the fine bins of each bin. */
  List<List<Integer>> blocks() {
    return blocks;
  }

  /** Returns whether any record has a bin. */
  boolean isTrained(int bin) {
    return blocks.get(bin).stream().anyMatch(fine -> weights[fine] > 0);
  }

  /** Returns the effect of each bin; one without records takes the worst one, or 0 by the schema. */
  double[] effects(double[] fine) {
    double[] effects = new double[blocks.size()];
    double worst = Double.NEGATIVE_INFINITY;
    for (int bin = 0; bin < effects.length; bin++) {
      effects[bin] = Merging.mean(blocks.get(bin), fine, weights);
      worst = isTrained(bin) ? Math.max(worst, effects[bin]) : worst;
    }
    boolean neutral = feature.binning().field().rules().untrained() == UntrainedRule.NEUTRAL;
    for (int bin = valueBlocks; bin < effects.length; bin++) {
      effects[bin] = isTrained(bin) ? effects[bin] : neutral ? 0.0 : worst;
    }
    return effects;
  }

  /** Returns the bins with the counts of the records; unseen levels go where the schema says. */
  Binning binning(LearnSet learn, double[] effects) {
    Field field = feature.binning().field();
    BinTable table = table(learn);
    double[] woe =
        AssignedWoe.of(table, valueBlocks, OutsideBins.OWN_BIN, field.rules().untrained());
    if (field.kind() == FieldKind.CATEGORY) {
      List<List<String>> groups = blocks.subList(0, valueBlocks).stream()
          .map(block -> block.stream()
              .flatMap(fine -> feature.binning().groups().get(fine).stream())
              .collect(Collectors.toList()))
          .toList();
      return Binning.ofCategory(field, groups, unseenBin(effects), table, woe, BinOrigin.AUTO);
    }
    double[] cuts = new double[valueBlocks - 1];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = feature.binning().cuts()[blocks.get(i + 1).get(0) - 1];
    }
    return Binning.ofNumber(field, cuts, table, woe, BinOrigin.AUTO);
  }

  private int unseenBin(double[] effects) {
    UnseenRule rule = feature.binning().field().rules().unseen();
    if (rule == UnseenRule.MISSING) {
      return valueBlocks;
    }
    int pool = feature.binning().valueBins() - 1;
    int worst = 0;
    for (int bin = 0; bin < effects.length; bin++) {
      if (rule == UnseenRule.OTHER && feature.pools() && blocks.get(bin).contains(pool)) {
        return bin;
      }
      worst = effects[bin] > effects[worst] ? bin : worst;
    }
    return worst;
  }

  private BinTable table(LearnSet learn) {
    int[] binOf = new int[weights.length];
    for (int bin = 0; bin < blocks.size(); bin++) {
      for (int fine : blocks.get(bin)) {
        binOf[fine] = bin;
      }
    }
    double[] goods = new double[blocks.size()];
    double[] bads = new double[blocks.size()];
    byte[] codes = feature.codesUnsafe();
    for (int row = 0; row < codes.length; row++) {
      double[] side = learn.targetUnsafe()[row] == 1 ? bads : goods;
      side[binOf[codes[row] & 0xff]] += learn.weightsUnsafe()[row];
    }
    return BinTable.of(goods, bads, ZeroCellRule.HALF_IN_ZERO_BINS);
  }

  /** Returns the mean of fine effects over the records. */
  static double mean(double[] fine, double[] weights) {
    double sum = 0;
    for (int bin = 0; bin < fine.length; bin++) {
      sum += weights[bin] * fine[bin];
    }
    return sum / Arrays.stream(weights).sum();
  }
}
