package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.report.ValidationReport;
import io.probity.schema.Field;
import io.probity.table.CsvReader;
import io.probity.table.CsvResult;
import io.probity.table.Table;
import io.probity.validation.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk evaluate}: how well a model does on records with known outcomes. */
@Command(
    name = "evaluate",
    description = "Validate a model on records with known outcomes.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  risk evaluate german.risk datasets/german/german.csv"})
final class EvaluateCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Parameters(index = "1", paramLabel = "CSV", description = "The records, with the target column.")
  private Path csv = Path.of("");

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RiskModel model = RiskModel.load(modelFile);
    Set<String> required = new TreeSet<>(model.extractor().inputNames());
    required.add(model
        .schema()
        .targetField()
        .map(Field::name)
        .orElseThrow(() -> new InvalidInputException(
            Violation.of(modelFile.toString(), "the model has no target field", ""))));
    CsvResult read =
        data.reader(CsvReader.strict(model.schema()).requiring(required)).read(csv);
    data.report(read, console);
    Table table = read.table();
    int[] target = table.target();
    int bads = Arrays.stream(target).sum();
    if (bads == 0 || bads == target.length) {
      throw new InvalidInputException(new Violation(
          String.valueOf(csv.getFileName()),
          "validation needs goods and bads",
          target.length + " records, " + bads + " bad",
          "add records of the other outcome"));
    }
    Validation validation = Validation.of(model.pd(table), target);
    if (json) {
      console.println(ValidationReport.json(validation));
    } else {
      console.print(ValidationReport.text(validation, console.width()));
    }
    return ExitCode.OK;
  }
}
