package io.probity.portfolio;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * What a strategy does with a group of applicants.
 *
 * @param applicants how many
 * @param approved how many are offered a limit
 * @param expectedBadRate the mean PD of the approved; empty where nobody is
 * @param observedBadRate the share of bads among the approved whose outcome is known; empty where
 *     none is
 * @param exposure the sum of the limits
 * @param expectedLoss the sum over the approved
 * @param capital the sum over the approved
 * @param profit the sum over the approved
 */
public record StrategyFigures(
    int applicants,
    int approved,
    OptionalDouble expectedBadRate,
    OptionalDouble observedBadRate,
    double exposure,
    double expectedLoss,
    double capital,
    double profit) {

  /** What stands for an outcome that is not known. */
  public static final int UNKNOWN = -1;

  /**
   * Adds up a group.
   *
   * @param cases one an applicant
   * @param bad one an applicant: 1 bad, 0 good, {@value #UNKNOWN} not known
   * @param member whether an applicant, by position, belongs to the group
   */
  public static StrategyFigures of(List<DecidedCase> cases, int[] bad, IntPredicate member) {
    if (cases.size() != bad.length) {
      throw new IllegalArgumentException(
          "each case needs an outcome, not " + cases.size() + " and " + bad.length);
    }
    int applicants = 0;
    int approved = 0;
    int known = 0;
    int bads = 0;
    double pd = 0.0;
    double exposure = 0.0;
    double loss = 0.0;
    double capital = 0.0;
    double profit = 0.0;
    for (int i = 0; i < bad.length; i++) {
      if (!member.test(i)) {
        continue;
      }
      applicants++;
      DecidedCase one = cases.get(i);
      if (one.approved()) {
        approved++;
        pd += one.pd();
        exposure += one.limit();
        loss += one.expectedLoss();
        capital += one.capital();
        profit += one.profit();
        known += bad[i] == UNKNOWN ? 0 : 1;
        bads += bad[i] == 1 ? 1 : 0;
      }
    }
    return new StrategyFigures(
        applicants,
        approved,
        approved == 0 ? OptionalDouble.empty() : OptionalDouble.of(pd / approved),
        known == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) bads / known),
        exposure,
        loss,
        capital,
        profit);
  }

  /** Returns the share that is approved; 0 of nobody. */
  public double approvalRate() {
    return applicants == 0 ? 0 : (double) approved / applicants;
  }
}
