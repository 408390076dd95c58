package io.probity.validation;

import java.util.List;
import java.util.Optional;

/**
 * How groups of a protected attribute fare beside a reference group.
 *
 * @param field the name of the attribute
 * @param reference the group that the others are compared with
 * @param usedByModel whether the PD is computed from the attribute
 * @param groups every group, in the order of its column
 */
public record FairnessFindings(
    String field, String reference, boolean usedByModel, List<Group> groups) {

  /** Below this adverse impact ratio a group should be looked at. It is no finding by itself. */
  public static final double FOUR_FIFTHS = 0.8;

  /** Copies the list. */
  public FairnessFindings {
    groups = List.copyOf(groups);
  }

  /**
   * One group.
   *
   * @param label its name
   * @param counts its records
   * @param meanPd the mean PD of its records
   * @param meanDifference the standardised mean difference of the score (of the log-odds of good where
   *     there are no scores) over the pooled standard deviation, group minus reference: below 0 where
   *     the group scores lower; with the p-value of Welch's test. Not defined for the reference
   * @param treatments what each cut-off does to the group, in the order of the settings
   * @param uncompared why the group is not compared; empty where it is
   */
  public record Group(
      String label,
      Counts counts,
      double meanPd,
      Figure meanDifference,
      List<Treatment> treatments,
      Optional<String> uncompared) {

    /** Copies the list. */
    public Group {
      treatments = List.copyOf(treatments);
    }
  }

  /**
   * What a cut-off does to a group.
   *
   * @param cutOff where the decision is made
   * @param approvalRate the share of the group that is approved
   * @param adverseImpact its approval rate over that of the reference, with the interval of Katz and
   *     the p-value of Fisher's test. Not defined for the reference
   * @param belowFourFifths whether that ratio is below four fifths: a screening figure
   * @param opportunityGap the approval rate of its goods minus that of the reference's goods: below 0
   *     where good applicants of the group are approved less often. Not defined for the reference
   */
  public record Treatment(
      CutOff cutOff,
      double approvalRate,
      Figure adverseImpact,
      boolean belowFourFifths,
      Figure opportunityGap) {}
}
