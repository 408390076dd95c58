package io.probity.feature;

import io.probity.schema.SpecialValues;

/**
 * The special codes that features of the catalogue give instead of a number. Each has the same number
 * in every feature of a completed schema, unless the schema declares its own.
 */
public enum CatalogCode {
  /** Nobody asked for the history. */
  NOT_ASKED(0, "nobody asked for the history"),
  /** The bureau could not be reached. */
  UNAVAILABLE(1, "the bureau could not be reached"),
  /** The bureau does not know the applicant. */
  NO_HIT(2, "the bureau does not know the applicant"),
  /** The income that the figure is divided by is 0. */
  NO_INCOME(3, "the income that it is divided by is 0"),
  /** There is nothing to compute the figure from; each feature says what is lacking. */
  NONE(4, "there is nothing to compute it from");

  private final int code;
  private final double cell;
  private final String meaning;

  CatalogCode(int code, String meaning) {
    this.code = code;
    this.cell = SpecialValues.cell(code);
    this.meaning = meaning;
  }

  /** Returns what the code means in general. */
  public String meaning() {
    return meaning;
  }

  /** Returns its number, 0 to 255. */
  public int code() {
    return code;
  }

  /** Returns the cell that holds it where no schema says otherwise. */
  public double cell() {
    return cell;
  }
}
