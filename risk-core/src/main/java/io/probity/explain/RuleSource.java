package io.probity.explain;

import io.probity.input.JsonObject;
import java.time.LocalDate;

/**
 * Where a rule of a policy comes from: a law, a regulator's rule or a page about it.
 *
 * @param title what it is, with article or section
 * @param url where it can be read
 * @param checked the day on which somebody last compared the rule with it
 */
public record RuleSource(String title, String url, LocalDate checked) {

  /** Reads the optional keys {@code source} and {@code remark}, which change no decision. */
  public static void readNotes(JsonObject rule) {
    rule.optionalObject("source").ifPresent(json -> {
      RuleSource source =
          new RuleSource(json.text("title"), json.text("url"), json.date("checked"));
      if (source.title().isBlank()) {
        json.value("title").violation("a source needs a title", "name the law and its section");
      }
      json.finish();
    });
    rule.text("remark", "");
  }
}
