package io.probity.cli;

import io.probity.csv.CsvWork;
import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.file.WholeFile;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.profile.DataProfile;
import io.probity.profile.DataProfiler;
import io.probity.report.html.HtmlReport;
import io.probity.report.html.ModelCard;
import io.probity.report.html.ModelReport;
import io.probity.report.html.PolicyOutcomes;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.table.Table;
import io.probity.training.TrainingResult;
import io.probity.validation.BinComparison;
import io.probity.validation.ModelValidation;
import io.probity.validation.SampleOrigin;
import io.probity.validation.ScoredSample;
import io.probity.validation.TimeSlice;
import io.probity.validation.ValidationSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes reports of models and writes them. */
final class ReportFiles {

  private final Console console;
  private final int threads;

  ReportFiles(Console console, int threads) {
    this.console = console;
    this.threads = Math.max(1, threads);
  }

  /**
   * What a report is made of.
   *
   * @param name the name of the model's file
   * @param model the model
   * @param records which records it is judged on
   * @param table these records
   * @param csv the file that holds them
   * @param separator its separator
   */
  record Subject(
      String name,
      RiskModel model,
      ModelReport.Records records,
      Table table,
      Path csv,
      char separator) {}

  /**
   * Writes the page of a model that was just trained, judged on the records held out.
   *
   * @param policy the policy that decides on these records; empty for none
   */
  void ofTraining(
      Path modelFile,
      Path page,
      TrainingResult result,
      TrainingInput.Loaded data,
      Optional<Path> policy)
      throws IOException {
    boolean isHeldOut = result.split().judge().length > 0;
    int[] rows = isHeldOut ? result.split().judge() : result.split().learn();
    Subject subject = new Subject(
        String.valueOf(modelFile.getFileName()),
        result.model(),
        isHeldOut ? ModelReport.Records.HELD_OUT : ModelReport.Records.LEARNED_FROM,
        data.table().rowsAt(rows),
        data.source().csv(),
        data.source().options().separator());
    write(
        page,
        report(
            subject,
            new EvaluationOptions(),
            Optional.of(result),
            policy.isPresent()
                ? Optional.of(decisions(result.model(), policy.get(), subject.table()))
                : Optional.empty(),
            List.of()));
  }

  /** Decides on records by a policy. */
  PolicyOutcomes decisions(RiskModel model, Path policyFile, Table table) throws IOException {
    console.progress("deciding on " + table.rows() + " records");
    CreditPolicy policy = CreditPolicy.load(policyFile);
    policy.warnings().forEach(warning -> console.remark("warning: " + warning));
    return PolicyOutcomes.of(CreditEngine.of(model, policy), table);
  }

  /** Writes a page. */
  void write(Path page, ModelReport report) throws IOException {
    WholeFile.write(page, HtmlReport.page(report).getBytes(StandardCharsets.UTF_8));
    console.remark("report: " + page);
  }

  /** Writes a model card. */
  void writeCard(Path card, ModelReport report) throws IOException {
    WholeFile.write(card, ModelCard.of(report).markdown().getBytes(StandardCharsets.UTF_8));
    console.remark("model card: " + card);
  }

  /** Judges the records and puts the report together. */
  ModelReport report(
      Subject subject,
      EvaluationOptions options,
      Optional<TrainingResult> training,
      Optional<PolicyOutcomes> decisions,
      List<String> warnings)
      throws IOException {
    RiskModel model = subject.model();
    Table table = subject.table();
    List<GroupColumn> groups = options.protectedColumns(
        model, table.schema().fields().stream().map(Field::name).toList());
    Optional<TimeColumn> time = options.byTime().or(() -> dateColumn(table));
    ScoredSample scored = ScoredSample.of(model, table)
        .withOrigin(
            subject.records() == ModelReport.Records.LEARNED_FROM
                ? SampleOrigin.LEARNED_FROM
                : SampleOrigin.OTHER_RECORDS);
    ScoredSample sample = Judging.divided(scored, table, groups, options.segments(), time);
    ValidationSettings settings = options.settings(model, groups);
    if (time.isPresent()) {
      settings = settings.withSlices(settings.slices().withLength(time.get().length()));
    }
    ModelValidation validation = Judging.validation(sample, settings, threads, console);
    Map<String, String> digests = new LinkedHashMap<>();
    digests.put(String.valueOf(subject.csv().getFileName()), table.sha256());
    return new ModelReport(
        subject.name(),
        model,
        subject.records(),
        sample,
        validation,
        model.predictor() instanceof Scorecard
            ? BinComparison.of(model, sample, options.level())
            : List.of(),
        Optional.of(profile(subject)),
        training,
        decisions,
        digests,
        warnings);
  }

  private static Optional<TimeColumn> dateColumn(Table table) {
    return table.schema().fields(FieldRole.DATE).stream()
        .filter(field -> field.kind() == FieldKind.DATE)
        .findFirst()
        .map(field -> new TimeColumn(field.name(), TimeSlice.QUARTER));
  }

  private DataProfile profile(Subject subject) throws IOException {
    console.progress("profiling " + subject.csv());
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      return DataProfiler.profile(
          List.of(subject.csv()),
          subject.separator(),
          subject.model().schema().targetField().map(Field::name),
          new CsvWork(executor, threads));
    } finally {
      executor.shutdown();
    }
  }
}
