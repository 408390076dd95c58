package io.probity.model;

import io.probity.schema.SpecialValues;
import java.util.List;

/** A number that trees split on, made of the cell of one feature. Missing is NaN. */
public sealed interface TreeColumn {

  /** Returns the position of the feature in the model. */
  int feature();

  /** Returns the number for a cell, as a finite float, or NaN for missing. */
  float of(double cell);

  /**
   * The value of a number, rounded to a float; values beyond the floats take the outermost float. A
   * missing value and a special code are missing.
   *
   * @param feature the position of the feature in the model
   */
  record Value(int feature) implements TreeColumn {

    /** Checks the position. */
    public Value {
      requirePosition(feature);
    }

    @Override
    public float of(double cell) {
      if (!SpecialValues.isNumber(cell)) {
        return Float.NaN;
      }
      float value = (float) cell;
      return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
    }
  }

  /**
   * A flag for one special code: 1 where the cell holds it, else 0.
   *
   * @param feature the position of the feature in the model
   * @param code the special code
   */
  record Flag(int feature, int code) implements TreeColumn {

    /** Checks the position and the code. */
    public Flag {
      requirePosition(feature);
      if (code < 0 || code >= SpecialValues.COUNT) {
        throw new IllegalArgumentException("a special code must be from 0 to 255, not " + code);
      }
    }

    @Override
    public float of(double cell) {
      return SpecialValues.codeOf(cell) == code ? 1.0f : 0.0f;
    }
  }

  /**
   * A number for each level of a category. Special codes are missing.
   *
   * @param feature the position of the feature in the model
   * @param values the number of each level
   * @param unseen the number of a level that training never saw; NaN for missing
   */
  record Levels(int feature, List<Float> values, float unseen) implements TreeColumn {

    /** Checks that the numbers are finite. */
    public Levels {
      requirePosition(feature);
      values = List.copyOf(values);
      if (!values.stream().allMatch(Float::isFinite) || Float.isInfinite(unseen)) {
        throw new IllegalArgumentException(
            "the levels of a category need finite numbers, not " + values + " and " + unseen);
      }
    }

    @Override
    public float of(double cell) {
      if (!SpecialValues.isNumber(cell)) {
        return Float.NaN;
      }
      return cell >= 0 && cell < values.size() ? values.get((int) cell) : unseen;
    }
  }

  private static void requirePosition(int feature) {
    if (feature < 0) {
      throw new IllegalArgumentException(
          "a column needs the position of a feature, not " + feature);
    }
  }
}
