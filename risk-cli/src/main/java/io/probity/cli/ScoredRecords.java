package io.probity.cli;

import io.probity.explain.Reason;
import io.probity.explain.ScoreReasons;
import io.probity.feature.Workspace;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import io.probity.table.CsvRecords;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes records as they are, with PD, score and grade added, and reasons, loss and capital if wanted.
 * Immutable; each record is scored for itself, so it comes out the same in any block.
 */
final class ScoredRecords {

  private static final List<String> ADDED = List.of("pd", "score", "grade");
  private static final int REASONS = ScoreReasons.MOST + 1;

  private final RiskModel model;
  private final String prefix;
  private final char separator;
  private final boolean reasons;
  private final boolean neutralise;
  private final Optional<LossColumns> loss;
  private final ScoreReasons ranking;

  /**
   * Creates a writer.
   *
   * @param prefix what the names of the added columns begin with
   * @param separator what stands between the fields, on the way in and out
   * @param reasons whether reasons are added
   * @param neutralise whether cells that a spreadsheet would run are disarmed
   * @param loss the columns of loss and capital; empty for none
   */
  ScoredRecords(
      RiskModel model,
      String prefix,
      char separator,
      boolean reasons,
      boolean neutralise,
      Optional<LossColumns> loss) {
    this.model = model;
    this.prefix = prefix;
    this.separator = separator;
    this.reasons = reasons;
    this.neutralise = neutralise;
    this.loss = loss;
    this.ranking = ScoreReasons.ofCodes(model);
  }

  /** Returns a block of records with the columns added; the header stands before the first block. */
  byte[] score(CsvRecords records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (records.number() == 0) {
      writeLine(header(records.header()), out);
    }
    Scorer scorer = model.newScorer();
    Workspace workspace = model.extractor().newWorkspace();
    double[] x = new double[model.features().size()];
    int exposure = loss.map(columns -> columns.position(records.header())).orElse(-1);
    for (int row = 0; row < records.table().rows(); row++) {
      model.extractor().extractInto(records.table(), row, workspace, x);
      scorer.evaluate(x);
      if (neutralise) {
        writeFields(records.texts(row), out);
      } else {
        records.writeTo(row, out);
      }
      out.write(separator);
      List<String> results = results(scorer, x);
      if (loss.isPresent()) {
        String ead = exposure < 0 ? "1" : records.texts(row).get(exposure);
        results.addAll(loss.get().values(scorer.pd(), ead));
      }
      writeLine(results, out);
    }
    return out.toByteArray();
  }

  /** Returns the columns of the file and the added ones. */
  private List<String> header(List<String> columns) {
    List<String> header = new ArrayList<>(columns);
    for (String added : added()) {
      if (columns.contains(prefix + added)) {
        throw new InvalidInputException(new Violation(
            "header",
            "the file has a column \"" + prefix + added + "\" already",
            "",
            "name the added columns otherwise with --prefix"));
      }
      header.add(prefix + added);
    }
    return header;
  }

  private List<String> added() {
    List<String> added = new ArrayList<>(ADDED);
    for (int i = 1; reasons && i <= REASONS; i++) {
      added.add("reason_" + i);
    }
    loss.ifPresent(columns -> added.addAll(columns.names()));
    return added;
  }

  private List<String> results(Scorer scorer, double[] x) {
    List<String> results = new ArrayList<>();
    results.add(DecimalText.of(scorer.pd()));
    results.add(Integer.toString(scorer.score()));
    results.add(model.grades().name(scorer.grade()));
    if (reasons) {
      List<Reason> ranked = ranking.rank(x);
      for (int i = 0; i < REASONS; i++) {
        results.add(i < ranked.size() ? ranked.get(i).code() : "");
      }
    }
    return results;
  }

  private void writeLine(List<String> fields, ByteArrayOutputStream out) {
    writeFields(fields, out);
    out.write('\n');
  }

  private void writeFields(List<String> fields, ByteArrayOutputStream out) {
    out.writeBytes(CsvLine.of(fields, separator, neutralise).getBytes(StandardCharsets.UTF_8));
  }
}
