package io.probity.training.binning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the levels of a category are prepared.
 *
 * @param rareShare levels with less than this share of all records, in [0, 1), are pooled
 * @param priorRecords the strength of the prior, 0 or more: a level is ordered by (bads + m r) /
 *     (records + m), where m is this number and r the bad rate of all records with a known level
 * @param together levels that stay together, whatever their bad rates; no level twice. They are never
 *     rare
 */
public record CategoryRules(double rareShare, double priorRecords, List<List<String>> together) {

  /** 1%: below it a level says little for itself. */
  public static final double DEFAULT_RARE_SHARE = 0.01;

  /** 20 records: a level of 20 stands halfway between its own bad rate and that of all. */
  public static final double DEFAULT_PRIOR_RECORDS = 20;

  /** Levels below 1% are pooled, a prior of 20 records, nothing held together. */
  public static final CategoryRules DEFAULT =
      new CategoryRules(DEFAULT_RARE_SHARE, DEFAULT_PRIOR_RECORDS, List.of());

  /** Checks that the numbers are in range and that no level is named twice. */
  public CategoryRules {
    together = together.stream().map(List::copyOf).toList();
    if (!(rareShare >= 0 && rareShare < 1)) {
      throw new IllegalArgumentException(
          "the share below which a level is rare must be in [0, 1), not " + rareShare);
    }
    if (!(priorRecords >= 0 && priorRecords <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the records of the prior must be finite and at least 0, not " + priorRecords);
    }
    Set<String> seen = new HashSet<>();
    for (List<String> group : together) {
      for (String level : group) {
        if (!seen.add(level)) {
          throw new IllegalArgumentException(
              "the level \"" + level + "\" is named twice among those that stay together");
        }
      }
    }
  }

  /** Returns these rules with another share below which a level is rare. */
  public CategoryRules withRareShare(double share) {
    return new CategoryRules(share, priorRecords, together);
  }

  /** Returns these rules with another strength of the prior. */
  public CategoryRules withPriorRecords(double records) {
    return new CategoryRules(rareShare, records, together);
  }

  /** Returns these rules with these groups of levels that stay together. */
  public CategoryRules withTogether(List<List<String>> groups) {
    return new CategoryRules(rareShare, priorRecords, groups);
  }
}
