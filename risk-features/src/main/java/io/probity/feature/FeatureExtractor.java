package io.probity.feature;

import io.probity.application.LoanApplication;
import io.probity.input.InvalidInputException;
import io.probity.input.Violations;
import io.probity.schema.CellReader;
import io.probity.schema.Field;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import io.probity.table.CsvStream;
import io.probity.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes the wanted features of an applicant, in a fixed order, each as a cell (see {@link
 * io.probity.schema.SpecialValues}). Only what the wanted features need is read and computed.
 *
 * <p>A field of source {@code catalog} is computed from the parts of an application, and then may not
 * be sent among its fields. Where there are no parts, its value must have been computed before: it is
 * a column of a table, a key of a map of fields, or a key of the fields of an application that holds
 * nothing else ({@link LoanApplication#isTyped}). So one record never mixes both.
 *
 * <p>Immutable and safe for use by several threads; each thread brings its own {@link Workspace}.
 */
public final class FeatureExtractor {

  private final Schema schema;
  private final List<String> names;
  private final CellReader[] readers;
  private final int sent;
  private final CatalogCells catalog;
  private final DerivedCell[] derived;
  private final int[] wanted;
  private final boolean needsAsOf;
  private final FieldCells plainFields;
  private final FieldCells typedFields;

  /**
   * Creates an extractor.
   *
   * @param readers of the fields that are sent, then of those that the catalogue computes
   * @param sent how many are sent
   */
  FeatureExtractor(
      Schema schema,
      List<String> names,
      List<CellReader> readers,
      int sent,
      CatalogCells catalog,
      List<DerivedCell> derived,
      int[] wanted) {
    this.schema = schema;
    this.names = List.copyOf(names);
    this.readers = readers.toArray(new CellReader[0]);
    this.sent = sent;
    this.catalog = catalog;
    this.derived = derived.toArray(new DerivedCell[0]);
    this.wanted = wanted;
    this.needsAsOf = derived.stream().anyMatch(DerivedCell::needsAsOf);
    Set<String> all = schema.fields().stream().map(Field::name).collect(Collectors.toSet());
    Set<String> computed = schema.fields().stream()
        .filter(field -> field.source() instanceof FieldSource.FromCatalog)
        .map(Field::name)
        .collect(Collectors.toSet());
    Set<String> notComputed = new HashSet<>(all);
    notComputed.removeAll(computed);
    this.plainFields = new FieldCells(this.readers, all, Set.of());
    this.typedFields =
        new FieldCells(readers.subList(0, sent).toArray(new CellReader[0]), notComputed, computed);
  }

  /**
   * Returns an extractor of the wanted fields of a schema, with the standard catalogue.
   *
   * @throws InvalidInputException if a wanted name is no field of the schema, or one of texts, or the
   *     schema breaks a rule of {@link FeatureCatalog#complete}
   */
  public static FeatureExtractor compile(Schema schema, List<String> wanted) {
    FeatureCatalog catalog =
        ExtractorCompiler.usesCatalog(schema) ? FeatureCatalog.standard() : null;
    return new ExtractorCompiler(schema, catalog).compile(wanted);
  }

  /**
   * Returns an extractor of the wanted fields of a schema, with a catalogue.
   *
   * @throws InvalidInputException if a wanted name is no field of the schema, or one of texts, or the
   *     schema breaks a rule of {@link FeatureCatalog#complete}
   */
  public static FeatureExtractor compile(
      Schema schema, FeatureCatalog catalog, List<String> wanted) {
    return new ExtractorCompiler(schema, catalog).compile(wanted);
  }

  /** Returns the names of the features, in the order of the vector. */
  public List<String> names() {
    return names;
  }

  /** Returns the schema that the features are read by, completed from the catalogue. */
  public Schema schema() {
    return schema;
  }

  /**
   * Returns the names of the fields that are read from a table or a map, in a fixed order; those of the
   * catalogue among them.
   */
  public List<String> inputNames() {
    List<String> read = new ArrayList<>();
    for (CellReader reader : readers) {
      read.add(reader.field().name());
    }
    return read;
  }

  /** Returns scratch space for one thread. */
  public Workspace newWorkspace() {
    return new Workspace(readers.length + derived.length, catalog.newRun());
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

  /**
   * Computes the features of an application into {@code out}, one cell a name. Makes no objects unless
   * the application is broken, or has more records than any before it.
   */
  public void extractInto(LoanApplication application, Workspace workspace, double[] out) {
    LocalDate asOf = application.asOf();
    if (!application.isTyped()) {
      extractInto(application.fields(), asOf, workspace, out);
      return;
    }
    double[] slots = workspace.slots();
    boolean valid = typedFields.readInto(application.fields(), slots);
    boolean dated = !needsAsOf && catalog.isEmpty();
    if (!valid || (asOf == null && !dated)) {
      throw violations(typedFields, application.fields(), asOf == null && !dated);
    }
    if (asOf != null) {
      catalog.computeInto(application, asOf, workspace.run(), slots, sent);
    }
    finish(slots, asOf == null ? 0 : asOf.toEpochDay(), out);
  }

  /** Computes the features of a map of fields into {@code out}, one cell a name. */
  public void extractInto(
      Map<String, ?> fields, @Nullable LocalDate asOf, Workspace workspace, double[] out) {
    double[] slots = workspace.slots();
    boolean valid = plainFields.readInto(fields, slots);
    if (!valid || (asOf == null && needsAsOf)) {
      throw violations(plainFields, fields, asOf == null && needsAsOf);
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
    for (int i = 0; i < readers.length; i++) {
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
    for (int i = 0; i < readers.length; i++) {
      slots[i] = cells.cell(i);
    }
    finish(slots, needsAsOf ? cells.asOf() : 0, out);
  }

  /** Returns whether a derived field needs the day of the application. */
  boolean needsAsOf() {
    return needsAsOf;
  }

  private void finish(double[] slots, long asOf, double[] out) {
    for (int i = 0; i < derived.length; i++) {
      slots[readers.length + i] = derived[i].apply(slots, asOf);
    }
    for (int i = 0; i < wanted.length; i++) {
      out[i] = slots[wanted[i]];
    }
  }

  private static InvalidInputException violations(
      FieldCells reader, Map<String, ?> fields, boolean lacksAsOf) {
    Violations violations = new Violations();
    reader.report(fields, violations);
    if (lacksAsOf) {
      violations.add("asOf", "a field is computed from dates, so asOf must be given", "", "add it");
    }
    return violations.toException();
  }
}
