package io.probity.training.selection;

import io.probity.binning.Binning;
import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.training.logistic.DesignMatrix;
import java.util.List;

/** The WOE of records in binned features, as columns of a regression. */
public final class WoeColumns {

  private WoeColumns() {}

  /** Returns one column a binning, in order, named by the feature. */
  public static DesignMatrix of(FeatureMatrix matrix, List<Binning> binnings) {
    List<String> columns = matrix.fields().stream().map(Field::name).toList();
    double[][] woe = new double[binnings.size()][matrix.rows()];
    for (int i = 0; i < woe.length; i++) {
      Binning binning = binnings.get(i);
      double[] cells = matrix.columnUnsafe(columns.indexOf(binning.feature()));
      for (int row = 0; row < cells.length; row++) {
        woe[i][row] = binning.woe(binning.binOf(cells[row]));
      }
    }
    return DesignMatrix.ofUnsafe(binnings.stream().map(Binning::feature).toList(), woe);
  }
}
