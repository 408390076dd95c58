package io.probity.cli;

import io.probity.table.Table;
import io.probity.validation.ModelValidation;
import io.probity.validation.ScoredSample;
import io.probity.validation.ValidationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** How scored records are divided and judged. */
final class Judging {

  private Judging() {}

  /** Returns the sample with the columns that divide it. */
  static ScoredSample divided(
      ScoredSample scored,
      Table table,
      List<GroupColumn> groups,
      List<GroupColumn> segments,
      Optional<TimeColumn> time) {
    ScoredSample sample = scored;
    List<GroupColumn> columns = new ArrayList<>(groups);
    columns.addAll(segments); // the cuts of a segment win over those of the same group
    for (GroupColumn column : columns) {
      sample = sample.withGroups(EvaluationData.groups(table, column));
    }
    return time.isPresent()
        ? sample.withDays(EvaluationData.cells(table, time.get().name()))
        : sample;
  }

  /** Judges a sample with some threads. */
  static ModelValidation validation(
      ScoredSample sample, ValidationSettings settings, int threads, Console console) {
    console.progress("validating " + sample.rows() + " records");
    ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      return ModelValidation.of(sample, settings, executor);
    } finally {
      executor.shutdown();
    }
  }
}
