package io.probity.training.binning;

import io.probity.binning.BinTable;
import io.probity.schema.UntrainedRule;

/** Which WOE each bin of a feature scores with. */
public final class AssignedWoe {

  private final BinTable table;
  private final int valueBins;
  private final double[] woe;

  private AssignedWoe(BinTable table, int valueBins) {
    this.table = table;
    this.valueBins = valueBins;
    this.woe = new double[table.bins()];
    for (int bin = 0; bin < woe.length; bin++) {
      woe[bin] = table.woe(bin);
    }
  }

  /**
   * Returns the WOE of each bin.
   *
   * @param table the counts of the value bins, all with records, then of the missing and special ones
   * @param valueBins the number of value bins, at least one
   */
  public static double[] of(
      BinTable table, int valueBins, OutsideBins outside, UntrainedRule untrained) {
    AssignedWoe assigned = new AssignedWoe(table, valueBins);
    if (outside == OutsideBins.NEAREST_WOE) {
      assigned.merge();
    }
    assigned.fillUntrained(untrained);
    return assigned.woe;
  }

  private void merge() {
    double[] goods = new double[valueBins];
    double[] bads = new double[valueBins];
    int[] home = new int[woe.length];
    for (int bin = 0; bin < woe.length; bin++) {
      home[bin] = bin < valueBins ? bin : nearest(bin);
      goods[home[bin]] += table.goods(bin);
      bads[home[bin]] += table.bads(bin);
    }
    BinTable merged = BinTable.of(goods, bads, table.rule());
    for (int bin = 0; bin < woe.length; bin++) {
      woe[bin] = merged.woe(home[bin]);
    }
  }

  private int nearest(int bin) {
    int nearest = 0;
    for (int value = 1; value < valueBins; value++) {
      double distance = Math.abs(woe[value] - woe[bin]);
      double shortest = Math.abs(woe[nearest] - woe[bin]);
      if (distance < shortest || (distance == shortest && woe[value] < woe[nearest])) {
        nearest = value;
      }
    }
    return nearest;
  }

  private void fillUntrained(UntrainedRule rule) {
    double worst = Double.POSITIVE_INFINITY;
    for (int bin = 0; bin < woe.length; bin++) {
      worst = table.count(bin) > 0 ? Math.min(worst, woe[bin]) : worst;
    }
    for (int bin = 0; bin < woe.length; bin++) {
      if (table.count(bin) == 0) {
        woe[bin] = rule == UntrainedRule.WORST ? worst : 0.0;
      }
    }
  }
}
