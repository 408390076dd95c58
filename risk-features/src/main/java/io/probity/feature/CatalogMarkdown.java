package io.probity.feature;

import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.RiskDirection;
import io.probity.schema.Texts;
import java.util.List;
import java.util.Locale;

/** Writes the catalogue as a page for people. */
final class CatalogMarkdown {

  private final StringBuilder page = new StringBuilder();

  private CatalogMarkdown() {}

  static String write(FeatureCatalog catalog) {
    CatalogMarkdown markdown = new CatalogMarkdown();
    markdown.introduce(catalog);
    for (FeatureGroup group : FeatureGroup.values()) {
      List<CatalogFeature> features = catalog.features().stream()
          .filter(feature -> feature.group() == group)
          .toList();
      markdown.line("## " + title(group));
      markdown.table(features);
      features.forEach(markdown::detail);
    }
    return markdown.page.toString();
  }

  private void introduce(FeatureCatalog catalog) {
    CatalogSettings settings = catalog.settings();
    KnowledgeLags lags = settings.lags();
    line("# Feature catalogue, version " + catalog.version());
    line(catalog.features().size() + " features, computed from an application the same way in"
        + " training and in serving. This page is generated from the catalogue.");
    line("- A window of N days holds the events of [asOf − N, asOf), asOf being the day of the"
        + " application. A window of N months holds the N months that end at the last fully known"
        + " month. Months since an event are whole calendar months.\n"
        + "- A record is known if its day of report, else the day of its event plus its lag, lies"
        + " strictly before asOf. Lags here: inquiries " + lags.inquiryDays() + " days, openings "
        + lags.openingDays() + " days, payment status " + lags.statusDays()
        + " days after the end of the month, income " + lags.incomeDays()
        + " days after the end of the month, economic figures " + lags.macroDays()
        + " days after the end of the month. A lag shifts a window and never shortens it.\n"
        + "- This application's own inquiry and loan are left out.\n"
        + "- Adverse data expire after " + settings.adverseLookbackMonths() + " months.\n"
        + "- Where income is not verified, " + settings.statedIncomeShare()
        + " of it counts. A month's service of a line is at least "
        + settings.revolvingBalanceShare() + " of its balance and "
        + settings.revolvingLimitShare() + " of its limit; of another credit without payment, rate"
        + " or term, " + settings.closedEndBalanceShare() + " of its balance.\n"
        + "- Amounts are in the currency of the application; shares and rates are fractions.");
  }

  private void table(List<CatalogFeature> features) {
    page.append("| id | name | unit | window | risk |\n|---|---|---|---|---|\n");
    for (CatalogFeature feature : features) {
      page.append("| [`")
          .append(feature.id())
          .append("`](#")
          .append(feature.id())
          .append(") | ")
          .append(feature.labels().in("en", ""))
          .append(" | ")
          .append(feature.unit())
          .append(" | ")
          .append(feature.window())
          .append(" | ")
          .append(direction(feature.direction()))
          .append(" |\n");
    }
    page.append('\n');
  }

  private void detail(CatalogFeature feature) {
    line("### " + feature.id());
    line("**" + inAllLanguages(feature.labels()) + "**");
    line(feature.definition());
    for (String description : feature.descriptions().byLanguage().values()) {
      item(description);
    }
    item(kind(feature));
    item("Missing: " + feature.missing() + ".");
    for (CatalogSpecial special : feature.specials()) {
      item("`" + special.code().name() + "`: " + special.meaning() + ".");
    }
    item("Reason: " + inAllLanguages(feature.reasons()));
    page.append('\n');
  }

  private static String kind(CatalogFeature feature) {
    String kind = feature.kind() == FieldKind.CATEGORY
        ? "Category of `" + String.join("`, `", feature.levels()) + "`"
        : "Number" + (feature.unit().isEmpty() ? "" : " in " + feature.unit())
            + feature.valid().map(range -> ", " + range.describe()).orElse("");
    return kind + "; window: " + feature.window() + "; "
        + (feature.role() == FieldRole.FEATURE ? "" : feature.role() + ", ")
        + (feature.actionable() ? "actionable." : "not actionable.");
  }

  private static String direction(RiskDirection direction) {
    return switch (direction) {
      case RISES -> "rises";
      case FALLS -> "falls";
      case FREE -> "";
    };
  }

  private static String inAllLanguages(Texts texts) {
    return String.join(" · ", texts.byLanguage().values());
  }

  private static String title(FeatureGroup group) {
    String words = group.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private void line(String text) {
    page.append(text).append("\n\n");
  }

  private void item(String text) {
    page.append("- ").append(text).append('\n');
  }
}
