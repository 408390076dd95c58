package io.probity.explain;

import io.probity.input.InvalidInputException;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import io.probity.schema.SchemaJson;
import io.probity.schema.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of every reason that a policy can give, and the gate that lets no policy pass in which
 * one is missing: each reason needs a customer text in every declared language and an internal text in
 * one.
 *
 * <p>A rule's own {@code texts} go before the policy's bundle {@code texts}, and the bundle before
 * what comes with the library. A feature takes the bundle's words, else the sentence of the schema,
 * else a sentence made of its label. Collected while a policy is read; not safe for several threads.
 */
public final class ReasonTexts {

  /** The reason where a score is below the cut-off and no feature cost points. */
  public static final String SCORE = "SCORE";

  private static final List<String> ONLY_ENGLISH = List.of("en");

  private final String place;
  private final List<String> languages;
  private final boolean declared;
  private final Map<String, ReasonText> bundle;
  private final Map<String, ReasonText> features;
  private final Set<String> codes = new HashSet<>();

  private ReasonTexts(
      String place,
      List<String> languages,
      Map<String, ReasonText> bundle,
      Map<String, ReasonText> features) {
    this.place = place;
    this.declared = !languages.isEmpty();
    this.languages = declared ? languages : ONLY_ENGLISH;
    this.bundle = bundle;
    this.features = features;
  }

  /**
   * Reads the keys {@code languages} and {@code texts} of a policy. Without declared languages, the
   * customer texts must be there in English, and an unlabelled feature goes by its plain name.
   */
  public static ReasonTexts read(JsonObject policy) {
    List<String> languages = policy.optionalTexts("languages");
    if (policy.has("languages") && languages.isEmpty()) {
      policy.value("languages").violation("a policy speaks at least one language", "add one");
    }
    Map<String, ReasonText> bundle = new LinkedHashMap<>();
    Map<String, ReasonText> features = new LinkedHashMap<>();
    policy.optionalObject("texts").ifPresent(texts -> {
      texts.optionalObject("reasons").ifPresent(reasons -> readAll(reasons, bundle));
      texts.optionalObject("features").ifPresent(named -> readAll(named, features));
      texts.finish();
    });
    return new ReasonTexts(policy.place(), languages, bundle, features);
  }

  /** Returns no texts beyond those of the library and of the rules themselves. */
  public static ReasonTexts ofLibrary() {
    return new ReasonTexts("", List.of(), Map.of(), Map.of());
  }

  private static void readAll(JsonObject json, Map<String, ReasonText> into) {
    for (String key : json.keys()) {
      JsonObject text = json.object(key);
      into.put(key, readText(text));
      text.finish();
    }
  }

  private static ReasonText readText(JsonObject json) {
    return new ReasonText(readTexts(json, "internal"), readTexts(json, "customer"));
  }

  private static Texts readTexts(JsonObject json, String key) {
    return json.optionalObject(key).map(SchemaJson::readTexts).orElse(Texts.NONE);
  }

  /** Returns the languages that customers are spoken to. */
  public List<String> languages() {
    return languages;
  }

  /** Reads the code of a rule: not blank, and used by no other rule or reason. */
  public String code(JsonObject rule) {
    JsonValue value = rule.value("code");
    String code = value.text();
    if (code.isBlank() || BuiltInTexts.byCode().containsKey(code) || !codes.add(code)) {
      value.violation("a rule needs a code of its own", "choose another");
    }
    return code;
  }

  /** Returns the words in the key {@code texts} of a rule; none where it has no such key. */
  public ReasonText own(JsonObject rule) {
    Optional<JsonObject> json = rule.optionalObject("texts");
    ReasonText own = json.map(ReasonTexts::readText).orElse(ReasonText.NONE);
    json.ifPresent(JsonObject::finish);
    return own;
  }

  /**
   * Returns the advice to change a field: the words of the action, else those of the library, which
   * name the field by its label.
   */
  public Texts advice(String template, Field field, ReasonText own) {
    ReasonText text =
        BuiltInTexts.filled(template, language -> label(field, language)).overlaidBy(own);
    require(text, path("texts.features." + field.name()), "the advice on " + field.name());
    return text.customer();
  }

  /** Returns the words of a rule, from its key {@code texts} and the bundle. */
  public ReasonText rule(JsonObject rule, String code) {
    ReasonText own = own(rule);
    ReasonText text = bundle.getOrDefault(code, ReasonText.NONE).overlaidBy(own);
    require(text, rule.place() + ".texts", code);
    return text;
  }

  /** Returns the words of a reason that comes with the library. */
  public ReasonText builtIn(String code) {
    ReasonText text = BuiltInTexts.byCode()
        .getOrDefault(code, ReasonText.NONE)
        .overlaidBy(bundle.getOrDefault(code, ReasonText.NONE));
    require(text, path("texts.reasons." + code), code);
    return text;
  }

  /**
   * Returns the words for values that a rule needs and that are missing.
   *
   * @param names the fields of the rule
   */
  public ReasonText missing(Collection<String> names, Schema schema, String code) {
    ReasonText text = BuiltInTexts.filled("$missing", language -> labels(names, schema, language));
    String first = names.stream().findFirst().orElse("");
    require(text, path("texts.features." + first), code + " (labels of " + names + ")");
    return text;
  }

  /** Returns the words for points that a feature cost. */
  public ReasonText feature(Field field) {
    ReasonText text = BuiltInTexts.filled("$feature", language -> label(field, language))
        .overlaidBy(new ReasonText(field.labels(), field.reasons()))
        .overlaidBy(features.getOrDefault(field.name(), ReasonText.NONE));
    require(text, path("texts.features." + field.name()), field.name());
    return text;
  }

  /**
   * Checks that the bundle speaks of nothing that is not there.
   *
   * @param featureNames the features of the model; empty where it is not known yet
   */
  public void finish(Collection<String> featureNames) {
    Set<String> known = new HashSet<>(codes);
    known.addAll(BuiltInTexts.byCode().keySet());
    refuseUnknown(bundle, known, "texts.reasons.", "there is no reason");
    if (!featureNames.isEmpty()) {
      refuseUnknown(features, featureNames, "texts.features.", "the model has no feature");
    }
  }

  private void refuseUnknown(
      Map<String, ReasonText> texts, Collection<String> known, String under, String rule) {
    for (String key : texts.keySet()) {
      if (!known.contains(key)) {
        throw new InvalidInputException(new Violation(
            path(under + key), rule + " \"" + key + "\"", "", NearestName.remedy(key, known)));
      }
    }
  }

  private String labels(Collection<String> names, Schema schema, String language) {
    Map<String, String> labels = new HashMap<>();
    for (String name : names) {
      String label = schema.has(name) ? label(schema.field(name), language) : name;
      if (label.isEmpty()) {
        return "";
      }
      labels.put(name, label);
    }
    return String.join(
        ", ", names.stream().map(name -> labels.getOrDefault(name, name)).toList());
  }

  /** Returns the label of a field in a language; its name where languages are not declared. */
  private String label(Field field, String language) {
    Texts own = features.getOrDefault(field.name(), ReasonText.NONE).internal();
    Texts labels = ReasonText.overlay(field.labels(), own);
    return labels.byLanguage().getOrDefault(language, declared ? "" : field.name());
  }

  private void require(ReasonText text, String where, String code) {
    for (String language : languages) {
      if (text.customer().byLanguage().getOrDefault(language, "").isBlank()) {
        throw new InvalidInputException(new Violation(
            where + ".customer",
            "the reason " + code + " needs a customer text in every language of the policy",
            "none in " + language,
            "add one, since it can lead to a worse outcome"));
      }
    }
    if (text.internal().byLanguage().values().stream().allMatch(String::isBlank)) {
      throw new InvalidInputException(new Violation(
          where + ".internal",
          "the reason " + code + " needs an internal text",
          "none",
          "add one"));
    }
  }

  private String path(String key) {
    return place.isEmpty() ? key : place + " at " + key;
  }
}
