package io.probity.cli;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.Decision;
import io.probity.feature.Workspace;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.portfolio.DecidedCase;
import io.probity.portfolio.MacroScenario;
import io.probity.portfolio.StrategyComparison;
import io.probity.portfolio.StrategyFigures;
import io.probity.portfolio.Valuation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.validation.Groups;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides on every record of a CSV by a policy, and reads what divides the records. */
final class StrategyData {

  private final RiskModel model;
  private final Path csv;
  private final char separator;

  StrategyData(RiskModel model, Path csv, char separator) {
    this.model = model;
    this.csv = csv;
    this.separator = separator;
  }

  /**
   * What a policy does in one scenario.
   *
   * @param name the scenario
   * @param decided what is decided in it
   * @param held what was approved before it, with the PDs and the funding that it brings
   */
  record InScenario(String name, List<DecidedCase> decided, List<DecidedCase> held) {}

  CreditEngine engine(Path policy) throws IOException {
    return CreditEngine.of(model, CreditPolicy.load(policy));
  }

  /** Decides on all records. */
  List<DecidedCase> decide(CreditEngine engine, CostOptions costs) throws IOException {
    Valuation by = costs.valuation(engine);
    List<DecidedCase> cases = new ArrayList<>();
    forEach(engine, (fields, row) -> cases.add(DecidedCase.of(decide(engine, fields, row), by)));
    return cases;
  }

  /** Decides on all records now and in each scenario; the first of the results is now. */
  List<InScenario> decide(CreditEngine engine, List<MacroScenario> scenarios, CostOptions costs)
      throws IOException {
    Valuation by = costs.valuation(engine);
    List<DecidedCase> now = new ArrayList<>();
    List<InScenario> all = new ArrayList<>();
    all.add(new InScenario("now", now, now));
    List<CreditEngine> engines = new ArrayList<>();
    for (MacroScenario scenario : scenarios) {
      requireFields(scenario, engine.schema());
      engines.add(engine.under(scenario.stress()));
      all.add(new InScenario(scenario.name(), new ArrayList<>(), new ArrayList<>()));
    }
    forEach(engine, (fields, row) -> {
      Decision before = decide(engine, fields, row);
      now.add(DecidedCase.of(before, by));
      for (int i = 0; i < scenarios.size(); i++) {
        MacroScenario scenario = scenarios.get(i);
        Valuation dearer = by.withFundingRaised(scenario.rateRise());
        Decision then = decide(engines.get(i), scenario.changed(fields), row);
        all.get(i + 1).decided().add(DecidedCase.of(then, dearer));
        all.get(i + 1).held().add(DecidedCase.of(before, dearer, then.pd()));
      }
    });
    return all;
  }

  private static void requireFields(MacroScenario scenario, Schema schema) {
    for (MacroScenario.FieldChange change : scenario.fields()) {
      List<String> numbers = schema.fields().stream()
          .filter(field -> field.kind() == FieldKind.NUMBER)
          .map(Field::name)
          .toList();
      if (!numbers.contains(change.name())) {
        throw new InvalidInputException(new Violation(
            "scenario \"" + scenario.name() + "\"",
            "there is no field of numbers \"" + change.name() + "\"",
            "",
            NearestName.remedy(change.name(), numbers)));
      }
    }
  }

  /** Hands over the fields of each record with its position. */
  void forEach(CreditEngine engine, ObjIntConsumer<Map<String, Object>> each) throws IOException {
    Table table = reader(engine.schema()).read(csv).table();
    if (table.rows() == 0) {
      throw new InvalidInputException(
          new Violation(String.valueOf(csv.getFileName()), "there are no records", "", ""));
    }
    for (int row = 0; row < table.rows(); row++) {
      each.accept(table.fieldsOf(row), row);
    }
  }

  /** Decides on one record; what is wrong with it names the record. */
  Decision decide(CreditEngine engine, Map<String, Object> fields, int row) {
    try {
      return engine.decide("record " + (row + 1), null, fields);
    } catch (InvalidInputException broken) {
      InvalidInputException placed = new InvalidInputException(broken.violations().stream()
          .map(violation -> new Violation(
              csv.getFileName() + ", record " + (row + 1) + ": " + violation.place(),
              violation.rule(),
              violation.received(),
              violation.remedy()))
          .toList());
      placed.initCause(broken);
      throw placed;
    }
  }

  /** Returns the model's features of some records. */
  List<double[]> features(IntPredicate wanted) throws IOException {
    Table table = reader(model.schema())
        .requiring(Set.copyOf(model.extractor().inputNames()))
        .read(csv)
        .table();
    Workspace workspace = model.extractor().newWorkspace();
    List<double[]> features = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      if (wanted.test(row)) {
        double[] cells = new double[model.features().size()];
        model.extractor().extractInto(table, row, workspace, cells);
        features.add(cells);
      }
    }
    return features;
  }

  /** Returns 1 bad, 0 good, -1 not known, by the model's target where the CSV has it. */
  int[] outcomes(int records) throws IOException {
    Optional<Field> target = model.schema().targetField();
    if (target.isEmpty()) {
      return StrategyComparison.unknown(records);
    }
    Table table = reader(Schema.of(
            model.schema().target(), model.schema().missingTokens(), List.of(target.get())))
        .read(csv)
        .table();
    if (!table.schema().has(target.get().name())) {
      return StrategyComparison.unknown(records);
    }
    return IntStream.range(0, records)
        .map(row -> {
          double cell = table.column(target.get().name()).cell(row);
          return cell == 0 || cell == 1 ? (int) cell : StrategyFigures.UNKNOWN;
        })
        .toArray();
  }

  /** Returns the group of each record by a column as it was written for an option, or one for all. */
  List<String> groups(String option, @Nullable String column, int records) throws IOException {
    return column == null
        ? Collections.nCopies(records, "all")
        : groups(GroupColumn.parse(option, column));
  }

  private List<String> groups(GroupColumn column) throws IOException {
    FieldKind kind = column.cuts().isEmpty() ? FieldKind.CATEGORY : FieldKind.NUMBER;
    Field field = model.schema().has(column.name())
        ? model.schema().field(column.name()).withRole(FieldRole.SEGMENT)
        : Field.of(column.name(), kind, FieldRole.SEGMENT);
    Schema schema = Schema.of(Optional.empty(), model.schema().missingTokens(), List.of(field));
    Table table = reader(schema).requiring(Set.of(column.name())).read(csv).table();
    Groups groups = EvaluationData.groups(table, column);
    return IntStream.range(0, table.rows())
        .mapToObj(row -> groups.labels().get(groups.code(row)))
        .toList();
  }

  /** Returns the largest group; of equals the first by name. */
  static String largest(List<String> groups) {
    Map<String, Long> counts =
        groups.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private CsvReader reader(Schema schema) {
    return CsvReader.strict(schema).withSeparator(separator);
  }
}
