package io.probity.model;

import io.probity.binning.Binning;
import io.probity.schema.SpecialValues;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of step functions in flat arrays: scorecards and additive models.
 *
 * <p>Each feature has a block of slots: a power of two of them for its value bins, then one for
 * missing and one for each special code. A slot holds the lower end of the next bin, the log-odds and
 * the points. Behind the last cut the slots repeat the last bin, so the search takes the same number of
 * steps for every cell and never branches on the data: each step adds the sign of cell - cut. Level
 * indices are searched as numbers. Only cells that are no plain numbers take a branch of their own.
 *
 * <p>Log-odds are added in the order of the features, as the predictor itself does.
 */
final class CompiledSteps implements CompiledPredictor {

  private static final double LARGEST_SPECIAL = SpecialValues.cell(SpecialValues.COUNT - 1);
  private static final int SIGN = 63;

  private final double intercept;
  private final Binning[] binnings;
  private final int[] first; // the first slot of each feature
  private final int[] half; // half the value slots of each feature; 0 where it has one
  private final double[] cuts;
  private final double[] logOdds;
  private final int[] points;
  private final PairSlots[] pairs;
  private final PairSlots[][] pairsOf; // of each feature, in the order of the pairs

  private CompiledSteps(double intercept, SlotBlocks blocks, List<AdditiveModel.Pair> pairs) {
    this.intercept = intercept;
    this.binnings = blocks.binnings();
    this.first = blocks.first();
    this.half = blocks.half();
    this.cuts = blocks.cuts();
    this.logOdds = blocks.logOdds();
    this.points = blocks.points();
    this.pairs = pairs.stream().map(pair -> PairSlots.of(pair, blocks)).toArray(PairSlots[]::new);
    this.pairsOf = new PairSlots[first.length][];
    for (int i = 0; i < first.length; i++) {
      pairsOf[i] = PairSlots.of(i, this.pairs);
    }
  }

  static CompiledSteps of(Scorecard scorecard) {
    SlotBlocks blocks = new SlotBlocks();
    for (Scorecard.Term term : scorecard.terms()) {
      blocks.add(term.binning(), term::contribution, term.points());
    }
    return new CompiledSteps(scorecard.intercept(), blocks, List.of());
  }

  static CompiledSteps of(AdditiveModel model) {
    SlotBlocks blocks = new SlotBlocks();
    for (AdditiveModel.Term term : model.terms()) {
      blocks.add(term.binning(), bin -> term.effects().get(bin), term.points());
    }
    return new CompiledSteps(model.intercept(), blocks, model.pairs());
  }

  @Override
  public double badLogOdds(double[] x) {
    return pairs.length == 0 ? sum(x) : sumWithPairs(x);
  }

  private double sum(double[] x) {
    double sum = intercept;
    for (int i = 0; i < first.length; i++) {
      sum += logOdds[slot(i, x[i])];
    }
    return sum;
  }

  private double sumWithPairs(double[] x) {
    double sum = intercept;
    for (int i = 0; i < first.length; i++) {
      double brought = logOdds[slot(i, x[i])];
      for (PairSlots pair : pairsOf[i]) {
        int row = slot(pair.first(), x[pair.first()]);
        int column = slot(pair.second(), x[pair.second()]);
        brought += pair.half(row, column);
      }
      sum += brought;
    }
    return sum;
  }

  @Override
  public Margin newMargin() {
    return new Margin(first.length);
  }

  @Override
  public void predict(double[] x, Margin out) {
    int[] slots = out.slots;
    int score = 0;
    double sum = intercept;
    for (int i = 0; i < first.length; i++) {
      int slot = slot(i, x[i]);
      slots[i] = slot;
      score += points[slot];
      sum += logOdds[slot];
    }
    if (pairs.length > 0) {
      for (PairSlots pair : pairs) {
        score += pair.points(slots[pair.first()], slots[pair.second()]);
      }
      sum = intercept;
      for (int i = 0; i < first.length; i++) {
        sum += brought(i, slots);
      }
    }
    out.badLogOdds = sum;
    out.score = score;
  }

  @Override
  public void contribute(Margin out) {
    for (int i = 0; i < first.length; i++) {
      out.contributions[i] = brought(i, out.slots);
    }
  }

  private double brought(int feature, int[] slots) {
    double brought = logOdds[slots[feature]];
    for (PairSlots pair : pairsOf[feature]) {
      brought += pair.half(slots[pair.first()], slots[pair.second()]);
    }
    return brought;
  }

  /** Without pairs feature by feature, so that the processor works on many rows at once. */
  @Override
  public void badLogOdds(double[][] columns, int from, int to, double[] out) {
    if (pairs.length > 0) {
      CompiledPredictor.super.badLogOdds(columns, from, to, out);
      return;
    }
    Arrays.fill(out, from, to, intercept);
    for (int i = 0; i < first.length; i++) {
      addColumn(i, columns[i], from, to, out);
    }
  }

  private void addColumn(int feature, double[] column, int from, int to, double[] out) {
    for (int row = from; row < to; row++) {
      out[row] += logOdds[slot(feature, column[row])];
    }
  }

  /** Returns the slot that a cell falls into. */
  private int slot(int feature, double cell) {
    if (!(cell > LARGEST_SPECIAL)) {
      return slotOutside(feature, cell);
    }
    double number = cell + 0.0; // -0.0 becomes 0.0, whose difference to a cut of 0.0 has no sign
    int slot = first[feature];
    for (int step = half[feature]; step > 0; step >>>= 1) {
      long bits = Double.doubleToRawLongBits(number - cuts[slot + step - 1]);
      slot += step & ~(int) (bits >> SIGN);
    }
    return slot;
  }

  private int slotOutside(int feature, double cell) {
    Binning binning = binnings[feature];
    int beyond = binning.binOf(cell) - binning.valueBins();
    return beyond < 0 ? first[feature] : first[feature] + Math.max(1, 2 * half[feature]) + beyond;
  }
}
