package io.probity.model;

import java.util.Arrays;
import java.util.List;

/** The table of a pair, found by the slots of its two features. */
final class PairSlots {

  private static final double HALF = 0.5;

  private final int first;
  private final int second;
  private final int firstSlot;
  private final int secondSlot;
  private final int[] rowStart; // of each slot of the first feature
  private final int[] column; // of each slot of the second feature
  private final double[] halves;
  private final int[] points;

  private PairSlots(AdditiveModel.Pair pair, SlotBlocks blocks) {
    int columns = pair.effects().get(0).size();
    this.first = pair.first();
    this.second = pair.second();
    this.firstSlot = blocks.first(first);
    this.secondSlot = blocks.first(second);
    this.rowStart = Arrays.stream(blocks.binOfSlot(first))
        .map(bin -> columns * pair.rowOf().get(bin))
        .toArray();
    this.column = Arrays.stream(blocks.binOfSlot(second))
        .map(bin -> pair.columnOf().get(bin))
        .toArray();
    this.halves = pair.effects().stream()
        .flatMap(List::stream)
        .mapToDouble(effect -> HALF * effect)
        .toArray();
    this.points =
        pair.points().stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }

  static PairSlots of(AdditiveModel.Pair pair, SlotBlocks blocks) {
    return new PairSlots(pair, blocks);
  }

  /** Returns those of the pairs that a feature is in, in their order. */
  static PairSlots[] of(int feature, PairSlots[] pairs) {
    return Arrays.stream(pairs)
        .filter(pair -> pair.first == feature || pair.second == feature)
        .toArray(PairSlots[]::new);
  }

  int first() {
    return first;
  }

  int second() {
    return second;
  }

  /** Returns half of what the cell brings to the log-odds. */
  double half(int slotOfFirst, int slotOfSecond) {
    return halves[cell(slotOfFirst, slotOfSecond)];
  }

  int points(int slotOfFirst, int slotOfSecond) {
    return points[cell(slotOfFirst, slotOfSecond)];
  }

  private int cell(int slotOfFirst, int slotOfSecond) {
    return rowStart[slotOfFirst - firstSlot] + column[slotOfSecond - secondSlot];
  }
}
