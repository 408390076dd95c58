package io.probity.preparation;

import io.probity.application.LoanApplication;
import io.probity.input.DecimalText;
import java.util.List;

/**
 * Computes the features of an application: the one place through which a training table gets its
 * columns, so that training and serving share one implementation. Safe for one thread at a time.
 */
public interface ApplicationFeatures {

  /** Returns the names of the features, in order. */
  List<String> names();

  /**
   * Returns the cells of an application, one a feature.
   *
   * @throws io.probity.input.InvalidInputException if a feature cannot be computed
   */
  double[] extract(LoanApplication application);

  /**
   * Returns a cell as it stands in a CSV: a number as the shortest decimal, missing as nothing. Where
   * features are categories or have special codes, their names are written instead.
   *
   * @param feature its position
   * @param cell what {@link #extract} gave
   */
  default String text(int feature, double cell) {
    return Double.isNaN(cell) ? "" : DecimalText.of(cell);
  }
}
