package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.report.Evaluation;
import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.table.CsvResult;
import io.probity.table.Table;
import io.probity.validation.BinComparison;
import io.probity.validation.ModelComparison;
import io.probity.validation.OutcomeWindow;
import io.probity.validation.SampleOrigin;
import io.probity.validation.ScoredSample;
import io.probity.validation.ValidationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk evaluate}: how well a model does on records with known outcomes. */
@Command(
    name = "evaluate",
    description = "Validate a model on records with known outcomes.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  risk evaluate german.risk datasets/german/german.csv",
      "  risk evaluate german.risk datasets/german/german.csv --segment housing --cut-off pd=0.3"
    })
final class EvaluateCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "CSV",
      description = "The records, with the target column; - for standard input.")
  private Path named = Path.of("");

  @Option(
      names = "--bins",
      description = "Compare the bins of a scorecard with those of these records.")
  private boolean withBins;

  @Option(
      names = "--against",
      paramLabel = "OTHER.risk",
      description = "Compare with another model on the same records.")
  private @Nullable Path otherFile;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Mixin
  private final EvaluationOptions options = new EvaluationOptions();

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (RecordsFile records = RecordsFile.of(named, console)) {
      return evaluate(records.path());
    }
  }

  private int evaluate(Path csv) throws IOException {
    RiskModel model = RiskModel.load(modelFile);
    EvaluationData records = new EvaluationData(model);
    options.segments().forEach(records::dividedBy);
    options.statedProtected().forEach(records::dividedBy);
    options.byTime().ifPresent(records::dividedBy);
    console.progress("reading " + named);
    CsvResult read = data.reader(records.reader(modelFile)).read(csv);
    data.report(read, console);
    Table table = read.table();
    List<GroupColumn> protectedColumns = options.protectedColumns(
        model, table.schema().fields().stream().map(Field::name).toList());
    ScoredSample sample = Judging.divided(
        records.sample(table), table, protectedColumns, options.segments(), options.byTime());
    ValidationSettings settings = options.settings(model, protectedColumns);
    Evaluation evaluation = new Evaluation(
        model,
        Judging.validation(sample, settings, threads, console),
        options.outcomeMonths().map(OptionalInt::of).orElse(OptionalInt.empty()),
        withBins ? BinComparison.of(model, sample, options.level()) : List.of(),
        other(csv, sample),
        warnings(model, table, sample));
    evaluation.warnings().forEach(warning -> console.remark("warning: " + warning));
    if (json) {
      console.println(evaluation.json());
    } else {
      console.print(evaluation.text(console.width()));
    }
    return ExitCode.OK;
  }

  /** Reads the records once more by the other model's schema, which may know other columns. */
  private Optional<Evaluation.Other> other(Path csv, ScoredSample sample) throws IOException {
    if (otherFile == null) {
      return Optional.empty();
    }
    RiskModel other = RiskModel.load(otherFile);
    EvaluationData records = new EvaluationData(other);
    Table table = data.reader(records.reader(otherFile)).read(csv).table();
    return Optional.of(new Evaluation.Other(
        other.id(), ModelComparison.of(sample, records.sample(table), options.level())));
  }

  private List<String> warnings(RiskModel model, Table table, ScoredSample sample) {
    List<String> warnings = new ArrayList<>();
    if (sample.origin() == SampleOrigin.LEARNED_FROM) {
      warnings.add("the model was trained on this file, so the figures flatter it");
    }
    for (Field weight : model.schema().fields(FieldRole.WEIGHT)) {
      if (!table.schema().has(weight.name())) {
        warnings.add("the file has no column " + weight.name() + ", so every record counts once");
      }
    }
    Optional<OutcomeWindow> window = options.window(model);
    if (window.isEmpty()) {
      return warnings;
    }
    model.schema().target().ifPresent(target -> warnings.addAll(window.get().warnings(target)));
    if (window.get().asOf().isPresent()) {
      warnings.addAll(window.get().warnings(EvaluationData.cells(table, dayColumn(table))));
    }
    return warnings;
  }

  private String dayColumn(Table table) {
    return options
        .byTime()
        .map(TimeColumn::name)
        .or(() ->
            table.schema().fields(FieldRole.DATE).stream().map(Field::name).findFirst())
        .orElseThrow(() -> new InvalidInputException(new Violation(
            "--as-of", "needs the day of each record", "", "name its column by --by-time COLUMN")));
  }
}
