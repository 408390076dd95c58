package io.probity.feature;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The standard features: what each is, exactly, and how it is computed from an application. A field of
 * a schema takes its values from here if its source says {@code {"catalog": id}}. Immutable.
 *
 * <p>A window of N days holds the events of [asOf - N, asOf). A window of N months holds the N months
 * that end at the last fully known month, the last whose end lies more than its lag before asOf. Months
 * since an event are whole calendar months. A record is used only if it was known before asOf (see
 * {@link KnowledgeLags}), and this application's own inquiry and loan never are.
 */
public final class FeatureCatalog {

  private static final int VERSION = 1;

  private final CatalogSettings settings;
  private final Map<String, CatalogFeature> features;
  private final Map<String, FigureSource> sources;

  private FeatureCatalog(
      CatalogSettings settings,
      Map<String, CatalogFeature> features,
      Map<String, FigureSource> sources) {
    this.settings = settings;
    this.features = features;
    this.sources = sources;
  }

  /** Returns version 1 of the catalogue with the default settings. */
  public static FeatureCatalog standard() {
    return Standard.CATALOG;
  }

  /** Returns the same features with other settings. */
  public FeatureCatalog withSettings(CatalogSettings other) {
    return new FeatureCatalog(other, features, sources);
  }

  /** Returns the version, which grows when a feature is added or replaced. */
  public int version() {
    return VERSION;
  }

  /** Returns the settings. */
  public CatalogSettings settings() {
    return settings;
  }

  /** Returns the features, in a fixed order. */
  public List<CatalogFeature> features() {
    return List.copyOf(features.values());
  }

  /** Returns whether there is a feature of this id. */
  public boolean has(String id) {
    return features.containsKey(id);
  }

  /**
   * Returns the feature of an id.
   *
   * @throws InvalidInputException if there is none, naming the nearest
   */
  public CatalogFeature feature(String id) {
    CatalogFeature feature = features.get(id);
    if (feature == null) {
      throw new InvalidInputException(
          new Violation("catalogue", "there is no feature \"" + id + "\"", "", remedy(id)));
    }
    return feature;
  }

  String remedy(String id) {
    return NearestName.remedy(id, features.keySet());
  }

  /**
   * Returns the schema's field for a feature, named by its id.
   *
   * @throws InvalidInputException if there is no such feature
   */
  public Field field(String id) {
    return feature(id).field();
  }

  /** Returns a schema of all features, each in a field named by its id. */
  public Schema schema() {
    List<Field> fields = features.values().stream().map(CatalogFeature::field).toList();
    return Schema.of(Optional.empty(), Set.of(), fields);
  }

  /**
   * Completes the fields of a schema that come from the catalogue. A field that states no valid range, unit,
   * levels, labels or reasons takes the feature's; special codes that it does not declare are added under the
   * numbers that are free; a {@code FEATURE} becomes {@code PROTECTED} or {@code LENDER_OUTPUT} where
   * the catalogue says so. Its direction of risk is left as it is. Completing twice changes nothing.
   *
   * @throws InvalidInputException if a field names no feature, or states another kind than it has or
   *     levels that it does not have; with all violations
   */
  public Schema complete(Schema schema) {
    return new CatalogCompletion(this).complete(schema);
  }

  /**
   * Completes the fields of a schema that come from the standard catalogue. Where there are none the
   * schema is returned as it is, and the catalogue is not even built.
   *
   * @throws InvalidInputException as {@link #complete} does
   */
  public static Schema completeStandard(Schema schema) {
    return ExtractorCompiler.usesCatalog(schema) ? standard().complete(schema) : schema;
  }

  /** Returns the catalogue as a page for people, the same on every call. */
  public String toMarkdown() {
    return CatalogMarkdown.write(this);
  }

  /** Returns the catalogue as JSON, the same on every call. */
  public String toJson() {
    return CatalogJson.write(this);
  }

  FigureSource source(String id) {
    FigureSource source = sources.get(id);
    if (source == null) {
      throw new IllegalArgumentException("there is no feature " + id);
    }
    return source;
  }

  /** Built when the catalogue is first asked for, not when a service does without it. */
  private static final class Standard {

    private static final FeatureCatalog CATALOG = build();

    private static FeatureCatalog build() {
      CatalogTexts texts = CatalogTexts.load();
      Map<String, CatalogFeature> features = new LinkedHashMap<>();
      Map<String, FigureSource> sources = new LinkedHashMap<>();
      for (Definition definition : definitions()) {
        CatalogFeature feature = definition.feature(texts);
        features.put(feature.id(), feature);
        sources.put(feature.id(), definition.source());
      }
      return new FeatureCatalog(CatalogSettings.DEFAULT, features, sources);
    }

    private static List<Definition> definitions() {
      List<Definition> all = new ArrayList<>();
      Stream.of(
              ApplicantFeatures.all(),
              IncomeFeatures.all(),
              BorrowingFeatures.all(),
              ConductFeatures.all(),
              InquiryFeatures.all(),
              RequestFeatures.all(),
              MacroFeatures.all())
          .forEach(all::addAll);
      return all;
    }
  }
}
