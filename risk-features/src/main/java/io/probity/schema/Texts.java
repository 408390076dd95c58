package io.probity.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words in several languages, keyed by language tag such as {@code en}, {@code zh-Hans} or {@code
 * zh-Hant}. Immutable; ordered by tag.
 */
public final class Texts {

  /** No words at all. */
  public static final Texts NONE = new Texts(Map.of());

  private final Map<String, String> byLanguage;

  private Texts(Map<String, String> byLanguage) {
    this.byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
  }

  /** Returns texts by language tag. */
  public static Texts of(Map<String, String> byLanguage) {
    return byLanguage.isEmpty() ? NONE : new Texts(byLanguage);
  }

  /** Returns an English text. */
  public static Texts english(String text) {
    return new Texts(Map.of("en", text));
  }

  /** Returns the texts by language tag, ordered by tag. */
  public Map<String, String> byLanguage() {
    return byLanguage;
  }

  /** Returns whether there is a text in this very language. */
  public boolean has(String language) {
    return byLanguage.containsKey(language);
  }

  /** Returns the text in the language, else in English, else the given one. */
  public String in(String language, String otherwise) {
    String text = byLanguage.get(language);
    return text != null ? text : byLanguage.getOrDefault("en", otherwise);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Texts texts && byLanguage.equals(texts.byLanguage);
  }

  @Override
  public int hashCode() {
    return byLanguage.hashCode();
  }

  @Override
  public String toString() {
    return byLanguage.toString();
  }
}
