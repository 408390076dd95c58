package io.probity.model;

/**
 * What a model was trained on.
 *
 * @param sha256 the SHA-256 of the data, in hexadecimal
 * @param rows the records of the data, at least 1
 * @param bads how many of them are bad
 */
public record TrainingData(String sha256, long rows, long bads) {

  /** Checks the counts. */
  public TrainingData {
    if (!(rows >= 1 && bads >= 0 && bads <= rows)) {
      throw new IllegalArgumentException(
          "training data needs at least one record and at most as many bads, not "
              + rows
              + " and "
              + bads);
    }
  }
}
