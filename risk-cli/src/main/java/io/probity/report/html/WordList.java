package io.probity.report.html;

import io.probity.input.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The words of the page in one language. */
final class WordList {

  static final WordList ENGLISH = read("en", "English");

  /** The languages of the page, the first one being shown first. */
  static final List<WordList> ALL =
      List.of(ENGLISH, read("zh-Hans", "简体中文"), read("zh-Hant", "繁體中文"));

  private final String language;
  private final String name;
  private final Map<String, String> words;

  private WordList(String language, String name, Map<String, String> words) {
    this.language = language;
    this.name = name;
    this.words = words;
  }

  private static WordList read(String language, String name) {
    String file = "words_" + language.replace('-', '_') + ".properties";
    try (InputStream in = WordList.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> words = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
      return new WordList(language, name, words);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Returns the language as the page's {@code lang} names it. */
  public String language() {
    return language;
  }

  /** Returns the language in its own words. */
  public String name() {
    return name;
  }

  Map<String, String> words() {
    return words;
  }

  /**
   * Returns the sentence of a key with its gaps filled.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  String sentence(String key, List<String> arguments) {
    String sentence = words.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("the page has no words for the key " + key);
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int gap = sentence.indexOf('{'); gap >= 0; gap = sentence.indexOf('{', from)) {
      filled.append(sentence, from, gap);
      filled.append(arguments.get(sentence.charAt(gap + 1) - '0'));
      from = gap + "{0}".length();
    }
    return filled.append(sentence.substring(from)).toString();
  }

  void write(JsonText out) {
    out.beginObject(language);
    words.forEach(out::put);
    out.endObject();
  }
}
