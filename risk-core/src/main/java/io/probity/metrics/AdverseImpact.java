package io.probity.metrics;

/**
 * The adverse impact ratio (AIR): the approval rate of a group over that of the reference group.
 *
 * <p>A ratio below four fifths is a screening figure, not a finding.
 *
 * @param approved applicants of the group who were approved, 0 or more
 * @param applicants of the group, at least one
 * @param referenceApproved applicants of the reference group who were approved
 * @param referenceApplicants of the reference group, at least one
 */
public record AdverseImpact(
    double approved, double applicants, double referenceApproved, double referenceApplicants) {

  /** Checks that both rates are defined. */
  public AdverseImpact {
    if (!(approved >= 0 && approved <= applicants && applicants > 0)
        || !(referenceApproved >= 0
            && referenceApproved <= referenceApplicants
            && referenceApplicants > 0)
        || !(applicants + referenceApplicants <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "each group needs applicants, and at most as many approved,"
              + " not " + approved + " of " + applicants + " and " + referenceApproved + " of "
              + referenceApplicants);
    }
  }

  /** Returns the approval rate of the group, in [0, 1]. */
  public double rate() {
    return approved / applicants;
  }

  /** Returns the approval rate of the reference group, in [0, 1]. */
  public double referenceRate() {
    return referenceApproved / referenceApplicants;
  }

  /**
   * Returns the ratio of the rates, 0 or more; 1 is equal treatment.
   *
   * @throws IllegalArgumentException if nobody of the reference group was approved
   */
  public double ratio() {
    if (!(referenceApproved > 0)) {
      throw new IllegalArgumentException(
          "an adverse impact ratio needs an approved applicant in the reference group");
    }
    return rate() / referenceRate();
  }

  /**
   * Returns the interval that is normal in the logarithm of the ratio.
   *
   * <p>Source: Katz, Baptista, Azen, Pike, Obtaining confidence intervals for the risk ratio in
   * cohort studies, 1978.
   *
   * @throws IllegalArgumentException if nobody of one of the groups was approved
   */
  public Interval interval(double level) {
    if (!(approved > 0 && referenceApproved > 0)) {
      throw new IllegalArgumentException(
          "the interval of the adverse impact ratio needs an approved applicant in each group");
    }
    double variance =
        1.0 / approved - 1.0 / applicants + 1.0 / referenceApproved - 1.0 / referenceApplicants;
    double factor =
        StrictMath.exp(Level.standardErrors(level) * Math.sqrt(Math.max(0.0, variance)));
    return new Interval(ratio() / factor, ratio() * factor);
  }

  /** Returns the approval rate of the group minus that of the reference: below 0 is worse. */
  public double rateDifference() {
    return rate() - referenceRate();
  }

  /**
   * Returns the odds of denial of the group over those of the reference; above 1 is worse, positive
   * infinity where only the divisor is 0.
   *
   * @throws IllegalArgumentException if everybody or nobody was approved
   */
  public double denialOddsRatio() {
    return new TwoByTwo(
            applicants - approved,
            approved,
            referenceApplicants - referenceApproved,
            referenceApproved)
        .oddsRatio();
  }

  /** Returns the table of approvals, group first, for the tests of {@link TwoByTwo}. */
  public TwoByTwo approvals() {
    return new TwoByTwo(
        approved,
        applicants - approved,
        referenceApproved,
        referenceApplicants - referenceApproved);
  }
}
