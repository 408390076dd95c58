package io.probity.training.selection;

import io.probity.binning.Binning;
import io.probity.feature.CodedCells;
import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.training.logistic.DesignMatrix;
import java.util.List;
import java.util.Optional;

/** The WOE of records in binned features, as columns of a regression. */
public final class WoeColumns {

  private WoeColumns() {}

  /**
   * Returns one column a binning, in order, named by the feature. Where the features are held as one
   * byte a cell, so are the columns.
   */
  public static DesignMatrix of(FeatureMatrix matrix, List<Binning> binnings) {
    List<String> columns = matrix.fields().stream().map(Field::name).toList();
    List<Optional<CodedCells>> coded = binnings.stream()
        .map(binning -> matrix.codes(columns.indexOf(binning.feature())))
        .toList();
    if (!coded.isEmpty() && coded.stream().allMatch(Optional::isPresent)) {
      return ofCodes(binnings, coded.stream().map(Optional::orElseThrow).toList());
    }
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

  private static DesignMatrix ofCodes(List<Binning> binnings, List<CodedCells> coded) {
    byte[][] codes = new byte[coded.size()][];
    double[][] woe = new double[coded.size()][];
    for (int i = 0; i < codes.length; i++) {
      CodedCells cells = coded.get(i);
      Binning binning = binnings.get(i);
      codes[i] = cells.codesUnsafe();
      woe[i] = new double[cells.size()];
      for (int code = 0; code < woe[i].length; code++) {
        woe[i][code] = binning.woe(binning.binOf(cells.cellOf(code)));
      }
    }
    return DesignMatrix.ofCodes(binnings.stream().map(Binning::feature).toList(), codes, woe);
  }
}
