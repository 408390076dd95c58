package io.probity.validation;

/**
 * How many records there are.
 *
 * @param rows the records with a weight above 0
 * @param goods the weight of the goods
 * @param bads the weight of the bads
 */
public record Counts(int rows, double goods, double bads) {

  /** Counts the records of a sample. */
  static Counts of(ScoredSample sample) {
    int rows = 0;
    double goods = 0.0;
    double bads = 0.0;
    for (int row = 0; row < sample.rows(); row++) {
      double weight = sample.weight(row);
      rows += weight > 0 ? 1 : 0;
      goods += sample.isBad(row) ? 0.0 : weight;
      bads += sample.isBad(row) ? weight : 0.0;
    }
    return new Counts(rows, goods, bads);
  }

  /** Returns the weight of all records, above 0. */
  public double weight() {
    return goods + bads;
  }

  /** Returns the share of bads, in [0, 1]. */
  public double badRate() {
    return bads / weight();
  }
}
