package io.probity.training.honesty;

import io.probity.metrics.Auc;
import io.probity.metrics.RankedOutcomes;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialValues;
import io.probity.training.split.LearnSet;
import java.util.Arrays;
import java.util.List;
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
  private static final double MISSING = -Double.MAX_VALUE;

  static FeatureStrength of(LearnSet records, int column) {
    Field field = records.features().fields().get(column);
    double[] cells = records.features().columnUnsafe(column);
    double[] keys = keys(field, cells);
    double[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
    int[] cellOf = cellOf(keys, distinct);
    double[][] counts = new double[distinct.length + 1][2];
    for (int row = 0; row < cellOf.length; row++) {
      counts[cellOf[row]][records.targetUnsafe()[row]] += records.weightsUnsafe()[row];
    }
    int[] sizes = sizes(cellOf, counts.length);
    List<double[]> filled = IntStream.range(0, counts.length)
        .filter(cell -> sizes[cell] > 0)
        .mapToObj(cell -> counts[cell])
        .toList();
    double auc = aucOfCells(filled);
    if (field.kind() == FieldKind.NUMBER) {
      auc = Math.max(auc, aucOfNumbers(records, cells));
    }
    return new FeatureStrength(auc, iv(filled));
  }

  /** Returns what parts the records into cells: tenth of a number, level, missing, special code. */
  private static double[] keys(Field field, double[] cells) {
    double[] cuts = field.kind() == FieldKind.NUMBER ? cuts(cells) : new double[0];
    double[] keys = new double[cells.length];
    for (int row = 0; row < cells.length; row++) {
      double key = Double.isNaN(cells[row]) ? MISSING : cells[row];
      if (field.kind() == FieldKind.NUMBER && SpecialValues.isNumber(key)) {
        int found = Arrays.binarySearch(cuts, key);
        key = found >= 0 ? found + 1 : -1 - found;
      }
      keys[row] = key;
    }
    return keys;
  }

  /** Returns the cell of each record: that of its key, or the last one where such records are few. */
  private static int[] cellOf(double[] keys, double[] distinct) {
    int[] cellOf = new int[keys.length];
    for (int row = 0; row < keys.length; row++) {
      cellOf[row] = Arrays.binarySearch(distinct, keys[row]);
    }
    int[] sizes = sizes(cellOf, distinct.length);
    for (int row = 0; row < cellOf.length; row++) {
      cellOf[row] = sizes[cellOf[row]] < LEAST_CELL ? distinct.length : cellOf[row];
    }
    return cellOf;
  }

  private static int[] sizes(int[] cellOf, int cells) {
    int[] sizes = new int[cells];
    for (int cell : cellOf) {
      sizes[cell]++;
    }
    return sizes;
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

  /** Returns the AUC of cells ranked by bad rate, from the goods and bads of each. */
  private static double aucOfCells(List<double[]> cells) {
    double[] score = new double[2 * cells.size()];
    int[] target = new int[score.length];
    double[] weights = new double[score.length];
    for (int i = 0; i < score.length; i++) {
      double[] counts = cells.get(i / 2);
      double total = counts[0] + counts[1];
      target[i] = i % 2;
      weights[i] = counts[target[i]];
      score[i] = total > 0 ? counts[1] / total : 0.0;
    }
    return Auc.of(RankedOutcomes.of(score, target, weights)).value();
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
