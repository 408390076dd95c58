package io.probity.metrics;

/**
 * Decisions about one group of applicants beside what became of them. The outcome of rejected
 * applicants must be known or inferred, and by the same rule in every group.
 *
 * @param approvedGoods goods who were approved
 * @param goods all goods, at least as many
 * @param approvedBads bads who were approved
 * @param bads all bads, at least as many
 */
public record ApprovalOutcomes(
    double approvedGoods, double goods, double approvedBads, double bads) {

  /** Checks that no more are approved than there are. */
  public ApprovalOutcomes {
    if (!(approvedGoods >= 0 && approvedGoods <= goods)
        || !(approvedBads >= 0 && approvedBads <= bads)
        || !(goods + bads > 0 && goods + bads <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "a group needs applicants, and at most as many approved, not " + approvedGoods + " of "
              + goods + " goods and " + approvedBads + " of " + bads + " bads");
    }
  }

  /**
   * Counts the applicants of a group.
   *
   * @param approved of each applicant, whether approved
   * @param target of each applicant, 1 for bad and 0 for good
   */
  public static ApprovalOutcomes of(boolean[] approved, int[] target) {
    if (approved.length != target.length) {
      throw new IllegalArgumentException("each applicant needs a decision and a target, not "
          + approved.length + " and " + target.length);
    }
    int[] all = new int[2];
    int[] taken = new int[2];
    for (int i = 0; i < target.length; i++) {
      if (target[i] != 0 && target[i] != 1) {
        throw new IllegalArgumentException(
            "target must be 0 for good or 1 for bad, but row " + i + " has " + target[i]);
      }
      all[target[i]]++;
      taken[target[i]] += approved[i] ? 1 : 0;
    }
    return new ApprovalOutcomes(taken[0], all[0], taken[1], all[1]);
  }

  /** Returns the share of all applicants who were approved. */
  public double approvalRate() {
    return (approvedGoods + approvedBads) / (goods + bads);
  }

  /**
   * Returns the share of goods who were approved: the true positive rate, good being the favourable
   * class.
   *
   * @throws IllegalArgumentException if there are no goods
   */
  public double truePositiveRate() {
    return share(approvedGoods, goods, "true positive rate", "goods");
  }

  /**
   * Returns the share of bads who were approved: the false positive rate.
   *
   * @throws IllegalArgumentException if there are no bads
   */
  public double falsePositiveRate() {
    return share(approvedBads, bads, "false positive rate", "bads");
  }

  /**
   * Returns the share of goods among the approved: the positive predictive value.
   *
   * @throws IllegalArgumentException if nobody was approved
   */
  public double positivePredictiveValue() {
    return share(
        approvedGoods, approvedGoods + approvedBads, "positive predictive value", "approved");
  }

  private static double share(double part, double whole, String figure, String who) {
    if (!(whole > 0)) {
      throw new IllegalArgumentException(
          "the " + figure + " of a group needs at least one of its " + who);
    }
    return part / whole;
  }
}
