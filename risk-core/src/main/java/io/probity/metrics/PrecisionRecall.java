package io.probity.metrics;

/**
 * The precision-recall curve in two figures that differ and must not be mixed.
 *
 * <p>Going down the scores, tied records together: recall is the share of bads found, precision the
 * share of bads among those found.
 *
 * @param averagePrecision the precision at each score weighted by the recall it adds, without
 *     interpolation; in (0, 1]
 * @param trapezoidArea the area under straight lines between the points, from recall 0 and
 *     precision 1; optimistic
 * @param baseline the precision of chance: the bad rate
 */
public record PrecisionRecall(double averagePrecision, double trapezoidArea, double baseline) {

  /** Checks that all are shares. */
  public PrecisionRecall {
    if (!(averagePrecision >= 0 && trapezoidArea >= 0 && baseline >= 0 && baseline <= 1)) {
      throw new IllegalArgumentException("areas and a baseline of at least 0 are needed, not "
          + averagePrecision + ", " + trapezoidArea + " and " + baseline);
    }
  }

  /**
   * Returns the figures of scored records.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static PrecisionRecall of(RankedOutcomes outcomes) {
    outcomes.requireBothClasses("precision and recall");
    double found = 0.0;
    double bads = 0.0;
    double previous = 1.0;
    double steps = 0.0;
    double trapezoids = 0.0;
    for (int group = outcomes.groups() - 1; group >= 0; group--) {
      found += outcomes.weight(group);
      bads += outcomes.bads(group);
      double precision = Math.min(1.0, bads / found);
      steps += outcomes.bads(group) * precision;
      trapezoids += 0.5 * outcomes.bads(group) * (precision + previous);
      previous = precision;
    }
    return new PrecisionRecall(
        steps / outcomes.totalBads(), trapezoids / outcomes.totalBads(), outcomes.badRate());
  }
}
