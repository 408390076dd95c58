package io.probity.metrics;

/**
 * How differently two groups are treated given what becomes of them. All differences are group
 * minus reference, in [-1, 1], and 0 for equal treatment.
 *
 * <p>Source: Hardt, Price, Srebro, Equality of opportunity in supervised learning, 2016.
 *
 * @param group decisions and outcomes of the group
 * @param reference the same of the reference group
 */
public record EqualOpportunity(ApprovalOutcomes group, ApprovalOutcomes reference) {

  /**
   * Returns the difference of the approval rates of goods: below 0 if good applicants of the group
   * are approved less often.
   *
   * @throws IllegalArgumentException if a group has no goods
   */
  public double difference() {
    return group.truePositiveRate() - reference.truePositiveRate();
  }

  /**
   * Returns the difference of the approval rates of bads.
   *
   * @throws IllegalArgumentException if a group has no bads
   */
  public double falsePositiveDifference() {
    return group.falsePositiveRate() - reference.falsePositiveRate();
  }

  /** Returns the mean of the two differences; both classes are needed in both groups. */
  public double averageOddsDifference() {
    return 0.5 * (difference() + falsePositiveDifference());
  }

  /** Returns the larger of the two differences without its sign (equalised odds), in [0, 1]. */
  public double equalisedOddsDifference() {
    return Math.max(Math.abs(difference()), Math.abs(falsePositiveDifference()));
  }

  /**
   * Returns the difference of the shares of goods among the approved.
   *
   * @throws IllegalArgumentException if nobody of a group was approved
   */
  public double predictiveParityDifference() {
    return group.positivePredictiveValue() - reference.positivePredictiveValue();
  }
}
