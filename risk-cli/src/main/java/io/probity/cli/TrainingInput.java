package io.probity.cli;

import io.probity.csv.CsvWork;
import io.probity.feature.FeatureCatalog;
import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import io.probity.table.CsvReader;
import io.probity.table.CsvResult;
import io.probity.table.SchemaInference;
import io.probity.table.Table;
import io.probity.training.PlanData;
import io.probity.training.TrainingPlan;
import io.probity.training.honesty.Finding;
import io.probity.training.honesty.MemoryForecast;
import io.probity.training.scorecard.ScorecardSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The records to learn from and their data dictionary, by options or by the data of a plan. */
final class TrainingInput {

  private static final String SCHEMA_NAME = "schema.json";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CSV",
      description = "The records to learn from: a file, compressed by gzip or not, or a folder."
          + " Default: those of the plan.")
  private @Nullable Path csv;

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "The column that is 1 for bad and 0 for good. Default: the schema's target.")
  private @Nullable String target;

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "The column that holds the weight of a record. Default: the schema's.")
  private @Nullable String weight;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The data dictionary. Default: schema.json beside the CSV, else one is inferred"
          + " and written beside what comes out.")
  private @Nullable Path schemaFile;

  @Option(
      names = "--horizon",
      paramLabel = "MONTHS",
      description = "The months within which the target counts. Default: the schema's, else 12.")
  private @Nullable Integer horizon;

  @Mixin
  private final DataOptions options = new DataOptions();

  /** Where a schema came from. */
  enum Origin {
    STATED,
    BESIDE_THE_CSV,
    INFERRED
  }

  /**
   * Where the records are and what their columns mean.
   *
   * @param csv the file of the records
   * @param schemaFile the data dictionary; where it was inferred, where it should be written
   * @param reader reads the records
   * @param features how many features the plan lets learn
   */
  record Source(
      Path csv, Path schemaFile, Origin origin, CsvReader reader, PlanData options, int features) {

    Schema schema() {
      return reader.schema();
    }

    /** Tells where the schema is, and writes it where it was inferred. */
    void settleSchema(Console console) throws IOException {
      if (origin == Origin.INFERRED) {
        WholeFile.write(schemaFile, schema().toJson().getBytes(StandardCharsets.UTF_8));
        console.remark(
            "the schema was inferred; look at " + schemaFile + ", edit it and train again");
      } else if (origin == Origin.BESIDE_THE_CSV) {
        console.remark("schema: " + schemaFile);
      }
    }

    /** Returns whether the records are read in passes. */
    boolean streamed() {
      return options.streamed();
    }

    /** Returns the data of a plan that is written to a folder. */
    PlanData dataFrom(Path folder) {
      return new PlanData(
          seenFrom(folder, csv),
          seenFrom(folder, schemaFile),
          options.target(),
          options.weight(),
          options.horizonMonths(),
          options.separator(),
          options.streamed());
    }

    private static String seenFrom(Path folder, Path file) {
      Path base = folder.toAbsolutePath().normalize();
      Path whole = file.toAbsolutePath().normalize();
      boolean related = whole.getRoot() != null && whole.getRoot().equals(base.getRoot());
      return (related ? base.relativize(whole) : whole).toString().replace('\\', '/');
    }
  }

  /**
   * The records.
   *
   * @param source where they came from
   */
  record Loaded(Source source, Table table) {

    Schema schema() {
      return source.schema();
    }
  }

  /**
   * Reads the records.
   *
   * @param plan whose data options override; an ignored field that its split reads is kept
   * @param planFolder where its paths start
   * @param inferredSchema where an inferred schema is to be written
   * @param work the threads that read
   */
  Loaded load(
      TrainingPlan plan, Path planFolder, Path inferredSchema, CsvWork work, Console console)
      throws IOException {
    return load(source(plan, planFolder, inferredSchema, false), work, console);
  }

  /** Reads the records of a source. */
  Loaded load(Source source, CsvWork work, Console console) throws IOException {
    requireMemory(memory(source), console);
    console.progress("reading " + source.csv());
    CsvResult read = source.reader().read(List.of(source.csv()), work);
    options.report(read, console);
    return new Loaded(source, read.table());
  }

  /**
   * Finds the records and their data dictionary; see {@link #load}.
   *
   * @param streamed whether the records are to be read in passes, also where the plan does not say so
   */
  Source source(TrainingPlan plan, Path planFolder, Path inferredSchema, boolean streamed)
      throws IOException {
    PlanData wanted = merged(plan.data(), planFolder, streamed);
    Path file = Path.of(wanted.csv());
    Path beside =
        Files.isDirectory(file) ? file.resolve(SCHEMA_NAME) : file.resolveSibling(SCHEMA_NAME);
    boolean stated = !wanted.schema().isEmpty();
    Origin origin =
        stated ? Origin.STATED : Files.exists(beside) ? Origin.BESIDE_THE_CSV : Origin.INFERRED;
    Path schemaAt =
        stated ? Path.of(wanted.schema()) : origin == Origin.INFERRED ? inferredSchema : beside;
    Schema schema =
        changed(origin == Origin.INFERRED ? infer(file, wanted) : read(schemaAt), wanted);
    CsvReader reader = options.reader(
        CsvReader.strict(keeping(schema, plan.split().fields())), wanted.separator());
    int features = plan.features().of(reader.schema()).size();
    return new Source(file, schemaAt, origin, reader, wanted, features);
  }

  /** Returns the memory that learning is likely to need. */
  static MemoryForecast memory(Source source) throws IOException {
    return MemoryForecast.of(
        source.schema(),
        RecordEstimate.of(source.csv()),
        source.features(),
        ScorecardSettings.DEFAULT.folds());
  }

  /** Says before the run where memory will not suffice. */
  private static void requireMemory(MemoryForecast memory, Console console) {
    Optional<Finding> shortage = memory.against(Runtime.getRuntime().maxMemory());
    if (shortage.isEmpty()) {
      return;
    }
    if (shortage.get().severity() == Finding.Severity.ERROR) {
      throw new InvalidInputException(new Violation(
          "memory", shortage.get().message(), "", "or train a scorecard with --stream"));
    }
    console.remark("warning: " + shortage.get().message());
  }

  private PlanData merged(Optional<PlanData> planned, Path planFolder, boolean streamed) {
    if (csv == null && planned.isEmpty()) {
      throw new InvalidInputException(new Violation(
          "CSV", "there are no records to learn from", "", "name a CSV, or a plan with data"));
    }
    String schema = schemaFile != null
        ? schemaFile.toString()
        : csv != null ? "" : planFolder.resolve(planned.orElseThrow().schema()).toString();
    return new PlanData(
        csv != null
            ? csv.toString()
            : planFolder.resolve(planned.orElseThrow().csv()).toString(),
        schema,
        Optional.ofNullable(target).or(() -> planned.flatMap(PlanData::target)),
        Optional.ofNullable(weight).or(() -> planned.flatMap(PlanData::weight)),
        Optional.ofNullable(horizon).or(() -> planned.flatMap(PlanData::horizonMonths)),
        options.statedSeparator().orElse(planned.map(PlanData::separator).orElse(',')),
        streamed || planned.map(PlanData::streamed).orElse(false));
  }

  private static Schema infer(Path file, PlanData wanted) throws IOException {
    if (wanted.target().isEmpty()) {
      throw new InvalidInputException(new Violation(
          String.valueOf(file.getFileName()),
          "without a schema the target must be named",
          "",
          "add --target COLUMN, or --schema FILE"));
    }
    return SchemaInference.infer(file, wanted.separator(), wanted.target().get());
  }

  private static Schema read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return FeatureCatalog.completeStandard(Schema.parse(in, String.valueOf(file.getFileName())));
    }
  }

  private static Schema changed(Schema schema, PlanData wanted) {
    Schema changed = schema;
    if (wanted.target().isPresent()) {
      changed = withRole(changed, "--target", wanted.target().get(), FieldRole.TARGET);
      if (changed.target().isEmpty()) {
        changed = changed.withTarget(Target.assumed(wanted.target().get()));
      }
    }
    if (wanted.weight().isPresent()) {
      changed = withRole(changed, "--weight", wanted.weight().get(), FieldRole.WEIGHT);
    }
    if (wanted.horizonMonths().isPresent()) {
      String event = changed.target().map(Target::event).orElse("bad");
      changed = changed.withTarget(new Target(event, wanted.horizonMonths().get(), false));
    }
    return changed;
  }

  private static Schema keeping(Schema schema, List<String> read) {
    return schema.withFields(field -> {
      boolean kept = field.role() == FieldRole.IGNORED && read.contains(field.name());
      return kept ? field.withRole(roleOf(field.kind())) : field;
    });
  }

  private static FieldRole roleOf(FieldKind kind) {
    return switch (kind) {
      case DATE -> FieldRole.DATE;
      case TEXT -> FieldRole.ID;
      case NUMBER, CATEGORY -> FieldRole.SEGMENT;
    };
  }

  /** Gives one field a role; a field that had it so far is ignored. */
  private static Schema withRole(Schema schema, String option, String name, FieldRole role) {
    List<String> names = schema.fields().stream().map(Field::name).toList();
    if (!names.contains(name)) {
      throw new InvalidInputException(new Violation(
          option, "the schema has no field \"" + name + "\"", "", NearestName.remedy(name, names)));
    }
    return schema.withFields(field -> field.name().equals(name)
        ? field.withRole(role)
        : field.role() == role ? field.withRole(FieldRole.IGNORED) : field);
  }
}
