package io.probity.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.report.ShapesReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk shapes}: shows or exports the points table of a model. */
@Command(
    name = "shapes",
    description = "Show or export the points table of a scorecard or an additive model.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The bins are numbered as changes by hand name them: risk train --edit edits.json.",
      "",
      "Examples:",
      "  risk shapes german.risk",
      "  risk shapes german.risk --feature duration_months",
      "  risk shapes german.risk --out shapes.csv"
    })
final class ShapesCommand implements Callable<Integer> {

  private static final String CSV = ".csv";
  private static final String JSON = ".json";

  @Parameters(index = "0", paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Option(
      names = "--feature",
      paramLabel = "COLUMN",
      split = ",",
      description = "Show only these features, and pairs of them.")
  private List<String> features = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the table to FILE.csv or FILE.json instead of printing it.")
  private @Nullable Path out;

  @Option(names = "--csv", description = "Print one CSV record a bin, and one a cell of a pair.")
  private boolean csv;

  @Option(names = "--json", description = "Print the table as JSON.")
  private boolean json;

  private final Console console;

  ShapesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RiskModel model = RiskModel.load(modelFile);
    ShapesReport report = new ShapesReport(model, Set.copyOf(features));
    checkNames(model.features());
    if (out != null) {
      write(report, out);
    } else if (json) {
      console.println(report.json());
    } else if (csv) {
      writeCsv(report, console.out());
    } else {
      console.print(report.text(console.width()));
    }
    return ExitCode.OK;
  }

  private void checkNames(List<String> known) {
    for (String name : features) {
      if (!known.contains(name)) {
        throw new InvalidInputException(new Violation(
            "--feature",
            "\"" + name + "\" is no feature of the model",
            "",
            NearestName.remedy(name, known)));
      }
    }
  }

  private void write(ShapesReport report, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(JSON)) {
      WholeFile.write(file, (report.json() + "\n").getBytes(StandardCharsets.UTF_8));
    } else if (name.endsWith(CSV)) {
      try (WholeFile whole = WholeFile.create(file)) {
        writeCsv(report, whole.stream());
        whole.commit();
      }
    } else {
      throw new InvalidInputException(new Violation(
          "--out", "the table is written as CSV or JSON", name, "end the name in .csv or .json"));
    }
    console.remark("points table: " + file);
  }

  private static void writeCsv(ShapesReport report, OutputStream target) throws IOException {
    CsvWriter writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target, StandardCharsets.UTF_8);
    writer.writeRecord(ShapesReport.CSV_HEADER);
    report.csv().forEach(writer::writeRecord);
    writer.flush();
  }
}
