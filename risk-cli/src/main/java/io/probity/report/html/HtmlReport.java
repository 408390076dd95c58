package io.probity.report.html;

import com.samskivert.mustache.Mustache;
import io.probity.input.JsonText;
import io.probity.validation.Breakdown;
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

/**
 * A report as one HTML file: style, script, chart library and data are in it, and its content security
 * policy lets it load nothing else. The page runs only the two scripts whose digests the policy names,
 * so that no text of the data can be run.
 */
public final class HtmlReport {

  private static final String CHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  private HtmlReport() {}

  /** Returns the page. */
  public static String page(ModelReport report) {
    List<Section> sections = sections(report);
    String charts = resource(CHARTS);
    String script = resource("report.js");
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", report.name());
    page.put("heading", Words.of("page.heading", report.name()));
    page.put("languages", WordList.ALL);
    page.put("sections", sections);
    page.put("style", resource("report.css"));
    page.put("charts", charts);
    page.put("script", script);
    page.put("policy", "'sha256-" + digest(charts) + "' 'sha256-" + digest(script) + "'");
    page.put("words", inScript(words()));
    return Mustache.compiler()
        .escapeHTML(true)
        .emptyStringIsFalse(true)
        .withLoader(HtmlReport::open)
        .compile(resource("page.mustache"))
        .execute(page);
  }

  private static List<Section> sections(ModelReport report) {
    List<Section> sections = new ArrayList<>();
    sections.add(SummarySection.of(report));
    report.profile().ifPresent(profile -> sections.add(DataSection.of(profile)));
    sections.add(VariablesSection.of(report));
    sections.add(ModelSection.of(report));
    sections.add(RankingSection.of(report));
    sections.add(CalibrationSection.calibration(report));
    sections.add(CalibrationSection.grades(report));
    sections.add(CutOffSection.of(report));
    report.decisions().ifPresent(decisions -> sections.add(DecisionsSection.of(decisions)));
    sections.add(StabilitySection.stability(report));
    if (!report.validation().breakdowns().stream().allMatch(Breakdown::byTime)) {
      sections.add(StabilitySection.segments(report));
    }
    sections.add(FairnessSection.of(report));
    sections.add(ModelCard.of(report).section());
    sections.add(ProvenanceSection.of(report));
    return sections.stream().filter(section -> !section.blocks().isEmpty()).toList();
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
    InputStream in = HtmlReport.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing from the jar");
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
