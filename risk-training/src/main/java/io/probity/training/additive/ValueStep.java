package io.probity.training.additive;

import io.probity.schema.RiskDirection;

/**
 * A step over the ordered bins of a number: the best few cuts one after another, each leaf a Newton
 * step, never against the direction of risk. Missing and special bins are leaves of their own.
 */
final class ValueStep implements StepShape {

  private final LeafRules rules;
  private final int valueBins;
  private final int bins;
  private final double sign; // what the difference of neighbours times it must not be below 0 with
  private final double[] weightBefore;
  private final long[] gradientBefore;
  private final long[] curvatureBefore;
  private final int[] ends;
  private int leaves;

  /**
   * Makes the step.
   *
   * @param weights the weight of each bin, value bins first
   */
  ValueStep(LeafRules rules, int valueBins, double[] weights, RiskDirection direction) {
    this.rules = rules;
    this.valueBins = valueBins;
    this.bins = weights.length;
    this.sign = Directions.sign(direction);
    this.weightBefore = new double[valueBins + 1];
    for (int bin = 0; bin < valueBins; bin++) {
      weightBefore[bin + 1] = weightBefore[bin] + weights[bin];
    }
    this.gradientBefore = new long[valueBins + 1];
    this.curvatureBefore = new long[valueBins + 1];
    this.ends = new int[rules.leaves() + 1];
  }

  @Override
  public int cells() {
    return bins;
  }

  @Override
  public void fit(long[] sums, double[] step) {
    for (int bin = 0; bin < valueBins; bin++) {
      gradientBefore[bin + 1] = gradientBefore[bin] + sums[2 * bin];
      curvatureBefore[bin + 1] = curvatureBefore[bin] + sums[2 * bin + 1];
    }
    ends[0] = 0;
    ends[1] = valueBins;
    leaves = 1;
    while (leaves < rules.leaves() && split()) {
      leaves++;
    }
    for (int leaf = 0; leaf < leaves; leaf++) {
      double value = leaves == 1 ? 0.0 : value(ends[leaf], ends[leaf + 1]);
      for (int bin = ends[leaf]; bin < ends[leaf + 1]; bin++) {
        step[bin] = value;
      }
    }
    for (int bin = valueBins; bin < bins; bin++) {
      step[bin] = rules.levelValue(sums[2 * bin], sums[2 * bin + 1]);
    }
  }

  /** Cuts the leaf where the loss falls most; returns whether any cut is allowed and gains. */
  private boolean split() {
    double best = 0.0;
    int bestLeaf = -1;
    int bestCut = -1;
    for (int leaf = 0; leaf < leaves; leaf++) {
      int start = ends[leaf];
      int end = ends[leaf + 1];
      double whole = gain(start, end);
      for (int cut = start + 1; cut < end; cut++) {
        if (weightBefore[cut] - weightBefore[start] < rules.leastWeight()) {
          continue;
        }
        if (weightBefore[end] - weightBefore[cut] < rules.leastWeight()) {
          break;
        }
        double gain = gain(start, cut) + gain(cut, end) - whole;
        if (gain > best && isAllowed(leaf, cut)) {
          best = gain;
          bestLeaf = leaf;
          bestCut = cut;
        }
      }
    }
    if (bestLeaf < 0) {
      return false;
    }
    for (int i = leaves; i > bestLeaf; i--) {
      ends[i + 1] = ends[i];
    }
    ends[bestLeaf + 1] = bestCut;
    return true;
  }

  private boolean isAllowed(int leaf, int cut) {
    if (sign == 0) {
      return true;
    }
    double low = value(ends[leaf], cut);
    double high = value(cut, ends[leaf + 1]);
    return sign * (high - low) >= 0
        && (leaf == 0 || sign * (low - value(ends[leaf - 1], ends[leaf])) >= 0)
        && (leaf == leaves - 1 || sign * (value(ends[leaf + 1], ends[leaf + 2]) - high) >= 0);
  }

  private double gain(int start, int end) {
    return rules.gain(
        gradientBefore[end] - gradientBefore[start], curvatureBefore[end] - curvatureBefore[start]);
  }

  private double value(int start, int end) {
    return rules.value(
        gradientBefore[end] - gradientBefore[start], curvatureBefore[end] - curvatureBefore[start]);
  }
}
