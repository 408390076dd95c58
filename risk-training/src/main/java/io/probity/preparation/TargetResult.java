package io.probity.preparation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a panel says.
 *
 * @param definition the definition that was applied
 * @param outcomes how many loans are of each outcome
 * @param records how many records the panel has
 * @param loansWithGaps how many loans lack months between months on book 1 and their last one
 * @param rejected how many loans were set aside
 * @param cohorts the loans by month of opening, in order
 * @param rollRates how they moved
 * @param ignoredColumns the columns of the panel that nobody knows
 */
public record TargetResult(
    DefaultDefinition definition,
    Map<LoanOutcome, Long> outcomes,
    long records,
    long loansWithGaps,
    long rejected,
    List<Cohort> cohorts,
    RollRates rollRates,
    List<String> ignoredColumns) {

  /** Copies the collections. */
  public TargetResult {
    Map<LoanOutcome, Long> all = new EnumMap<>(LoanOutcome.class);
    for (LoanOutcome outcome : LoanOutcome.values()) {
      all.put(outcome, outcomes.getOrDefault(outcome, 0L));
    }
    outcomes = Map.copyOf(all);
    cohorts = List.copyOf(cohorts);
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  /** Returns how many loans are of an outcome. */
  public long count(LoanOutcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** Returns the share of bads among goods and bads; NaN without either. */
  public double badRate() {
    long known = count(LoanOutcome.GOOD) + count(LoanOutcome.BAD);
    return known == 0 ? Double.NaN : (double) count(LoanOutcome.BAD) / known;
  }
}
