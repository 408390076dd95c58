package io.probity.report.html;

import io.probity.validation.FairnessFindings;
import java.util.ArrayList;
import java.util.List;

/** How protected groups are treated. */
final class FairnessSection {

  private FairnessSection() {}

  static Section of(ModelReport report) {
    List<Block> blocks = new ArrayList<>();
    List<FairnessFindings> fairness = report.validation().overall().fairness();
    if (fairness.isEmpty()) {
      blocks.add(Block.warning(Words.of("fairness.none")));
    }
    for (FairnessFindings findings : fairness) {
      blocks.add(Block.text(Words.of(
          findings.usedByModel() ? "fairness.used" : "fairness.unused",
          findings.field(),
          findings.reference())));
      blocks.add(table(findings));
    }
    if (!fairness.isEmpty()) {
      blocks.add(Block.text(Words.of("fairness.note")));
    }
    return new Section("fairness", Words.of("fairness.title"), blocks);
  }

  private static Block table(FairnessFindings findings) {
    DataTable.Builder table = DataTable.of(
        Words.of("fairness.table", findings.field()),
        "column.group",
        "column.cutoff",
        ">column.records",
        ">column.badRate",
        ">column.meanPd",
        ">column.approvalRate",
        ">column.adverseImpact",
        ">column.opportunityGap");
    for (FairnessFindings.Group group : findings.groups()) {
      for (FairnessFindings.Treatment treatment : group.treatments()) {
        Cell ratio = Cell.figure(treatment.adverseImpact());
        table.add(
            Cell.text(group.label()),
            Cell.of(CutOffSection.words(treatment.cutOff())),
            Cell.count(group.counts().weight()),
            Cell.percent(group.counts().badRate()),
            Cell.percent(group.meanPd()),
            Cell.percent(treatment.approvalRate()),
            treatment.belowFourFifths() ? ratio.toned("alert") : ratio,
            Cell.figure(treatment.opportunityGap()));
      }
    }
    return table.build();
  }
}
