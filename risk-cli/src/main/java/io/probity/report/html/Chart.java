package io.probity.report.html;

import io.probity.input.JsonText;
import java.util.function.Consumer;

/**
 * A chart that the page's script draws.
 *
 * @param kind which function of the script draws it
 * @param title what it shows
 * @param data what it is drawn from: members of a JSON object
 */
record Chart(String kind, Words title, String data) implements Block {

  /** Returns a chart whose data are written into an object. */
  static Chart of(String kind, Words title, Consumer<JsonText> members) {
    JsonText out = JsonText.compact().beginObject().put("kind", kind);
    out.beginObject("title");
    title.write(out);
    out.endObject();
    members.accept(out);
    return new Chart(kind, title, out.endObject().toString());
  }
}
