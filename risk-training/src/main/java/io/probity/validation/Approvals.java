package io.probity.validation;

import io.probity.metrics.ApprovalOutcomes;
import java.util.function.IntPredicate;

/** The weights of goods and bads in a group, and of those who are approved. */
record Approvals(double approvedGoods, double goods, double approvedBads, double bads) {

  /** Counts the records for which a condition on their position holds. */
  static Approvals of(ScoredSample sample, boolean[] approved, IntPredicate member) {
    double[] all = new double[2];
    double[] taken = new double[2];
    for (int row = 0; row < approved.length; row++) {
      if (member.test(row)) {
        int kind = sample.isBad(row) ? 1 : 0;
        all[kind] += sample.weight(row);
        taken[kind] += approved[row] ? sample.weight(row) : 0.0;
      }
    }
    return new Approvals(taken[0], all[0], taken[1], all[1]);
  }

  double approved() {
    return approvedGoods + approvedBads;
  }

  double applicants() {
    return goods + bads;
  }

  ApprovalOutcomes outcomes() {
    return new ApprovalOutcomes(approvedGoods, goods, approvedBads, bads);
  }
}
