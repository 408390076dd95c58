package io.probity.report.html;

import io.probity.input.DecimalText;
import io.probity.metrics.ProfitAssumptions;
import io.probity.report.FigureText;
import io.probity.validation.CutOff;
import io.probity.validation.DecisionFindings;
import java.util.ArrayList;
import java.util.List;

/** What another cut-off would do. */
final class CutOffSection {

  private static final double FIRST_REJECTED = 0.2;
  private static final double HALF = 0.5;

  private CutOffSection() {}

  static Section of(ModelReport report) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.text(Words.of("cutoff.explain")));
    blocks.add(desk(report));
    List<DecisionFindings> decisions = report.validation().overall().decisions();
    if (!decisions.isEmpty()) {
      blocks.add(confusion(decisions));
    }
    return new Section("cutoff", Words.of("cutoff.title"), blocks);
  }

  private static Block desk(ModelReport report) {
    ScoreCounts counts = ScoreCounts.of(report.sample());
    ProfitAssumptions profit = report.validation().settings().profit();
    double loss = profit.fullLoss() + HALF * (1.0 - profit.noLoss() - profit.fullLoss());
    return new Block.CutOffDesk(
        Chart.of("cutoff", Words.of("cutoff.chart"), counts::write),
        counts.cells().firstKey(),
        counts.cells().lastKey() + 1,
        counts.scoreAbove(FIRST_REJECTED),
        DecimalText.of(profit.returnOnInvestment()),
        DecimalText.of(Math.round(loss * 1e6) / 1e6));
  }

  private static Block confusion(List<DecisionFindings> decisions) {
    DataTable.Builder table = DataTable.of(
        Words.of("cutoff.confusion"),
        "column.cutoff",
        ">column.approvedGoods",
        ">column.approvedBads",
        ">column.rejectedGoods",
        ">column.rejectedBads",
        ">column.approvalRate",
        ">column.badRateApproved",
        "column.interval");
    decisions.forEach(found -> table.add(
        Cell.of(words(found.cutOff())),
        Cell.count(found.approvedGoods()),
        Cell.count(found.approvedBads()),
        Cell.count(found.rejectedGoods()),
        Cell.count(found.rejectedBads()),
        Cell.percent(found.approvalRate()),
        Cell.percent(found.badRateOfApproved()),
        Cell.interval(FigureText.interval(found.badRateOfApproved()))));
    return table.build();
  }

  static Words words(CutOff cutOff) {
    if (cutOff instanceof CutOff.GradeUpTo grade) {
      return Words.of("cutoff.grade", grade.grade());
    }
    return cutOff instanceof CutOff.ScoreFrom score
        ? Words.of("cutoff.score", Integer.toString(score.bound()))
        : Words.of("cutoff.pd", DecimalText.of(((CutOff.PdBelow) cutOff).bound()));
  }
}
