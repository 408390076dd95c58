package io.probity.training.honesty;

import io.probity.metrics.Auc;
import io.probity.metrics.RankedOutcomes;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialValues;
import io.probity.training.split.LearnSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How well one feature alone tells goods from bads, in cells too few to flatter: tenths of the numbers,
 * levels, missing, special codes; cells of fewer than {@value #LEAST_CELL} records are joined.
 *
 * @param auc the larger of the AUC of cells ranked by bad rate and, for a number, the AUC of the value
 *     itself in its better direction
 * @param iv the information value of the cells, half a record in place of none
 */
record FeatureStrength(double auc, double iv) {

  private static final int TENTHS = 10;
  private static final int LEAST_CELL = 30;
  private static final double HALF = 0.5;
  private static final double JOINED = Double.MAX_VALUE;
  private static final double MISSING = -Double.MAX_VALUE;

  static FeatureStrength of(LearnSet records, int column) {
    Field field = records.features().fields().get(column);
    double[] cells = records.features().columnUnsafe(column);
    double[] cellOf = cellOf(field, cells);
    Map<Double, double[]> cellsByKey = new TreeMap<>();
    for (int row = 0; row < cellOf.length; row++) {
      cellsByKey.computeIfAbsent(cellOf[row], key -> new double[2])[records.targetUnsafe()[row]] +=
          records.weightsUnsafe()[row];
    }
    double auc = aucOfCells(records, cellOf, cellsByKey);
    if (field.kind() == FieldKind.NUMBER) {
      auc = Math.max(auc, aucOfNumbers(records, cells));
    }
    return new FeatureStrength(auc, iv(List.copyOf(cellsByKey.values())));
  }

  private static double[] cellOf(Field field, double[] cells) {
    double[] cuts = field.kind() == FieldKind.NUMBER ? cuts(cells) : new double[0];
    double[] cellOf = new double[cells.length];
    Map<Double, Integer> counts = new HashMap<>();
    for (int row = 0; row < cells.length; row++) {
      double key = Double.isNaN(cells[row]) ? MISSING : cells[row];
      if (field.kind() == FieldKind.NUMBER && SpecialValues.isNumber(key)) {
        int found = Arrays.binarySearch(cuts, key);
        key = found >= 0 ? found + 1 : -1 - found;
      }
      cellOf[row] = key;
      counts.merge(key, 1, Integer::sum);
    }
    for (int row = 0; row < cellOf.length; row++) {
      cellOf[row] = counts.getOrDefault(cellOf[row], 0) < LEAST_CELL ? JOINED : cellOf[row];
    }
    return cellOf;
  }

  private static double[] cuts(double[] cells) {
    double[] sorted =
        Arrays.stream(cells).filter(SpecialValues::isNumber).sorted().toArray();
    if (sorted.length == 0) {
      return sorted;
    }
    return IntStream.range(1, TENTHS)
        .mapToDouble(tenth -> sorted[(int) ((long) tenth * sorted.length / TENTHS)])
        .distinct()
        .toArray();
  }

  private static double aucOfCells(LearnSet records, double[] cellOf, Map<Double, double[]> cells) {
    double[] score = new double[cellOf.length];
    for (int row = 0; row < score.length; row++) {
      double[] counts = cells.getOrDefault(cellOf[row], new double[2]);
      double total = counts[0] + counts[1];
      score[row] = total > 0 ? counts[1] / total : 0.0;
    }
    return Auc.of(RankedOutcomes.of(score, records.targetUnsafe(), records.weightsUnsafe()))
        .value();
  }

  /** Returns the AUC over plain numbers; one half where they are the lesser part or of one outcome. */
  private static double aucOfNumbers(LearnSet records, double[] cells) {
    int[] rows = IntStream.range(0, cells.length)
        .filter(row -> SpecialValues.isNumber(cells[row]) && records.weightsUnsafe()[row] > 0)
        .toArray();
    int[] target = IntStream.of(rows).map(row -> records.targetUnsafe()[row]).toArray();
    int bads = IntStream.of(target).sum();
    if (2 * rows.length < cells.length || bads == 0 || bads == rows.length) {
      return HALF;
    }
    double auc = Auc.of(RankedOutcomes.of(
            IntStream.of(rows).mapToDouble(row -> cells[row]).toArray(),
            target,
            IntStream.of(rows).mapToDouble(row -> records.weightsUnsafe()[row]).toArray()))
        .value();
    return Math.max(auc, 1.0 - auc);
  }

  private static double iv(List<double[]> cells) {
    double goods = 0.0;
    double bads = 0.0;
    for (double[] cell : cells) {
      goods += cell[0] > 0 ? cell[0] : HALF;
      bads += cell[1] > 0 ? cell[1] : HALF;
    }
    double iv = 0.0;
    for (double[] cell : cells) {
      double goodShare = (cell[0] > 0 ? cell[0] : HALF) / goods;
      double badShare = (cell[1] > 0 ? cell[1] : HALF) / bads;
      iv += (goodShare - badShare) * StrictMath.log(goodShare / badShare);
    }
    return iv;
  }
}
