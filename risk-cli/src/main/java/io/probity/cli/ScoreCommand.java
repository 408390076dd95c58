package io.probity.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.feature.Workspace;
import io.probity.file.WholeFile;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import io.probity.table.CsvReader;
import io.probity.table.CsvStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk score}: adds PD, score and grade to each record of a CSV. */
@Command(
    name = "score",
    description = "Add PD, score and grade to each record of a CSV.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  risk score german.risk datasets/german/german.csv --out scored.csv"
    })
final class ScoreCommand implements Callable<Integer> {

  private static final List<String> ADDED = List.of("pd", "score", "grade");

  @Parameters(index = "0", paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Parameters(index = "1", paramLabel = "CSV", description = "The records.")
  private Path csv = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the scored records go; - for standard output.")
  private String out = "-";

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "Put before the names of the added columns pd, score and grade.")
  private String prefix = "";

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  ScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RiskModel model = RiskModel.load(modelFile);
    CsvReader reader = data.reader(
        CsvReader.strict(model.schema()).requiring(Set.copyOf(model.extractor().inputNames())));
    if (out.equals("-")) {
      score(model, reader, console.out());
      console.out().flush();
      return ExitCode.OK;
    }
    try (WholeFile file = WholeFile.create(Path.of(out))) {
      long scored = score(model, reader, file.stream());
      file.commit();
      console.remark(scored + " records scored: " + out);
    }
    return ExitCode.OK;
  }

  private long score(RiskModel model, CsvReader reader, OutputStream target) throws IOException {
    CsvWriter writer = CsvWriter.builder()
        .fieldSeparator(data.separator())
        .lineDelimiter(LineDelimiter.LF)
        .build(target, StandardCharsets.UTF_8);
    try (CsvStream records = reader.stream(csv)) {
      List<String> header = new ArrayList<>(records.header());
      for (String added : ADDED) {
        if (header.contains(prefix + added)) {
          throw new InvalidInputException(new Violation(
              String.valueOf(csv.getFileName()),
              "the file has a column \"" + prefix + added + "\" already",
              "",
              "name the added columns otherwise with --prefix"));
        }
        header.add(prefix + added);
      }
      writer.writeRecord(header);
      Scorer result = model.newScorer();
      Workspace workspace = model.extractor().newWorkspace();
      double[] x = new double[model.features().size()];
      while (records.advance()) {
        model.extractor().extractInto(records, workspace, x);
        result.evaluate(x);
        List<String> fields = new ArrayList<>(records.texts());
        fields.add(DecimalText.of(result.pd()));
        fields.add(Integer.toString(result.score()));
        fields.add(model.grades().name(result.grade()));
        writer.writeRecord(fields);
      }
      records.finish();
      writer.flush();
      return records.accepted();
    }
  }
}
