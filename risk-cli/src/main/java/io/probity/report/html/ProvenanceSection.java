package io.probity.report.html;

import io.probity.model.ProbityVersion;
import io.probity.report.Figures;
import java.util.List;

/** What the figures can be traced to. */
final class ProvenanceSection {

  private ProvenanceSection() {}

  static Section of(ModelReport report) {
    DataTable.Builder table =
        DataTable.of(Words.of("provenance.table"), "column.what", "column.value");
    table.add(Cell.of(Words.of("provenance.model")), code(report.model().id()));
    table.add(
        Cell.of(Words.of("provenance.data")), code(report.model().trainingData().sha256()));
    table.add(
        Cell.of(Words.of("provenance.rows")),
        Cell.text(Figures.count(report.model().trainingData().rows()) + " / "
            + Figures.count(report.model().trainingData().bads())));
    table.add(
        Cell.of(Words.of("provenance.schema")), code(report.model().schema().sha256()));
    report.digests().forEach((name, digest) -> table.add(Cell.text(name), code(digest)));
    table.add(
        Cell.of(Words.of("provenance.probity")), Cell.text("Probity " + ProbityVersion.version()));
    table.add(Cell.of(Words.of("provenance.plan")), code(report.model().plan()).toned("source"));
    report
        .training()
        .ifPresent(training ->
            table.add(Cell.of(Words.of("provenance.run")), code(training.run()).toned("source")));
    return new Section("provenance", Words.of("provenance.title"), List.of(table.build()));
  }

  private static Cell code(String text) {
    return Cell.text(text).toned("code");
  }
}
