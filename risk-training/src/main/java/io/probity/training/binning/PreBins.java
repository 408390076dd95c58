package io.probity.training.binning;

import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The finest pieces that the bins of a feature are made of, with their counts: bins that are changed by
 * hand on this grid have the counts that the records would give. Immutable.
 *
 * <p>A number's pieces lie between the cuts of its pre-bins and of its bins; a category's are its
 * levels, in the order of the schema, with those that the schema does not know behind them.
 *
 * @param field the field
 * @param cuts the lower ends of all pieces of a number but the first, rising; empty for a category
 * @param goods the weight of goods in each piece
 * @param bads the weight of bads in each piece, as many
 * @param outsideGoods the weight of goods that are missing, then of each special code
 * @param outsideBads the same of bads
 */
public record PreBins(
    Field field,
    List<Double> cuts,
    List<Double> goods,
    List<Double> bads,
    List<Double> outsideGoods,
    List<Double> outsideBads) {

  /** Copies the lists. */
  public PreBins {
    cuts = List.copyOf(cuts);
    goods = List.copyOf(goods);
    bads = List.copyOf(bads);
    outsideGoods = List.copyOf(outsideGoods);
    outsideBads = List.copyOf(outsideBads);
  }

  /**
   * Counts records.
   *
   * @param cells the cells of the feature, one a record
   * @param settings how the feature is binned
   * @param bins its bins, whose cuts are on the grid; empty where it has none
   */
  public static PreBins of(
      Field field,
      double[] cells,
      Outcomes outcomes,
      BinningSettings settings,
      Optional<Binning> bins) {
    boolean isNumber = field.kind() == FieldKind.NUMBER;
    double[] cuts = isNumber ? cuts(field, cells, outcomes, settings, bins) : new double[0];
    int pieces = isNumber ? cuts.length + 1 : field.rules().levels().size() + 1;
    double[] goods = new double[pieces];
    double[] bads = new double[pieces];
    OutsideCounts outside = new OutsideCounts(field.rules());
    for (int row = 0; row < cells.length; row++) {
      double cell = cells[row];
      if (!SpecialValues.isNumber(cell)) {
        outside.add(cell, outcomes.isBad(row), outcomes.units(row));
      } else {
        int piece = isNumber ? pieceOf(cell, cuts) : levelOf(cell, pieces - 1);
        (outcomes.isBad(row) ? bads : goods)[piece] += outcomes.units(row) * outcomes.unit();
      }
    }
    return new PreBins(
        field,
        boxed(cuts),
        boxed(goods),
        boxed(bads),
        weights(outside.goods, outcomes.unit()),
        weights(outside.bads, outcomes.unit()));
  }

  private static double[] cuts(
      Field field,
      double[] cells,
      Outcomes outcomes,
      BinningSettings settings,
      Optional<Binning> bins) {
    TreeSet<Double> cuts = new TreeSet<>();
    NumericColumn column = NumericColumn.of(field.rules(), cells, outcomes);
    if (column.values.length > 0) {
      NumericPreBins.of(column, settings.cuts()).forEach(cut -> cuts.add(cut.value()));
    }
    bins.ifPresent(found -> Arrays.stream(found.cuts()).forEach(cuts::add));
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int pieceOf(double cell, double[] cuts) {
    int found = Arrays.binarySearch(cuts, cell + 0.0);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static int levelOf(double cell, int levels) {
    return cell >= 0 && cell < levels ? (int) cell : levels;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static List<Double> weights(long[] units, double unit) {
    List<Double> weights = new ArrayList<>();
    for (long count : units) {
      weights.add(count * unit);
    }
    return weights;
  }
}
