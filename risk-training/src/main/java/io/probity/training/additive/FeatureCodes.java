package io.probity.training.additive;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.RiskDirection;
import io.probity.training.binning.Outcomes;
import io.probity.training.binning.PreBinCuts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fine bins of one feature, at most 255 with the missing and special ones, so that a code fits a
 * byte. They follow from the cells alone, never from the target.
 */
final class FeatureCodes {

  /** The most bins of a feature. */
  static final int MOST_BINS = 255;

  private final Binning binning;
  private final byte[] codes;
  private final boolean pools;

  private FeatureCodes(Binning binning, byte[] codes) {
    this.binning = binning;
    this.codes = codes;
    this.pools = binning.groups().stream().anyMatch(group -> group.size() > 1);
  }

  /** Returns the fine bins, without counts and WOE. */
  Binning binning() {
    return binning;
  }

  /** Returns the bin of each record; the caller must not change them. */
  byte[] codesUnsafe() {
    return codes;
  }

  /** Returns whether the last group joins the lightest of too many levels. */
  boolean pools() {
    return pools;
  }

  /**
   * Bins a feature.
   *
   * @param mostValueBins the most bins for values, 2 or more
   */
  static FeatureCodes of(
      Field field, double[] cells, int[] target, double[] weights, int mostValueBins) {
    int room = MOST_BINS - 1 - field.rules().specials().size();
    if (room < 2) {
      throw new IllegalArgumentException(field.name()
          + " has "
          + field.rules().specials().size()
          + " special codes; an additive model can tell "
          + (MOST_BINS - 3)
          + " apart, so leave the feature out or join codes");
    }
    int most = Math.min(room, mostValueBins);
    Binning empty = field.kind() == FieldKind.CATEGORY
        ? ofCategory(field, cells, weights, room)
        : ofNumber(field, cells, Outcomes.of(target, weights), most);
    byte[] codes = new byte[cells.length];
    for (int row = 0; row < cells.length; row++) {
      codes[row] = (byte) empty.binOf(cells[row]);
    }
    return new FeatureCodes(empty, codes);
  }

  /** Returns the direction of risk, by the schema; a category has none. */
  RiskDirection direction() {
    return binning.field().kind() == FieldKind.CATEGORY
        ? RiskDirection.FREE
        : binning.field().rules().direction();
  }

  boolean isCategory() {
    return binning.field().kind() == FieldKind.CATEGORY;
  }

  private static Binning ofNumber(Field field, double[] cells, Outcomes outcomes, int most) {
    double[] cuts = PreBinCuts.of(field, cells, outcomes, most);
    int bins = cuts.length + 2 + field.rules().specials().size();
    return Binning.ofNumber(field, cuts, noCounts(bins), new double[bins], BinOrigin.AUTO);
  }

  /** Gives each level a bin; of too many, the lightest share the last one. */
  private static Binning ofCategory(Field field, double[] cells, double[] weights, int most) {
    List<String> levels = field.rules().levels();
    double[] weight = new double[levels.size()];
    for (int row = 0; row < cells.length; row++) {
      if (cells[row] >= 0 && cells[row] < weight.length) {
        weight[(int) cells[row]] += weights[row];
      }
    }
    List<Integer> heaviest = IntStream.range(0, levels.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer level) -> -weight[level]))
        .toList();
    boolean pools = levels.size() > most;
    List<Integer> own =
        heaviest.subList(0, pools ? most - 1 : levels.size()).stream().sorted().toList();
    List<List<String>> groups = new ArrayList<>();
    own.forEach(level -> groups.add(List.of(levels.get(level))));
    if (pools) {
      groups.add(heaviest.subList(most - 1, levels.size()).stream()
          .sorted()
          .map(levels::get)
          .toList());
    }
    int bins = groups.size() + 1 + field.rules().specials().size();
    return Binning.ofCategory(
        field, groups, groups.size(), noCounts(bins), new double[bins], BinOrigin.AUTO);
  }

  private static BinTable noCounts(int bins) {
    return BinTable.of(new double[bins], new double[bins], ZeroCellRule.HALF_IN_ZERO_BINS);
  }
}
