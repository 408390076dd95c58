package io.probity.report.html;

import io.probity.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a policy makes of the records. */
final class DecisionsSection {

  private DecisionsSection() {}

  static Section of(PolicyOutcomes decisions) {
    List<Block> blocks = new ArrayList<>();
    int all =
        decisions.outcomes().stream().mapToInt(PolicyOutcomes.Row::records).sum();
    blocks.add(
        Block.text(Words.of("decisions.policy", decisions.policy(), Figures.count((long) all))));
    DataTable.Builder table = DataTable.of(
        Words.of("decisions.table"),
        "column.outcome",
        ">column.records",
        ">column.share",
        ">column.meanPd",
        ">column.badRate",
        ">column.meanLimit");
    for (PolicyOutcomes.Row row : decisions.outcomes()) {
      double limit = row.meanLimit().doubleValue();
      table.add(
          Cell.of(Words.of("outcome." + row.outcome().name().toLowerCase(Locale.ROOT))),
          Cell.count(row.records()),
          Cell.percent((double) row.records() / all),
          Cell.percent(row.meanPd()),
          Cell.percent(row.badRate()),
          limit > 0
              ? Cell.number(limit, decisions.currency() + " " + Figures.count(limit))
              : Cell.EMPTY);
    }
    blocks.add(table.build());
    DataTable.Builder rules =
        DataTable.of(Words.of("decisions.knockOuts"), "column.rule", ">column.records");
    decisions
        .knockOuts()
        .forEach((rule, records) -> rules.add(Cell.text(rule), Cell.count((double) records)));
    DataTable knockOuts = rules.build();
    if (!knockOuts.isEmpty()) {
      blocks.add(knockOuts);
    }
    return new Section("decisions", Words.of("decisions.title"), blocks);
  }
}
