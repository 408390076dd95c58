package io.probity.model;

import io.probity.binning.Binning;
import io.probity.schema.FieldKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Lays out the bins of features as the slots of {@link CompiledSteps}. */
final class SlotBlocks {

  private final List<Binning> binnings = new ArrayList<>();
  private final List<Integer> first = new ArrayList<>();
  private final List<Integer> half = new ArrayList<>();
  private final List<int[]> bins = new ArrayList<>();
  private final List<Double> cuts = new ArrayList<>();
  private final List<Double> logOdds = new ArrayList<>();
  private final List<Integer> points = new ArrayList<>();

  /** Adds the next feature with what each bin brings and its points. */
  void add(Binning binning, IntToDoubleFunction contribution, List<Integer> pointsOfBins) {
    int[] binOfStep = binOfStep(binning);
    int steps = binOfStep.length - 1;
    int valueSlots = steps == 0 ? 1 : Integer.highestOneBit(steps) << 1;
    int[] binOfSlot = new int[valueSlots + binning.bins() - binning.valueBins()];
    double[] ends = cuts(binning);
    binnings.add(binning);
    first.add(logOdds.size());
    half.add(valueSlots >> 1);
    bins.add(binOfSlot);
    for (int slot = 0; slot < binOfSlot.length; slot++) {
      binOfSlot[slot] = slot < valueSlots
          ? binOfStep[Math.min(slot, steps)]
          : binning.valueBins() + slot - valueSlots;
      cuts.add(slot < steps ? ends[slot] + 0.0 : Double.POSITIVE_INFINITY);
      logOdds.add(contribution.applyAsDouble(binOfSlot[slot]));
      points.add(pointsOfBins.get(binOfSlot[slot]));
    }
  }

  /** Returns the bin between each two cuts; for a category also below and beyond its levels. */
  private static int[] binOfStep(Binning binning) {
    int[] bins = new int[cuts(binning).length + 1];
    if (binning.field().kind() != FieldKind.CATEGORY) {
      Arrays.setAll(bins, bin -> bin);
      return bins;
    }
    Arrays.setAll(bins, step -> binning.binOf(step - 1)); // -1 is no level, nor is the last step
    return bins;
  }

  private static double[] cuts(Binning binning) {
    if (binning.field().kind() != FieldKind.CATEGORY) {
      return binning.cuts();
    }
    double[] levels = new double[binning.field().rules().levels().size() + 1];
    Arrays.setAll(levels, level -> level);
    return levels;
  }

  /** Returns the bin of each slot of a feature. */
  int[] binOfSlot(int feature) {
    return bins.get(feature);
  }

  int first(int feature) {
    return first.get(feature);
  }

  Binning[] binnings() {
    return binnings.toArray(new Binning[0]);
  }

  int[] first() {
    return whole(first);
  }

  int[] half() {
    return whole(half);
  }

  double[] cuts() {
    return numbers(cuts);
  }

  double[] logOdds() {
    return numbers(logOdds);
  }

  int[] points() {
    return whole(points);
  }

  private static int[] whole(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
