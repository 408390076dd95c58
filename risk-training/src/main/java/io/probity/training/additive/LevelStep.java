package io.probity.training.additive;

/** A step over a category: every level is a leaf, drawn towards no change by the ridge. */
final class LevelStep implements StepShape {

  private final LeafRules rules;
  private final int bins;

  LevelStep(LeafRules rules, int bins) {
    this.rules = rules;
    this.bins = bins;
  }

  @Override
  public int cells() {
    return bins;
  }

  @Override
  public void fit(long[] sums, double[] step) {
    for (int bin = 0; bin < bins; bin++) {
      step[bin] = rules.levelValue(sums[2 * bin], sums[2 * bin + 1]);
    }
  }
}
