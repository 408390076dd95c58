package io.probity.report.html;

import io.probity.input.JsonText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text that the page shows in the language of the reader: a key of {@link WordList} with what stands
 * in its gaps, or a text of the data, which may come in several languages. Immutable.
 *
 * @param key the key; empty for a text of the data
 * @param arguments what stands in the gaps {0}, {1}, …; texts of the data
 * @param given the text of the data by language, {@code en} always among them; empty for a key
 */
record Words(String key, List<String> arguments, Map<String, String> given) {

  static final String ENGLISH = "en";

  Words {
    arguments = List.copyOf(arguments);
    given = Map.copyOf(given);
    if (key.isEmpty() != given.containsKey(ENGLISH)) {
      throw new IllegalArgumentException(
          "words have either a key or an English text, not \"" + key + "\" and " + given);
    }
  }

  /** Returns words of the word lists. */
  static Words of(String key, String... arguments) {
    return new Words(key, List.of(arguments), Map.of());
  }

  /** Returns a text that is the same in each language. */
  static Words text(String text) {
    return new Words("", List.of(), Map.of(ENGLISH, text));
  }

  /** Returns a text of the data in several languages. */
  static Words given(Map<String, String> byLanguage) {
    return new Words("", List.of(), byLanguage);
  }

  /** Returns the text in English. */
  public String english() {
    return key.isEmpty()
        ? given.getOrDefault(ENGLISH, "")
        : WordList.ENGLISH.sentence(key, arguments);
  }

  /** Returns the attributes of a page's element, as JSON; empty where nothing changes. */
  public String json() {
    if (key.isEmpty() && given.size() == 1) {
      return "";
    }
    JsonText out = JsonText.compact().beginObject();
    write(out);
    return out.endObject().toString();
  }

  void write(JsonText out) {
    if (key.isEmpty()) {
      out.beginObject("given");
      new TreeMap<>(given).forEach(out::put);
      out.endObject();
    } else {
      out.put("key", key);
      if (!arguments.isEmpty()) {
        out.put("arguments", arguments);
      }
    }
  }
}
