package io.probity.profile;

import io.probity.csv.CsvWork;
import io.probity.input.DecimalText;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.table.CsvBlock;
import io.probity.table.CsvMode;
import io.probity.table.CsvReader;
import io.probity.table.DoubleColumn;
import io.probity.table.SchemaInference;
import io.probity.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks at a CSV that nobody has described yet. It is read twice: once to find what the columns are
 * ({@link SchemaInference}), once to count. Values that are none of their column's kind are counted and
 * taken as missing. The profile does not depend on the order of the records nor on the threads, and
 * the memory that is needed not on their number.
 */
public final class DataProfiler {

  private final Schema schema;
  private final List<ColumnFigures> columns = new ArrayList<>();
  private final Map<YearMonth, OutcomeCounts> months = new TreeMap<>();
  private final OutcomeCounts outcomes = new OutcomeCounts();
  private long ragged;

  private DataProfiler(Schema schema) {
    this.schema = schema;
    schema.fields().forEach(field -> columns.add(new ColumnFigures(field)));
  }

  /**
   * Profiles files and folders.
   *
   * @param paths see {@link io.probity.csv.CsvFiles#of}
   * @param target the name of the column that is 1 for bad; empty for data without one
   * @param work where the parts of the files are worked on
   * @throws io.probity.input.InvalidInputException if a file is no CSV, has no record or no such target
   */
  public static DataProfile profile(
      List<Path> paths, char separator, Optional<String> target, CsvWork work) throws IOException {
    Schema found = SchemaInference.infer(paths, separator, target, work);
    Schema read = found.withFields(
        field -> field.role() == FieldRole.IGNORED ? field.withRole(FieldRole.ID) : field);
    DataProfiler whole = new DataProfiler(read);
    CsvReader.strict(read)
        .withSeparator(separator)
        .withMode(new CsvMode.Tolerant())
        .blocks(paths, work, block -> part(read, block), whole::addAll);
    return whole.result(found);
  }

  private static DataProfiler part(Schema schema, CsvBlock block) {
    DataProfiler part = new DataProfiler(schema);
    part.add(block);
    return part;
  }

  private void add(CsvBlock block) {
    Table table = block.table();
    byte[] known = outcomes(table);
    for (byte outcome : known) {
      outcomes.add(outcome);
    }
    ragged += block.ragged();
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(table, known, block.invalid().get(i));
    }
    dateField().ifPresent(field -> addMonths(table.numbers(field.name()), known));
  }

  private byte[] outcomes(Table table) {
    byte[] known = new byte[table.rows()];
    Arrays.fill(known, OutcomeCounts.UNKNOWN);
    schema.targetField().ifPresent(field -> {
      DoubleColumn target = table.numbers(field.name());
      for (int row = 0; row < known.length; row++) {
        if (!Double.isNaN(target.cell(row))) {
          known[row] = target.cell(row) == 1.0 ? OutcomeCounts.BAD : OutcomeCounts.GOOD;
        }
      }
    });
    return known;
  }

  private void addMonths(DoubleColumn days, byte[] known) {
    for (int row = 0; row < known.length; row++) {
      if (!Double.isNaN(days.cell(row))) {
        YearMonth month = YearMonth.from(LocalDate.ofEpochDay((long) days.cell(row)));
        months.computeIfAbsent(month, added -> new OutcomeCounts()).add(known[row]);
      }
    }
  }

  private void addAll(DataProfiler part) {
    outcomes.addAll(part.outcomes);
    ragged += part.ragged;
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).addAll(part.columns.get(i));
    }
    part.months.forEach((month, counts) ->
        months.computeIfAbsent(month, added -> new OutcomeCounts()).addAll(counts));
  }

  private Optional<Field> dateField() {
    return schema.fields(FieldRole.DATE).stream()
        .filter(field -> field.kind() == FieldKind.DATE)
        .findFirst();
  }

  private DataProfile result(Schema found) {
    boolean judges = outcomes.goods() > 0 && outcomes.bads() > 0;
    List<FieldProfile> fields = new ArrayList<>();
    for (ColumnFigures column : columns) {
      Field field = found.field(column.field().name());
      fields.add(new FieldProfiler(field, column, judges).profile());
    }
    return new DataProfile(
        outcomes.total(),
        ragged,
        outcomes.bads(),
        outcomes.goods(),
        fields,
        dateField().map(Field::name).orElse(""),
        months.entrySet().stream()
            .map(month -> new DataProfile.Month(
                month.getKey(),
                month.getValue().total(),
                month.getValue().bads(),
                month.getValue().goods()))
            .toList(),
        proposed(found, fields));
  }

  private static Schema proposed(Schema found, List<FieldProfile> profiles) {
    Map<String, FieldProfile> byName = new TreeMap<>();
    profiles.forEach(profile -> byName.put(profile.name(), profile));
    return found.withFields(field -> {
      FieldProfile profile = byName.get(field.name());
      return profile == null || profile.codes().isEmpty()
          ? field
          : field.withRules(field.rules().withSpecials(specials(profile.codes().keySet())));
    });
  }

  private static List<SpecialCode> specials(Set<Double> codes) {
    List<SpecialCode> specials = new ArrayList<>();
    for (double code : codes) {
      String raw = DecimalText.of(code);
      specials.add(
          new SpecialCode(specials.size(), "CODE_" + raw.replace("-", "MINUS_"), List.of(raw)));
    }
    return specials;
  }
}
