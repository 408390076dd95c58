package io.probity.cli;

import io.probity.file.WholeFile;
import io.probity.preparation.CatalogFeatures;
import io.probity.preparation.HistoryFile;
import io.probity.preparation.HistoryJoin;
import io.probity.preparation.JoinResult;
import io.probity.preparation.MacroFile;
import io.probity.preparation.MacroSeries;
import io.probity.schema.FieldKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code risk features}: from raw history to a training table. */
@Command(
    name = "features",
    description =
        "Join the files of a lender's history and compute the features of every application.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk features --applications applications.csv --income incomes.csv \\",
      "    --tradelines tradelines.csv --payments payments.csv --inquiries inquiries.csv \\",
      "    --macro macro.csv --target target.csv --labelled --out features.csv",
      "",
      "The columns of the files are specified in docs/history-files.md."
    })
final class FeaturesCommand implements Callable<Integer> {

  private static final double MEGABYTES = 2e6; // every byte is worked on twice

  @Option(
      names = "--applications",
      required = true,
      paramLabel = "A.csv",
      description = "The applications.")
  private Path applications = Path.of("");

  @Option(names = "--income", paramLabel = "I.csv", description = "The payments received.")
  private @Nullable Path income;

  @Option(names = "--tradelines", paramLabel = "T.csv", description = "The earlier credits.")
  private @Nullable Path tradelines;

  @Option(names = "--payments", paramLabel = "P.csv", description = "The months of the credits.")
  private @Nullable Path payments;

  @Option(names = "--inquiries", paramLabel = "Q.csv", description = "The inquiries.")
  private @Nullable Path inquiries;

  @Option(
      names = "--macro",
      paramLabel = "E.csv",
      description =
          "The economy by month; each application gets what was published before its day.")
  private @Nullable Path macro;

  @Option(
      names = "--target",
      paramLabel = "T.csv",
      description = "The targets, as risk target writes them; written beside the features.")
  private @Nullable Path target;

  @Option(
      names = "--labelled",
      description = "Write only the applications that have a target, and count the others.")
  private boolean labelled;

  @Option(
      names = "--features",
      paramLabel = "ID",
      split = ",",
      description = "The features of the catalogue that are computed. Default: all.")
  private List<String> wanted = List.of();

  @Option(
      names = "--field",
      paramLabel = "COLUMN=KIND",
      split = ",",
      description =
          "Columns of the applications file that are features of the lender's own, each with its kind:"
              + " number, category or date. They are written beside the features, and into the schema.")
  private Map<String, FieldKind> ownFields = new LinkedHashMap<>();

  @Option(
      names = "--pass",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns of the applications file that are written beside the features.")
  private List<String> pass = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the training table goes; its schema is written beside it.")
  private Path out = Path.of("");

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  FeaturesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Map<HistoryFile, Path> files = new EnumMap<>(HistoryFile.class);
    files.put(HistoryFile.APPLICATIONS, applications);
    put(files, HistoryFile.INCOMES, income);
    put(files, HistoryFile.TRADELINES, tradelines);
    put(files, HistoryFile.PAYMENTS, payments);
    put(files, HistoryFile.INQUIRIES, inquiries);
    MacroSeries economy =
        macro == null ? MacroSeries.none() : MacroFile.read(macro, data.separator());
    CatalogFeatures features =
        wanted.isEmpty() ? CatalogFeatures.all() : CatalogFeatures.of(wanted);
    HistoryTable table = new HistoryTable(features, target != null, pass, ownFields);
    ProgressLine progress = new ProgressLine(console, "MB", MEGABYTES, System::nanoTime);
    HistoryJoin join = HistoryJoin.of(files)
        .withTargets(target)
        .withEconomy(economy)
        .withPassThrough(table.passThrough())
        .withMode(data.mode())
        .withSeparator(data.separator());
    JoinResult result = (labelled ? join.withLabelledOnly() : join).run(features, out, progress);
    Path schemaFile = HistoryTable.schemaBeside(out);
    WholeFile.write(schemaFile, table.schema().toJson().getBytes(StandardCharsets.UTF_8));
    report(result, features, progress);
    console.remark("schema: " + schemaFile);
    return ExitCode.OK;
  }

  private void report(JoinResult result, CatalogFeatures features, ProgressLine progress) {
    console.println(String.format(
        Locale.ROOT,
        "%,d applications with %d features each: %s",
        result.written(),
        features.names().size(),
        out));
    if (result.unlabelled() > 0) {
      console.remark(String.format(
          Locale.ROOT, "%,d applications without a target were left out", result.unlabelled()));
    }
    new TreeMap<>(result.ignoredColumns())
        .forEach((file, columns) ->
            console.remark(file + ": ignored columns: " + String.join(", ", columns)));
    new TreeMap<>(result.unknown())
        .forEach((file, unknown) -> console.remark(String.format(
            Locale.ROOT,
            "%s: %,d records of unknown applications were left out, the first at %s: %s",
            file,
            unknown.records(),
            unknown.firstPlace(),
            unknown.firstId())));
    data.reportRejected(result.rejected(), "applications", console);
    long records = result.records().values().stream().mapToLong(Long::longValue).sum();
    console.remark(
        String.format(Locale.ROOT, "%,d records in %d s", records, Math.round(progress.seconds())));
  }

  private static void put(Map<HistoryFile, Path> files, HistoryFile kind, @Nullable Path file) {
    if (file != null) {
      files.put(kind, file);
    }
  }
}
