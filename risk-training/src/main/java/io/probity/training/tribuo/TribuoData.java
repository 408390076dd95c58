package io.probity.training.tribuo;

import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Turns the cells of applicants into Tribuo's examples: numbers standardised by the training data,
 * one indicator for a missing value, for each special code and for each level. Immutable.
 *
 * <p>The label is {@value #BAD} or {@value #GOOD}; look probabilities up by name, since Tribuo numbers
 * its labels as it meets them.
 */
public final class TribuoData {

  /** The label of a bad. */
  public static final String BAD = "bad";

  /** The label of a good. */
  public static final String GOOD = "good";

  private static final String CONSTANT = "(constant)";

  private final List<Field> fields;
  private final double[] mean;
  private final double[] deviation;

  private TribuoData(List<Field> fields, double[] mean, double[] deviation) {
    this.fields = fields;
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * Returns a conversion that was learned before.
   *
   * @param mean the mean of each number; not used for a category
   * @param deviation the standard deviation of each number, above 0; not used for a category
   */
  static TribuoData of(List<Field> fields, double[] mean, double[] deviation) {
    if (mean.length != fields.size() || deviation.length != fields.size()) {
      throw new IllegalArgumentException("each of the "
          + fields.size()
          + " features needs a mean and a deviation, not "
          + mean.length
          + " and "
          + deviation.length);
    }
    for (int i = 0; i < mean.length; i++) {
      if (!(Double.isFinite(mean[i]) && deviation[i] > 0 && deviation[i] <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("a mean must be finite and a deviation above 0, not "
            + mean[i]
            + " and "
            + deviation[i]);
      }
    }
    return new TribuoData(List.copyOf(fields), mean.clone(), deviation.clone());
  }

  List<Field> fields() {
    return fields;
  }

  double[] means() {
    return mean.clone();
  }

  double[] deviations() {
    return deviation.clone();
  }

  /** Learns the means and standard deviations of the numbers of training data. */
  public static TribuoData fit(FeatureMatrix matrix) {
    int columns = matrix.fields().size();
    double[] mean = new double[columns];
    double[] deviation = new double[columns];
    for (int column = 0; column < columns; column++) {
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (double cell : matrix.columnUnsafe(column)) {
        if (SpecialValues.isNumber(cell)) {
          sum += cell;
          count++;
        }
      }
      mean[column] = count == 0 ? 0 : sum / count;
      for (double cell : matrix.columnUnsafe(column)) {
        if (SpecialValues.isNumber(cell)) {
          squares += (cell - mean[column]) * (cell - mean[column]);
        }
      }
      double variance = count == 0 ? 0 : squares / count;
      deviation[column] = variance > 0 ? StrictMath.sqrt(variance) : 1.0;
    }
    return new TribuoData(matrix.fields(), mean, deviation);
  }

  /**
   * Returns a dataset of all records.
   *
   * @param target 1 for bad, 0 for good, one a record
   */
  public MutableDataset<Label> dataset(FeatureMatrix matrix, int[] target) {
    MutableDataset<Label> dataset = new MutableDataset<>(
        new SimpleDataSourceProvenance("probity feature matrix", new LabelFactory()),
        new LabelFactory());
    double[] cells = new double[fields.size()];
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.copyRow(row, cells);
      dataset.add(example(cells, new Label(target[row] == 1 ? BAD : GOOD)));
    }
    return dataset;
  }

  /** Returns the example of an applicant, without a known label. */
  public Example<Label> example(double[] cells) {
    return example(cells, LabelFactory.UNKNOWN_LABEL);
  }

  private Example<Label> example(double[] cells, Label label) {
    List<String> names = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    names.add(CONSTANT);
    values.add(1.0);
    for (int i = 0; i < cells.length; i++) {
      Field field = fields.get(i);
      double cell = cells[i];
      if (SpecialValues.isNumber(cell) && field.kind() != FieldKind.CATEGORY) {
        names.add(field.name());
        values.add((cell - mean[i]) / deviation[i]);
      } else {
        names.add(field.name() + "=" + state(field, cell));
        values.add(1.0);
      }
    }
    return new ArrayExample<>(
        label,
        names.toArray(new String[0]),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static String state(Field field, double cell) {
    int special = SpecialValues.codeOf(cell);
    if (special >= 0) {
      return field.rules().specials().stream()
          .filter(code -> code.code() == special)
          .map(SpecialCode::name)
          .findFirst()
          .orElse("(special)");
    }
    if (Double.isNaN(cell)) {
      return "(missing)";
    }
    return cell >= 0 ? field.rules().levels().get((int) cell) : "(unseen)";
  }
}
