package io.probity.report.html;

import com.samskivert.mustache.Mustache;
import io.probity.input.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTML file: style, scripts, chart library and data are in it, and its content security policy lets
 * it load nothing else. The page runs only the scripts whose digests the policy names, so that no text
 * of the data can be run.
 *
 * @param title the title of the window
 * @param heading what stands at the top
 * @param sections what it shows
 * @param scripts the names of the scripts that make it work, in order; those of all pages come first
 * @param data what the scripts read, as JSON by the id of the element that holds it
 */
record HtmlPage(
    String title,
    Words heading,
    List<Section> sections,
    List<String> scripts,
    Map<String, String> data) {

  private static final String CHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  HtmlPage {
    sections = List.copyOf(sections);
    scripts = List.copyOf(scripts);
    data = new TreeMap<>(data);
  }

  /**
   * A text inside an element that holds data or a script.
   *
   * @param id the id of the element
   * @param text what stands in it
   */
  public record Embedded(String id, String text) {}

  /** Returns the file. */
  String html() {
    List<String> code = new ArrayList<>(List.of(resource(CHARTS)));
    code.add(resource("page.js"));
    code.add(resource("charts.js"));
    scripts.forEach(name -> code.add(resource(name)));
    StringBuilder policy = new StringBuilder();
    code.forEach(script -> policy.append(" 'sha256-").append(digest(script)).append('\''));
    List<Embedded> embedded = new ArrayList<>(List.of(new Embedded("words", inScript(words()))));
    data.forEach((id, json) -> embedded.add(new Embedded(id, inScript(json))));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", title);
    page.put("heading", heading);
    page.put("languages", WordList.ALL);
    page.put("first", sections.get(0).id());
    page.put("isLong", sections.size() > 1);
    page.put("sections", sections);
    page.put("style", resource("report.css") + resource("desk.css"));
    page.put("policy", policy.substring(1));
    page.put("embedded", embedded);
    page.put("code", code);
    return Mustache.compiler()
        .escapeHTML(true)
        .emptyStringIsFalse(true)
        .withLoader(HtmlPage::open)
        .compile(resource("page.mustache"))
        .execute(page);
  }

  private static String words() {
    JsonText out = JsonText.compact().beginObject();
    WordList.ALL.forEach(list -> list.write(out));
    return out.endObject().toString();
  }

  /** Returns JSON in which nothing can end the element of a script. */
  private static String inScript(String json) {
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private static String digest(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }

  private static String resource(String name) {
    try (Reader reader = open(name)) {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[1 << 14];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        text.append(buffer, 0, read);
      }
      return text.toString();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Reader open(String name) {
    InputStream in = HtmlPage.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing from the jar");
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
