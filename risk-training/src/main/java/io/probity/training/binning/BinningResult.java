package io.probity.training.binning;

import io.probity.binning.Binning;
import io.probity.schema.Field;
import java.util.Optional;

/** What binning one feature came to: its bins, or the reason why there are none. */
public sealed interface BinningResult {

  /** Returns the field. */
  Field field();

  /** Returns the bins, if there are any. */
  Optional<Binning> binning();

  /**
   * The bins of a feature.
   *
   * @param fitted the bins
   * @param trend the trend of the bad rate over the value bins
   * @param objective the sum of the divergence over the value bins, penalty deducted
   * @param preBins the number of pre-bins that were searched
   */
  record Binned(Binning fitted, Trend trend, double objective, int preBins)
      implements BinningResult {

    @Override
    public Field field() {
      return fitted.field();
    }

    @Override
    public Optional<Binning> binning() {
      return Optional.of(fitted);
    }
  }

  /**
   * A feature that cannot be binned and is left out.
   *
   * @param field the field
   * @param reason the reason
   * @param message the reason in words, with what was found
   */
  record NotBinned(Field field, Reason reason, String message) implements BinningResult {

    @Override
    public Optional<Binning> binning() {
      return Optional.empty();
    }
  }

  /** Why a feature cannot be binned. */
  enum Reason {
    /** The field is neither a NUMBER nor a CATEGORY. */
    WRONG_KIND,
    /** A cell is infinite. */
    INFINITE_VALUE,
    /** No record has a value: all are missing or hold special codes or unseen levels. */
    NO_VALUES,
    /** All records with a value, or all records, are good, or all are bad. */
    ONE_CLASS,
    /** Every record has the same value, and none is missing or special. */
    CONSTANT,
    /** Every level of the category is rarer than {@link CategoryRules#rareShare()}. */
    ALL_LEVELS_RARE,
    /** No partition meets all rules of the settings. */
    RULES_CONFLICT
  }
}
