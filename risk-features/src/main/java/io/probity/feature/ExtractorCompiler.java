package io.probity.feature;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.CellReader;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldSource;
import io.probity.schema.Operand;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the wanted features need: fields that are sent, features of the catalogue, and derived
 * fields with their operands before them. The slots of a workspace are in that order.
 */
final class ExtractorCompiler {

  private final Schema schema;
  private final @Nullable FeatureCatalog catalog;
  private final Set<String> sent = new LinkedHashSet<>();
  private final Set<String> computed = new LinkedHashSet<>();
  private final Set<String> derived = new LinkedHashSet<>();

  /**
   * Creates a compiler.
   *
   * @param catalog null where no field of the schema comes from it
   */
  ExtractorCompiler(Schema schema, @Nullable FeatureCatalog catalog) {
    this.schema = catalog == null ? schema : catalog.complete(schema);
    this.catalog = catalog;
  }

  static boolean usesCatalog(Schema schema) {
    return schema.fields().stream()
        .anyMatch(field -> field.source() instanceof FieldSource.FromCatalog);
  }

  FeatureExtractor compile(List<String> wanted) {
    wanted.forEach(this::collect);
    List<CellReader> readers = new ArrayList<>();
    Map<String, Integer> slotByName = new HashMap<>();
    for (Set<String> names : List.of(sent, computed)) {
      for (String name : names) {
        slotByName.put(name, readers.size());
        readers.add(CellReader.of(schema, schema.field(name)));
      }
    }
    List<DerivedCell> derivedCells = new ArrayList<>();
    for (String name : derived) {
      derivedCells.add(DerivedCell.compile(schema, schema.field(name), slotByName));
      slotByName.put(name, readers.size() + derivedCells.size() - 1);
    }
    int[] slots =
        wanted.stream().mapToInt(name -> slotByName.getOrDefault(name, -1)).toArray();
    return new FeatureExtractor(
        schema, wanted, readers, sent.size(), catalogCells(), derivedCells, slots);
  }

  private CatalogCells catalogCells() {
    return catalog == null
        ? CatalogCells.none()
        : CatalogCells.compile(catalog, computed.stream().map(schema::field).toList());
  }

  private void collect(String name) {
    Field field = schema.field(name);
    if (field.kind() == FieldKind.TEXT || field.role() == FieldRole.TARGET) {
      throw new InvalidInputException(Violation.of(
          "field " + name,
          "a feature must be a number, a category or a date and not the target",
          field.kind() + " of role " + field.role()));
    }
    if (field.source() instanceof FieldSource.FromCatalog) {
      computed.add(name);
    } else if (field.source() instanceof FieldSource.Derived source) {
      for (Operand operand : source.how().operands()) {
        if (operand instanceof Operand.OfField of) {
          collect(of.name());
        }
      }
      derived.add(name);
    } else {
      sent.add(name);
    }
  }
}
