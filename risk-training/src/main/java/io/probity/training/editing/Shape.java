package io.probity.training.editing;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.AdditiveModel;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.RiskDirection;
import io.probity.schema.UnseenRule;
import io.probity.training.binning.AssignedWoe;
import io.probity.training.binning.OutsideBins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The step function of one feature while it is changed by hand. */
final class Shape {

  private final Field field;
  private final List<Double> effects;
  private final List<Double> low;
  private final List<Double> high;
  private final Set<Integer> set = new HashSet<>();
  private final double worstBefore;
  private Binning binning;

  Shape(AdditiveModel.Term term) {
    this.binning = term.binning();
    this.field = binning.field();
    this.effects = new ArrayList<>(term.effects());
    this.low = new ArrayList<>(term.low());
    this.high = new ArrayList<>(term.high());
    this.worstBefore = worst();
  }

  /** Returns the mean effect over the records. */
  static double mean(AdditiveModel.Term term) {
    BinTable table = term.binning().table();
    double sum = 0;
    double records = 0;
    for (int bin = 0; bin < table.bins(); bin++) {
      sum += table.count(bin) * term.effects().get(bin);
      records += table.count(bin);
    }
    return records > 0 ? sum / records : 0.0;
  }

  void note(BinOrigin.Edit edit) {
    binning = binning.withOrigin(binning.origin().with(edit));
  }

  void set(int bin, double effect) {
    if (bin >= binning.bins()) {
      throw new IllegalArgumentException("there are bins 0 to " + (binning.bins() - 1));
    }
    for (List<Double> values : List.of(effects, low, high)) {
      values.set(bin, effect);
    }
    set.add(bin);
  }

  /** Gives each bin of a range the mean of itself and its neighbours in the range, by records. */
  void smooth(int first, int last) {
    if (field.kind() != FieldKind.NUMBER) {
      throw new IllegalArgumentException(
          "the levels of " + field.name() + " have no order to smooth along");
    }
    requireValueBins(last, "smooth");
    for (List<Double> values : List.of(effects, low, high)) {
      List<Double> before = List.copyOf(values);
      for (int bin = first; bin <= last; bin++) {
        values.set(bin, mean(before, Math.max(first, bin - 1), Math.min(last, bin + 1)));
      }
      keepOrder(before, values, first, last);
    }
  }

  /** Takes back what rounding alone turned around: means of what rises rise. */
  private static void keepOrder(List<Double> before, List<Double> after, int first, int last) {
    int sign = order(before.subList(first, last + 1));
    for (int bin = first + 1; sign != 0 && bin <= last; bin++) {
      if (sign * (after.get(bin) - after.get(bin - 1)) < 0) {
        after.set(bin, after.get(bin - 1));
      }
    }
  }

  private static int order(List<Double> values) {
    boolean rises = true;
    boolean falls = true;
    for (int i = 1; i < values.size(); i++) {
      rises &= values.get(i) >= values.get(i - 1);
      falls &= values.get(i) <= values.get(i - 1);
    }
    return rises ? 1 : falls ? -1 : 0;
  }

  void merge(int first, int last) {
    requireValueBins(last, "merge");
    for (List<Double> values : List.of(effects, low, high)) {
      values.set(first, mean(values, first, last));
      values.subList(first + 1, last + 1).clear();
    }
    BinTable table = merged(binning.table(), first, last);
    int valueBins = binning.valueBins() - (last - first);
    double[] woe =
        AssignedWoe.of(table, valueBins, OutsideBins.OWN_BIN, field.rules().untrained());
    if (field.kind() == FieldKind.CATEGORY) {
      List<List<String>> groups = new ArrayList<>(binning.groups());
      List<String> joined = new ArrayList<>();
      groups.subList(first, last + 1).forEach(joined::addAll);
      groups.subList(first, last + 1).clear();
      groups.add(first, joined);
      int unseen = binning.unseenBin();
      int moved = unseen <= first ? unseen : unseen <= last ? first : unseen - (last - first);
      binning = Binning.ofCategory(field, groups, moved, table, woe, binning.origin());
    } else {
      List<Double> cuts = new ArrayList<>();
      for (double cut : binning.cuts()) {
        cuts.add(cut);
      }
      cuts.subList(first, last).clear();
      double[] kept = cuts.stream().mapToDouble(Double::doubleValue).toArray();
      binning = Binning.ofNumber(field, kept, table, woe, binning.origin());
    }
    Set<Integer> moved = new HashSet<>();
    set.forEach(bin -> moved.add(bin <= first ? bin : bin <= last ? first : bin - (last - first)));
    set.clear();
    set.addAll(moved);
  }

  private void requireValueBins(int last, String change) {
    if (last >= binning.valueBins()) {
      throw new IllegalArgumentException(
          "there are value bins 0 to " + (binning.valueBins() - 1) + " to " + change);
    }
  }

  /** Returns the mean by records, never outside the range of the values. */
  private double mean(List<Double> values, int first, int last) {
    double sum = 0;
    double records = 0;
    double plain = 0;
    for (int bin = first; bin <= last; bin++) {
      sum += binning.table().count(bin) * values.get(bin);
      records += binning.table().count(bin);
      plain += values.get(bin) / (last - first + 1);
    }
    List<Double> own = values.subList(first, last + 1);
    double mean = records > 0 ? sum / records : plain;
    return Math.max(Collections.min(own), Math.min(Collections.max(own), mean));
  }

  private static BinTable merged(BinTable table, int first, int last) {
    int fewer = last - first;
    double[] goods = new double[table.bins() - fewer];
    double[] bads = new double[goods.length];
    for (int bin = 0; bin < table.bins(); bin++) {
      int to = bin <= first ? bin : bin <= last ? first : bin - fewer;
      goods[to] += table.goods(bin);
      bads[to] += table.bads(bin);
    }
    return BinTable.of(goods, bads, table.rule());
  }

  /** Returns the worst effect of a bin with records. */
  private double worst() {
    double worst = Double.NEGATIVE_INFINITY;
    for (int bin = 0; bin < effects.size(); bin++) {
      worst = binning.table().count(bin) > 0 ? Math.max(worst, effects.get(bin)) : worst;
    }
    return worst;
  }

  /**
   * Returns the feature as it stands after all changes.
   *
   * @throws InvalidInputException if the effects break the direction of risk
   */
  AdditiveModel.Term settled() {
    double worst = worst();
    for (int bin = binning.valueBins(); bin < binning.bins(); bin++) {
      if (binning.table().count(bin) == 0
          && effects.get(bin) == worstBefore
          && !set.contains(bin)) {
        for (List<Double> values : List.of(effects, low, high)) {
          values.set(bin, worst);
        }
      }
    }
    requireDirection();
    if (field.kind() == FieldKind.CATEGORY
        && (field.rules().unseen() == UnseenRule.WORST
            || field.rules().unseen() == UnseenRule.REFUSE)) {
      binning = Binning.ofCategory(
          field,
          binning.groups(),
          effects.indexOf(Collections.max(effects)),
          binning.table(),
          woe(),
          binning.origin());
    }
    return new AdditiveModel.Term(
        binning, effects, low, high, Collections.nCopies(effects.size(), 0));
  }

  private double[] woe() {
    double[] woe = new double[binning.bins()];
    for (int bin = 0; bin < woe.length; bin++) {
      woe[bin] = binning.woe(bin);
    }
    return woe;
  }

  private void requireDirection() {
    RiskDirection direction = field.rules().direction();
    if (field.kind() == FieldKind.CATEGORY || direction == RiskDirection.FREE) {
      return;
    }
    int sign = direction == RiskDirection.RISES ? 1 : -1;
    for (int bin = 1; bin < binning.valueBins(); bin++) {
      if (!(sign * (effects.get(bin) - effects.get(bin - 1)) >= 0)) {
        throw new InvalidInputException(new Violation(
            "edit of " + field.name(),
            "by the schema risk " + (sign > 0 ? "rises" : "falls") + " with " + field.name(),
            "bin " + (bin - 1) + " has " + effects.get(bin - 1) + ", bin " + bin + " has "
                + effects.get(bin),
            "set or merge its neighbours too, or state another direction"));
      }
    }
  }
}
