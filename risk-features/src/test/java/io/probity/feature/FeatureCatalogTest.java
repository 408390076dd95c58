package io.probity.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.RiskDirection;
import io.probity.schema.Schema;
import io.probity.schema.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FeatureCatalogTest {

  private static final FeatureCatalog CATALOG = FeatureCatalog.standard();

  private static void assertComplete(String id, Texts texts) {
    assertThat(texts.byLanguage().keySet())
        .as(id)
        .containsExactlyInAnyOrder("en", "zh-Hans", "zh-Hant");
    assertThat(texts.byLanguage().values())
        .as(id)
        .allSatisfy(text -> assertThat(text).isNotBlank());
  }

  @Test
  void features_areDescribedInFull() {
    for (CatalogFeature feature : CATALOG.features()) {
      assertThat(feature.id()).matches("[a-z][a-z0-9_]*");
      assertThat(feature.definition()).as(feature.id()).endsWith(".");
      assertThat(feature.window()).as(feature.id()).isNotBlank();
      assertThat(feature.missing()).as(feature.id()).isNotBlank();
      assertComplete(feature.id(), feature.labels());
      assertComplete(feature.id(), feature.descriptions());
      assertComplete(feature.id(), feature.reasons());
      assertThat(feature.levels().isEmpty())
          .as(feature.id())
          .isEqualTo(feature.kind() == FieldKind.NUMBER);
    }
    assertThat(CatalogTexts.load().size()).isEqualTo(CATALOG.features().size());
    assertThat(CATALOG.features()).extracting(CatalogFeature::id).doesNotHaveDuplicates();
    assertThat(CATALOG.version()).isEqualTo(1);
  }

  @Test
  void features_coverEveryGroup() {
    Set<FeatureGroup> groups =
        CATALOG.features().stream().map(CatalogFeature::group).collect(Collectors.toSet());

    assertThat(groups).containsExactlyInAnyOrder(FeatureGroup.values());
    assertThat(CATALOG.features()).hasSizeGreaterThanOrEqualTo(70);
    assertThat(
            CATALOG.features().stream().filter(CatalogFeature::isProtected).map(CatalogFeature::id))
        .containsExactly("age_years", "age_at_first_credit");
    assertThat(CATALOG.feature("loan_rate").role()).isEqualTo(FieldRole.LENDER_OUTPUT);
    assertThat(CATALOG.feature("lenders_active").direction()).isEqualTo(RiskDirection.RISES);
  }

  @Test
  void feature_unknownId_namesTheNearest() {
    assertThatThrownBy(() -> CATALOG.feature("lender_active"))
        .hasMessageContaining("did you mean \"lenders_active\"?");
  }

  @Test
  void schema_writtenAndRead_isTheSameAndComplete() throws IOException {
    Schema schema = CATALOG.schema();
    byte[] json = schema.toJson().getBytes(StandardCharsets.UTF_8);

    assertThat(Schema.parse(new ByteArrayInputStream(json), "schema.json")).isEqualTo(schema);
    assertThat(CATALOG.complete(schema)).isEqualTo(schema);
    assertThat(schema.field("dsti")).isEqualTo(CATALOG.field("dsti"));
  }

  @Test
  void toJson_isStrictJsonWithEveryFeature() {
    JsonObject json = JsonObject.parse(
        CATALOG.toJson().getBytes(StandardCharsets.UTF_8), "catalog", JsonLimits.FILE);

    List<JsonObject> features = json.objects("features");
    assertThat(features).hasSize(CATALOG.features().size());
    assertThat(features.get(0).text("id")).isEqualTo("age_years");
    assertThat(features.get(0).flag("protected", false)).isTrue();
  }

  @Test
  void toMarkdown_isTheShippedPage() throws IOException {
    Path page = Path.of("..", "docs", "features.md");

    assertThat(Files.readString(page))
        .as("docs/features.md is out of date; write it again: ./risk catalog > docs/features.md")
        .isEqualTo(CATALOG.toMarkdown());
  }

  @Test
  void settings_outOfRange_areRefused() {
    assertThatThrownBy(() -> new CatalogSettings(KnowledgeLags.DEFAULT, 0, 0.5, 0.05, 0, 0.05))
        .hasMessageContaining("1 to 240");
    assertThatThrownBy(
            () -> new CatalogSettings(KnowledgeLags.DEFAULT, 60, Double.NaN, 0.05, 0, 0.05))
        .hasMessageContaining("statedIncomeShare");
    assertThatThrownBy(() -> new KnowledgeLags(0, 0, -1, 0, 0)).hasMessageContaining("opening");
    assertThatThrownBy(() -> new KnowledgeLags(0, 0, 0, 367, 0)).hasMessageContaining("status");
  }
}
