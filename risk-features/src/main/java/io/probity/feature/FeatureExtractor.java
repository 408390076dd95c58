package io.probity.feature;

import io.probity.application.LoanApplication;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.schema.CellReader;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldSource;
import io.probity.schema.Operand;
import io.probity.schema.Schema;
import io.probity.table.CsvStream;
import io.probity.table.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes the wanted features of an applicant, in a fixed order, each as a cell (see {@link
 * io.probity.schema.SpecialValues}). Only what the wanted features need is read and computed.
 *
 * <p>Immutable and safe for use by several threads; each thread brings its own {@link Workspace}.
 */
public final class FeatureExtractor {

  private final Schema schema;
  private final List<String> names;
  private final CellReader[] inputs;
  private final DerivedCell[] derived;
  private final int[] wanted;
  private final boolean needsAsOf;
  private final Set<String> knownFields;

  private FeatureExtractor(
      Schema schema,
      List<String> names,
      List<CellReader> inputs,
      List<DerivedCell> derived,
      int[] wanted) {
    this.schema = schema;
    this.names = List.copyOf(names);
    this.inputs = inputs.toArray(new CellReader[0]);
    this.derived = derived.toArray(new DerivedCell[0]);
    this.wanted = wanted;
    this.needsAsOf = derived.stream().anyMatch(DerivedCell::needsAsOf);
    this.knownFields = schema.fields().stream().map(Field::name).collect(Collectors.toSet());
  }

  /**
   * Returns an extractor of the wanted fields of a schema.
   *
   * @throws InvalidInputException if a wanted name is no field of the schema, or one of texts
   */
  public static FeatureExtractor compile(Schema schema, List<String> wanted) {
    Compiler compiler = new Compiler(schema);
    int[] slots = new int[wanted.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = compiler.slotOf(wanted.get(i));
    }
    return compiler.build(wanted, slots);
  }

  /** Returns the names of the features, in the order of the vector. */
  public List<String> names() {
    return names;
  }

  /** Returns the schema that the features are read by. */
  public Schema schema() {
    return schema;
  }

  /** Returns the names of the fields that are read from the input, in a fixed order. */
  public List<String> inputNames() {
    List<String> read = new ArrayList<>();
    for (CellReader input : inputs) {
      read.add(input.field().name());
    }
    return read;
  }

  /** Returns scratch space for one thread. */
  public Workspace newWorkspace() {
    return new Workspace(inputs.length + derived.length);
  }

  /**
   * Returns the features of an application.
   *
   * @throws InvalidInputException with all violations, each with its JSON path
   */
  public double[] extract(LoanApplication application) {
    double[] out = new double[names.size()];
    extractInto(application, newWorkspace(), out);
    return out;
  }

  /**
   * Returns the features of a map of fields: texts, numbers and {@link LocalDate}s by name. An absent
   * key or a null is missing; a key that the schema does not know is a violation.
   *
   * @param asOf the day for which dates are computed; may be null where no feature needs it
   */
  public double[] extract(Map<String, ?> fields, @Nullable LocalDate asOf) {
    double[] out = new double[names.size()];
    extractInto(fields, asOf, newWorkspace(), out);
    return out;
  }

  /** Computes the features of an application into {@code out}, one cell a name. */
  public void extractInto(LoanApplication application, Workspace workspace, double[] out) {
    extractInto(application.fields(), application.asOf(), workspace, out);
  }

  /** Computes the features of a map of fields into {@code out}, one cell a name. */
  public void extractInto(
      Map<String, ?> fields, @Nullable LocalDate asOf, Workspace workspace, double[] out) {
    double[] slots = workspace.slots();
    int found = 0;
    boolean valid = asOf != null || !needsAsOf;
    for (int i = 0; i < inputs.length; i++) {
      Object value = fields.get(inputs[i].field().name());
      double cell = cellOf(inputs[i], value);
      found += value == null ? 0 : 1;
      valid &= cell != CellReader.INVALID;
      slots[i] = cell;
    }
    if (!valid || (found < fields.size() && !knownFields.containsAll(fields.keySet()))) {
      throw violations(fields, asOf);
    }
    finish(slots, asOf == null ? 0 : asOf.toEpochDay(), out);
  }

  /**
   * Computes the features of a record of a table into {@code out}, one cell a name. The table must
   * have the fields that are read; its categories may list their levels in another order.
   */
  public void extractInto(Table table, int row, Workspace workspace, double[] out) {
    TableCells cells = workspace.cellsOf(table, this);
    double[] slots = workspace.slots();
    for (int i = 0; i < inputs.length; i++) {
      slots[i] = cells.cell(i, row);
    }
    finish(slots, needsAsOf ? cells.asOf(row) : 0, out);
  }

  /**
   * Computes the features of the current record of a CSV that is being read into {@code out}, one cell
   * a name. The file must have the fields that are read.
   */
  public void extractInto(CsvStream records, Workspace workspace, double[] out) {
    StreamCells cells = workspace.cellsOf(records, this);
    double[] slots = workspace.slots();
    for (int i = 0; i < inputs.length; i++) {
      slots[i] = cells.cell(i);
    }
    finish(slots, needsAsOf ? cells.asOf() : 0, out);
  }

  boolean needsAsOf() {
    return needsAsOf;
  }

  private void finish(double[] slots, long asOf, double[] out) {
    for (int i = 0; i < derived.length; i++) {
      slots[inputs.length + i] = derived[i].apply(slots, asOf);
    }
    for (int i = 0; i < wanted.length; i++) {
      out[i] = slots[wanted[i]];
    }
  }

  private static double cellOf(CellReader reader, @Nullable Object value) {
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof Double number) {
      return reader.ofNumber(number);
    }
    if (value instanceof String text) {
      return textCell(reader, text);
    }
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof BigDecimal
        || value instanceof Float
        || value instanceof Short
        || value instanceof Byte) {
      return reader.ofNumber(((Number) value).doubleValue());
    }
    return value instanceof LocalDate day ? reader.ofDate(day) : CellReader.INVALID;
  }

  /** A number sent as a text is refused, unless the text names a special code or is missing. */
  private static double textCell(CellReader reader, String text) {
    if (reader.field().kind() == FieldKind.NUMBER) {
      String stripped = text.strip();
      if (reader.isMissing(stripped)) {
        return Double.NaN;
      }
      double special = reader.specialOf(stripped);
      return Double.isNaN(special) ? CellReader.INVALID : special;
    }
    return reader.ofText(text);
  }

  private InvalidInputException violations(Map<String, ?> fields, @Nullable LocalDate asOf) {
    Violations violations = new Violations();
    for (String key : fields.keySet()) {
      if (!knownFields.contains(key)) {
        violations.add("fields." + key, "unknown field", "", NearestName.remedy(key, knownFields));
      }
    }
    for (CellReader input : inputs) {
      String name = input.field().name();
      Object value = fields.get(name);
      if (cellOf(input, value) == CellReader.INVALID) {
        violations.add("fields." + name, problem(input, value), received(value), "");
      }
    }
    if (needsAsOf && asOf == null) {
      violations.add("asOf", "a field is computed from dates, so asOf must be given", "", "add it");
    }
    return new InvalidInputException(violations.list());
  }

  private static String problem(CellReader reader, @Nullable Object value) {
    FieldKind kind = reader.field().kind();
    if (kind == FieldKind.NUMBER && !(value instanceof Number)) {
      return "must be a number or the name of a special code";
    }
    if (kind == FieldKind.DATE && !(value instanceof LocalDate || value instanceof String)) {
      return "must be a date";
    }
    if (kind == FieldKind.CATEGORY && !(value instanceof String || value instanceof Number)) {
      return "must be a text that names a level";
    }
    if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      return "must be a finite number";
    }
    return reader.problem(String.valueOf(value));
  }

  private static String received(@Nullable Object value) {
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }

  /** Collects the slots that the wanted features need, operands before what is derived from them. */
  private static final class Compiler {

    private final Schema schema;
    private final List<String> inputNames = new ArrayList<>();
    private final List<String> derivedNames = new ArrayList<>();

    Compiler(Schema schema) {
      this.schema = schema;
    }

    /** Returns the slot of a field: its input index, or minus one minus its derived index. */
    int slotOf(String name) {
      Field field = schema.field(name);
      if (field.kind() == FieldKind.TEXT || field.role() == FieldRole.TARGET) {
        throw new InvalidInputException(Violation.of(
            "field " + name,
            "a feature must be a number, a category or a date and not the target",
            field.kind() + " of role " + field.role()));
      }
      if (!(field.source() instanceof FieldSource.Derived source)) {
        return indexIn(inputNames, name);
      }
      int known = derivedNames.indexOf(name);
      if (known >= 0) {
        return -1 - known;
      }
      for (Operand operand : source.how().operands()) {
        if (operand instanceof Operand.OfField of) {
          slotOf(of.name());
        }
      }
      return -1 - indexIn(derivedNames, name);
    }

    FeatureExtractor build(List<String> wanted, int[] slots) {
      List<CellReader> inputs = new ArrayList<>();
      Map<String, Integer> slotByName = new HashMap<>();
      for (String name : inputNames) {
        slotByName.put(name, inputs.size());
        inputs.add(CellReader.of(schema, schema.field(name)));
      }
      List<DerivedCell> derived = new ArrayList<>();
      for (String name : derivedNames) {
        derived.add(DerivedCell.compile(schema, schema.field(name), slotByName));
        slotByName.put(name, inputs.size() + derived.size() - 1);
      }
      int[] wantedSlots = new int[slots.length];
      for (int i = 0; i < slots.length; i++) {
        wantedSlots[i] = slots[i] >= 0 ? slots[i] : inputs.size() - 1 - slots[i];
      }
      return new FeatureExtractor(schema, wanted, inputs, derived, wantedSlots);
    }

    private static int indexIn(List<String> names, String name) {
      int index = names.indexOf(name);
      if (index >= 0) {
        return index;
      }
      names.add(name);
      return names.size() - 1;
    }
  }
}
