package io.probity.validation;

import io.probity.metrics.Proportion;

/**
 * What a cut-off would have done to these records, all of whose outcomes are known.
 *
 * @param cutOff where the decision is made
 * @param approvedGoods the weight of goods approved
 * @param approvedBads the weight of bads approved
 * @param rejectedGoods the weight of goods rejected
 * @param rejectedBads the weight of bads rejected
 * @param approvalRate the share of records approved
 * @param badRateOfApproved the share of bads among the approved
 * @param badsRejected the share of all bads that are rejected
 * @param goodsRejected the share of all goods that are rejected
 */
public record DecisionFindings(
    CutOff cutOff,
    double approvedGoods,
    double approvedBads,
    double rejectedGoods,
    double rejectedBads,
    Figure approvalRate,
    Figure badRateOfApproved,
    Figure badsRejected,
    Figure goodsRejected) {

  /** Judges a cut-off; one that the sample cannot apply is refused. */
  static DecisionFindings of(ScoredSample sample, CutOff cutOff, double level) {
    Approvals all = Approvals.of(sample, cutOff.approvals(sample), row -> true);
    boolean whole = sample.hasWholeWeights();
    double rejectedGoods = all.goods() - all.approvedGoods();
    double rejectedBads = all.bads() - all.approvedBads();
    return new DecisionFindings(
        cutOff,
        all.approvedGoods(),
        all.approvedBads(),
        rejectedGoods,
        rejectedBads,
        share(all.approved(), all.applicants(), "records", whole, level),
        share(all.approvedBads(), all.approved(), "approved records", whole, level),
        share(rejectedBads, all.bads(), "bads", whole, level),
        share(rejectedGoods, all.goods(), "goods", whole, level));
  }

  private static Figure share(
      double events, double trials, String what, boolean whole, double level) {
    if (!(trials > 0)) {
      return new Figure.Undefined("there are no " + what);
    }
    Proportion share = new Proportion(Math.min(events, trials), trials);
    Figure.Known value = Figure.of(share.value());
    return whole
        ? value.within(share.wilson(level), IntervalMethod.WILSON)
        : value.noting("no interval, since weights are not whole");
  }
}
