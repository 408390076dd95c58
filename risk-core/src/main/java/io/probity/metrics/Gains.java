package io.probity.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of the bads stand among the riskiest records: gains (capture rates) and lift. Immutable.
 *
 * <p>A block of tied records that straddles a cut is counted pro rata, so that no figure depends on
 * the order of rows.
 */
public final class Gains {

  private final RankedOutcomes outcomes;

  private Gains(RankedOutcomes outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * One row of a gains table.
   *
   * @param share the riskiest share of records, in (0, 1]
   * @param capture the share of all bads among them
   * @param lift capture / share
   * @param badRate the share of bads among them
   */
  public record Row(double share, double capture, double lift, double badRate) {}

  /**
   * Returns the gains of scored records.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static Gains of(RankedOutcomes outcomes) {
    return new Gains(outcomes.requireBothClasses("a gains table"));
  }

  /** Returns the share of all bads that stand among the riskiest share of records, in (0, 1]. */
  public double capture(double share) {
    return row(share).capture();
  }

  /** Returns how many times more bads the riskiest share of records holds than chance would. */
  public double lift(double share) {
    return row(share).lift();
  }

  /** Returns the row of one share of records, in (0, 1]. */
  public Row row(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the riskiest share of records must be above 0 and at most 1, not " + share);
    }
    double wanted = share * outcomes.totalWeight();
    double left = wanted;
    double bads = 0.0;
    for (int group = outcomes.groups() - 1; group >= 0 && left > 0; group--) {
      double weight = outcomes.weight(group);
      bads += left >= weight ? outcomes.bads(group) : outcomes.bads(group) * (left / weight);
      left -= weight;
    }
    double capture = Math.min(1.0, bads / outcomes.totalBads());
    return new Row(share, capture, capture / share, Math.min(1.0, bads / wanted));
  }

  /** Returns the rows of the riskiest 1/parts, 2/parts, ... of the records, all of them last. */
  public List<Row> table(int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("a gains table needs at least 1 part, not " + parts);
    }
    List<Row> rows = new ArrayList<>(parts);
    for (int part = 1; part <= parts; part++) {
      rows.add(row((double) part / parts));
    }
    return List.copyOf(rows);
  }
}
