package io.probity.binning;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fitted partition of one feature: which bin a cell falls into, and the WOE of each bin.
 *
 * <p>The bins are numbered: first the value bins (intervals from low to high, or groups of levels),
 * then the missing bin, then one bin for each special code of the field, in the field's order. An
 * interval holds its lower end and not its upper one. A level that no group names falls into {@link
 * #unseenBin}. Immutable.
 */
public final class Binning {

  private final Field field;
  private final double[] cuts;
  private final List<List<String>> groups;
  private final int[] binOfLevel;
  private final int[] binOfSpecial;
  private final int valueBins;
  private final int unseenBin;
  private final BinTable table;
  private final double[] woe;
  private final BinOrigin origin;

  private Binning(
      Field field,
      double[] cuts,
      List<List<String>> groups,
      int unseenBin,
      BinTable table,
      double[] woe,
      BinOrigin origin) {
    this.field = field;
    this.cuts = cuts;
    this.groups = groups;
    this.valueBins = field.kind() == FieldKind.CATEGORY ? groups.size() : cuts.length + 1;
    this.unseenBin = unseenBin;
    this.table = table;
    this.woe = woe;
    this.origin = origin;
    this.binOfLevel = binOfLevel(field, groups, unseenBin);
    this.binOfSpecial = new int[SpecialValues.COUNT];
    Arrays.fill(binOfSpecial, valueBins);
    for (int i = 0; i < field.rules().specials().size(); i++) {
      binOfSpecial[field.rules().specials().get(i).code()] = valueBins + 1 + i;
    }
    if (table.bins() != bins() || woe.length != bins()) {
      throw new IllegalArgumentException(
          field.name() + " has " + bins() + " bins, but counts of " + table.bins());
    }
    for (double value : woe) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "the WOE of a bin of " + field.name() + " must be finite, not " + value);
      }
    }
    if (unseenBin < 0 || unseenBin >= bins()) {
      throw new IllegalArgumentException(
          field.name() + " has no bin " + unseenBin + " for unseen levels");
    }
  }

  /**
   * Returns the binning of a numeric feature.
   *
   * @param cuts the lower ends of all value bins but the first, finite and rising
   * @param table the counts of each bin, in the order of the class comment
   * @param woe the WOE of each bin, in the same order
   */
  public static Binning ofNumber(
      Field field, double[] cuts, BinTable table, double[] woe, BinOrigin origin) {
    requireKind(field, FieldKind.NUMBER);
    for (int i = 0; i < cuts.length; i++) {
      if (!SpecialValues.isNumber(cuts[i]) || (i > 0 && !(cuts[i] > cuts[i - 1]))) {
        throw new IllegalArgumentException("the cuts of " + field.name()
            + " must be finite and rise, not " + Arrays.toString(cuts));
      }
    }
    return new Binning(field, cuts.clone(), List.of(), cuts.length + 1, table, woe.clone(), origin);
  }

  /**
   * Returns the binning of a category.
   *
   * @param groups the levels of each value bin; no level twice
   * @param unseenBin the bin of a level that no group names
   * @param table the counts of each bin, in the order of the class comment
   * @param woe the WOE of each bin, in the same order
   */
  public static Binning ofCategory(
      Field field,
      List<List<String>> groups,
      int unseenBin,
      BinTable table,
      double[] woe,
      BinOrigin origin) {
    requireKind(field, FieldKind.CATEGORY);
    List<List<String>> copy = groups.stream().map(List::copyOf).toList();
    return new Binning(field, new double[0], copy, unseenBin, table, woe.clone(), origin);
  }

  /** Returns the name of the feature. */
  public String feature() {
    return field.name();
  }

  /** Returns the field that was binned. */
  public Field field() {
    return field;
  }

  /** Returns how the bins came about. */
  public BinOrigin origin() {
    return origin;
  }

  /** Returns the number of bins: value bins, the missing bin and the special bins. */
  public int bins() {
    return valueBins + 1 + field.rules().specials().size();
  }

  /** Returns the number of value bins, which come first. */
  public int valueBins() {
    return valueBins;
  }

  /** Returns the position of the missing bin, which follows the value bins. */
  public int missingBin() {
    return valueBins;
  }

  /** Returns the bin of a level that training never saw; the missing bin for a number. */
  public int unseenBin() {
    return unseenBin;
  }

  /** Returns the cuts of a numeric feature: the lower ends of all value bins but the first. */
  public double[] cuts() {
    return cuts.clone();
  }

  /** Returns the groups of a category; empty for a number. */
  public List<List<String>> groups() {
    return groups;
  }

  /** Returns the bin that a cell falls into. */
  public int binOf(double cell) {
    if (Double.isNaN(cell)) {
      return valueBins;
    }
    if (SpecialValues.isSpecial(cell)) {
      return binOfSpecial[SpecialValues.codeOf(cell)];
    }
    if (field.kind() == FieldKind.CATEGORY) {
      return cell >= 0 && cell < binOfLevel.length ? binOfLevel[(int) cell] : unseenBin;
    }
    int low = 0;
    int high = cuts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cell >= cuts[middle]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns what a bin holds. */
  public Bin bin(int bin) {
    if (bin < valueBins) {
      if (field.kind() == FieldKind.CATEGORY) {
        return new Bin.Group(groups.get(bin));
      }
      return new Bin.Interval(
          bin == 0 ? Double.NEGATIVE_INFINITY : cuts[bin - 1],
          bin == cuts.length ? Double.POSITIVE_INFINITY : cuts[bin]);
    }
    if (bin == valueBins) {
      return new Bin.Missing();
    }
    SpecialCode special = field.rules().specials().get(bin - valueBins - 1);
    return new Bin.Special(special.code(), special.name());
  }

  /** Returns the WOE that a bin scores with. */
  public double woe(int bin) {
    return woe[bin];
  }

  /** Returns this binning with another origin. */
  public Binning withOrigin(BinOrigin other) {
    return new Binning(field, cuts, groups, unseenBin, table, woe, other);
  }

  /**
   * Returns this binning with another WOE of one bin.
   *
   * @throws IllegalArgumentException if there is no such bin
   */
  public Binning withWoe(int bin, double value) {
    if (bin < 0 || bin >= woe.length) {
      throw new IllegalArgumentException(
          field.name() + " has bins 0 to " + (woe.length - 1) + ", not " + bin);
    }
    double[] changed = woe.clone();
    changed[bin] = value;
    return new Binning(field, cuts, groups, unseenBin, table, changed, origin);
  }

  /**
   * Returns this binning with another WOE for each bin that has training records. A bin without any
   * that scored with the lowest WOE takes the new lowest one; another keeps its own.
   *
   * @param woe one for each bin, finite where the bin has records
   */
  public Binning withTrainedWoe(double[] woe) {
    double lowestBefore = Double.POSITIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    for (int bin = 0; bin < woe.length; bin++) {
      if (table.count(bin) > 0) {
        lowestBefore = Math.min(lowestBefore, this.woe[bin]);
        lowest = Math.min(lowest, woe[bin]);
      }
    }
    double[] changed = this.woe.clone();
    for (int bin = 0; bin < woe.length; bin++) {
      if (table.count(bin) > 0) {
        changed[bin] = woe[bin];
      } else if (changed[bin] == lowestBefore) {
        changed[bin] = lowest;
      }
    }
    return new Binning(field, cuts, groups, unseenBin, table, changed, origin);
  }

  /** Returns the counts that the bins were fitted on. */
  public BinTable table() {
    return table;
  }

  /**
   * Counts goods and bads of each bin over other records.
   *
   * @param cells the cells of this feature
   * @param target 1 for bad, 0 for good, one a cell
   * @param weights the weight of each record
   */
  public BinTable count(double[] cells, int[] target, double[] weights) {
    double[] goods = new double[bins()];
    double[] bads = new double[bins()];
    for (int row = 0; row < cells.length; row++) {
      double[] side = target[row] == 1 ? bads : goods;
      side[binOf(cells[row])] += weights[row];
    }
    return BinTable.of(goods, bads, table.rule());
  }

  /** Returns the bins in words, in order. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (int bin = 0; bin < bins(); bin++) {
      labels.add(bin(bin).label());
    }
    return labels;
  }

  private static void requireKind(Field field, FieldKind kind) {
    if (field.kind() != kind) {
      throw new IllegalArgumentException(
          "the field " + field.name() + " is a " + field.kind() + ", not a " + kind);
    }
  }

  private static int[] binOfLevel(Field field, List<List<String>> groups, int unseenBin) {
    List<String> levels = field.rules().levels();
    Map<String, Integer> indices = new HashMap<>();
    for (int level = 0; !groups.isEmpty() && level < levels.size(); level++) {
      indices.put(levels.get(level), level);
    }
    int[] bins = new int[levels.size()];
    Arrays.fill(bins, -1);
    for (int group = 0; group < groups.size(); group++) {
      for (String level : groups.get(group)) {
        int index = indices.getOrDefault(level, -1);
        if (index < 0 || bins[index] >= 0) {
          throw new IllegalArgumentException("the level \""
              + level
              + "\" of "
              + field.name()
              + (index < 0 ? " is not in its schema" : " is in two groups"));
        }
        bins[index] = group;
      }
    }
    for (int i = 0; i < bins.length; i++) {
      bins[i] = bins[i] < 0 ? unseenBin : bins[i];
    }
    return bins;
  }
}
