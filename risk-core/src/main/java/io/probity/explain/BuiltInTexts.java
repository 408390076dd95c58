package io.probity.explain;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.schema.SchemaJson;
import io.probity.schema.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The words that come with the library for reasons that no policy names, in English and in simplified
 * and traditional Chinese. In a template, {@code {0}} stands for names of fields.
 */
final class BuiltInTexts {

  private static final String RESOURCE = "reason-texts.json";
  private static final Map<String, ReasonText> BY_CODE = load();

  private BuiltInTexts() {}

  static Map<String, ReasonText> byCode() {
    return BY_CODE;
  }

  /** Returns a template with the names of fields put in, language by language. */
  static ReasonText filled(String template, UnaryOperator<String> namesByLanguage) {
    ReasonText text = BY_CODE.getOrDefault(template, ReasonText.NONE);
    return new ReasonText(
        fill(text.internal(), namesByLanguage), fill(text.customer(), namesByLanguage));
  }

  private static Texts fill(Texts texts, UnaryOperator<String> namesByLanguage) {
    Map<String, String> filled = new LinkedHashMap<>();
    texts.byLanguage().forEach((language, text) -> {
      String names = namesByLanguage.apply(language);
      if (!names.isEmpty()) {
        filled.put(language, text.replace("{0}", names));
      }
    });
    return Texts.of(filled);
  }

  private static Map<String, ReasonText> load() {
    try (InputStream in = BuiltInTexts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is not in the jar");
      }
      JsonObject json = JsonObject.parse(in.readAllBytes(), RESOURCE, JsonLimits.FILE);
      Map<String, ReasonText> texts = new LinkedHashMap<>();
      for (String code : json.keys()) {
        JsonObject text = json.object(code);
        texts.put(
            code,
            new ReasonText(
                SchemaJson.readTexts(text.object("internal")),
                SchemaJson.readTexts(text.object("customer"))));
      }
      return Map.copyOf(texts);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
