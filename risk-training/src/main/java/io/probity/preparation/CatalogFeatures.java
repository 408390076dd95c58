package io.probity.preparation;

import io.probity.application.LoanApplication;
import io.probity.feature.CatalogFeature;
import io.probity.feature.FeatureCatalog;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.Workspace;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.List;

/**
 * Features of the standard catalogue, computed by the extractor that serves. In a CSV a special code
 * and a level stand by name, so that the CSV reads back by {@link #schema} to the same cells, bit by
 * bit. Safe for one thread at a time.
 */
public final class CatalogFeatures implements ApplicationFeatures {

  private final FeatureExtractor extractor;
  private final Workspace workspace;
  private final List<Field> fields;

  private CatalogFeatures(FeatureExtractor extractor) {
    this.extractor = extractor;
    this.workspace = extractor.newWorkspace();
    this.fields = extractor.names().stream().map(extractor.schema()::field).toList();
  }

  /** Returns all features of the catalogue. */
  public static CatalogFeatures all() {
    return of(
        FeatureCatalog.standard().features().stream().map(CatalogFeature::id).toList());
  }

  /**
   * Returns the features of some ids, in their order.
   *
   * @throws InvalidInputException if the catalogue has no such feature, naming the nearest
   */
  public static CatalogFeatures of(List<String> ids) {
    FeatureCatalog catalog = FeatureCatalog.standard();
    ids.forEach(catalog::feature);
    return new CatalogFeatures(FeatureExtractor.compile(catalog.schema(), catalog, ids));
  }

  /** Returns the data dictionary of the features, in their order. */
  public Schema schema() {
    return extractor.schema().only(names());
  }

  @Override
  public List<String> names() {
    return extractor.names();
  }

  @Override
  public double[] extract(LoanApplication application) {
    double[] cells = new double[fields.size()];
    extractor.extractInto(application, workspace, cells);
    return cells;
  }

  @Override
  public String text(int feature, double cell) {
    if (Double.isNaN(cell)) {
      return "";
    }
    Field field = fields.get(feature);
    if (SpecialValues.isSpecial(cell)) {
      return field.rules().specials().stream()
          .filter(special -> special.cell() == cell)
          .map(SpecialCode::name)
          .findFirst()
          .orElseThrow();
    }
    return field.kind() == FieldKind.CATEGORY
        ? field.rules().levels().get((int) cell)
        : DecimalText.of(cell);
  }
}
