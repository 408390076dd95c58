package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.model.AdditiveModel;
import io.probity.model.ModelParts;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The report in a real browser. */
class ReportPageTest {

  private static final String HOSTILE_COLUMN = "<script>window.hacked=1</script>";
  private static final String HOSTILE_LEVEL = "</script><img src=x onerror=window.hacked=1>";

  @TempDir
  static Path folder;

  private static Browser browser;
  private static Path page;
  private static Path hostile;

  @BeforeAll
  static void makePages() throws IOException {
    browser = Browser.start();
    page = folder.resolve("german.html");
    String home = System.getProperty("risk.home");
    System.setProperty("risk.home", "..");
    try {
      run("gallery", "--out", folder.toString());
    } finally {
      if (home == null) {
        System.clearProperty("risk.home");
      } else {
        System.setProperty("risk.home", home);
      }
    }
    hostile = folder.resolve("hostile.html");
    Files.writeString(folder.resolve("hostile.csv"), hostileRecords());
    run(
        "train",
        folder + "/hostile.csv",
        "--target",
        "bad",
        "--out",
        "h.risk",
        "--report",
        "hostile.html");
  }

  private static void run(String... words) {
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].matches("[gh]\\.risk|[a-z]+\\.html")
          ? folder.resolve(words[i]).toString()
          : words[i];
    }
    CliRun run = CliRun.of(words);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  /** Records whose column and levels would run as a script if they were not escaped. */
  private static String hostileRecords() {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder csv = new StringBuilder("bad,\"" + HOSTILE_COLUMN + "\",kind,applied\n");
    for (int row = 0; row < 1_200; row++) {
      double value = random.nextDouble();
      boolean risky = random.nextDouble() < 0.4;
      boolean bad = random.nextDouble() < 0.1 + 0.3 * value + (risky ? 0.2 : 0.0);
      csv.append(bad ? 1 : 0).append(',').append(Math.round(value * 1000)).append(",\"");
      csv.append(risky ? HOSTILE_LEVEL : "plain & \"\"simple\"\"").append("\",");
      csv.append(LocalDate.of(2024, 1, 1).plusDays(row / 2)).append('\n');
    }
    return csv.toString();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void page_opened_asksForNothingAndHasNoError() throws IOException {
    browser.open(page, 1280);

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(Files.size(page)).isLessThan(3_000_000);
    assertThat(browser.findAll(".chart svg").size()).isGreaterThan(8);
  }

  @ParameterizedTest
  @CsvSource({
    "credit, 1280",
    "credit, 390",
    "lending-club, 1280",
    "lending-club, 390",
    "lending-club-policy, 1280",
    "lending-club-policy, 390",
    "german-profile, 1280",
    "german-profile, 390",
    "credit-bins, 1280",
    "credit-bins, 390",
    "german-whatif, 1280",
    "credit-whatif, 390",
    "lending-club-profile, 1280",
    "lending-club-bins, 390",
    "lending-club-whatif, 1280",
    "lending-club-whatif, 390"
  })
  void gallery_everyPage_hasNoErrorAndRunsNotOver(String name, int width) throws IOException {
    browser.open(folder.resolve(name + ".html"), width);
    browser.screenshot(name + "-" + width);

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.overrun()).isZero();
    assertThat(Files.size(folder.resolve(name + ".html"))).isLessThan(3_000_000);
  }

  @Test
  void cutOff_moved_figuresFollowTheCounts() throws IOException {
    browser.open(page, 1280);
    WebElement slider = browser.find(".desk input[type=range]");
    int score = Integer.parseInt(slider.getDomProperty("value"));
    String before = browser.text(".desk .approval");

    slider.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    for (int i = 0; i < 10; i++) {
      slider.sendKeys(Keys.ARROW_RIGHT);
    }

    assertThat(browser.text(".desk .at")).isEqualTo(Integer.toString(score + 14));
    assertThat(browser.text(".desk .approval")).isNotEqualTo(before);
    assertFigures(score + 14);
  }

  /** Adds up the counts in the page from the score on, apart from its script. */
  private static void assertFigures(int from) throws IOException {
    String json = browser.find(".desk .chart").getDomAttribute("data-chart");
    JsonObject data =
        JsonObject.parse(json.getBytes(StandardCharsets.UTF_8), "chart", JsonLimits.FILE);
    double[] scores = numbers(json, "scores");
    double[] goods = numbers(json, "goods");
    double[] bads = numbers(json, "bads");
    double[] expected = numbers(json, "expected");
    assertThat(data.text("kind")).isEqualTo("cutoff");
    double all = 0;
    double approved = 0;
    double approvedBads = 0;
    double expectedBads = 0;
    for (int i = 0; i < scores.length; i++) {
      all += goods[i] + bads[i];
      if (scores[i] >= from) {
        approved += goods[i] + bads[i];
        approvedBads += bads[i];
        expectedBads += expected[i];
      }
    }
    assertThat(all).isEqualTo(300);
    assertThat(percent(".approval")).isCloseTo(approved / all, within(5.1e-5));
    assertThat(percent(".bad-rate")).isCloseTo(approvedBads / approved, within(5.1e-5));
    assertThat(percent(".expected-rate")).isCloseTo(expectedBads / approved, within(5.1e-5));
    assertThat(percent(".expected-profit"))
        .isCloseTo(
            ((approved - expectedBads) * 0.2644 - expectedBads * 0.275) / all, within(5.1e-5));
  }

  private static double[] numbers(String json, String key) {
    String list = json.substring(json.indexOf("\"" + key + "\":[") + key.length() + 4);
    String[] texts = list.substring(0, list.indexOf(']')).split(",");
    return Arrays.stream(texts).mapToDouble(Double::parseDouble).toArray();
  }

  private static double percent(String figure) {
    return Double.parseDouble(browser.text(".desk " + figure).replace("%", "")) / 100;
  }

  @Test
  void cutOff_bestAskedFor_hasTheHighestProfit() {
    browser.open(page, 1280);
    browser.find(".desk .best").click();
    double best = percent(".expected-profit");

    WebElement slider = browser.find(".desk input[type=range]");
    slider.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT);

    assertThat(percent(".expected-profit")).isLessThanOrEqualTo(best);
  }

  @ParameterizedTest
  @CsvSource({"en,Summary,Variables", "zh-Hans,摘要,变量", "zh-Hant,摘要,變數"})
  void language_chosen_wordsChange(String language, String summary, String variables) {
    browser.open(page, 1280);
    browser.run(
        "const s = document.getElementById('language'); s.value = arguments[0];"
            + "s.dispatchEvent(new Event('change'))",
        language);

    assertThat(browser.text("#summary h2")).isEqualTo(summary);
    assertThat(browser.text("#variables h2")).isEqualTo(variables);
    assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo(language);
    assertThat(browser.console()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280,en,light", "1280,zh-Hans,dark", "390,en,light", "390,zh-Hant,dark"})
  void layout_anyWidth_nothingRunsOver(int width, String language, String theme)
      throws IOException {
    browser.open(page, width);
    browser.run(
        "localStorage.setItem('probity.language', arguments[0]);"
            + "localStorage.setItem('probity.theme', arguments[1])",
        language,
        theme);
    browser.open(page, width);
    browser.screenshot("report-" + width + "-" + language + "-" + theme);
    browser.open(page, width);

    int over = browser.overrun();
    browser.run("localStorage.clear()");
    assertThat(over).isZero();
    assertThat(browser.find("html").getDomAttribute("data-theme")).isEqualTo(theme);
  }

  @Test
  void additiveModel_shapesAndPairs_areDrawn() throws IOException {
    RiskModel card = RiskModel.load(folder.resolve("german.risk"));
    ModelParts parts = card.parts();
    Path file = folder.resolve("additive.risk");
    RiskModel.of(new ModelParts(
            parts.schema(),
            additive((Scorecard) card.predictor()),
            parts.calibration(),
            parts.scale(),
            parts.grades(),
            parts.reference(),
            parts.data(),
            parts.catalogVersion(),
            parts.plan()))
        .save(file);
    Path additive = folder.resolve("additive.html");
    CliRun run = CliRun.of(
        "report",
        file.toString(),
        "../datasets/german/german.csv",
        "--bootstrap",
        "0",
        "--out",
        additive.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();

    browser.open(additive, 1280);
    browser.screenshot("additive-1280");

    assertThat(browser.console()).isEmpty();
    assertThat(browser.findAll("#model .picker .panel:not([hidden]) svg")).hasSize(2);
    assertThat(browser.findAll("#model .picker")).hasSize(2);
  }

  /** Returns a model with the contributions of a scorecard as effects, and one pair. */
  private static AdditiveModel additive(Scorecard card) {
    List<AdditiveModel.Term> terms = card.terms().stream()
        .map(term -> {
          List<Double> effects = IntStream.range(0, term.binning().bins())
              .mapToObj(bin -> term.contribution(bin))
              .toList();
          return new AdditiveModel.Term(
              term.binning(),
              effects,
              effects.stream().map(effect -> effect - 0.1).toList(),
              effects.stream().map(effect -> effect + 0.2).toList(),
              term.points());
        })
        .toList();
    return AdditiveModel.of(
        card.intercept(),
        terms,
        List.of(new AdditiveModel.Pair(
            0,
            1,
            halves(terms.get(0)),
            halves(terms.get(1)),
            List.of(List.of(0.1, -0.2), List.of(-0.05, 0.3)),
            List.of(List.of(3, -6), List.of(-2, 9)))));
  }

  private static List<Integer> halves(AdditiveModel.Term term) {
    return IntStream.range(0, term.binning().bins())
        .mapToObj(bin -> bin == 0 ? 0 : 1)
        .toList();
  }

  @Test
  void variable_chosen_onlyItsPanelIsShown() {
    browser.open(page, 1280);
    assertThat(shownPanels()).hasSize(1);
    String first = shownPanels().get(0);

    browser.find("#variables [data-step='1']").sendKeys(Keys.ENTER);

    assertThat(shownPanels()).hasSize(1).doesNotContain(first);
    assertThat(browser.findAll("#variables .panel:not([hidden]) .chart svg")).hasSize(1);
  }

  private static List<String> shownPanels() {
    return browser.findAll("#variables .panel").stream()
        .filter(WebElement::isDisplayed)
        .map(panel -> panel.findElement(By.tagName("h3")).getText())
        .toList();
  }

  @Test
  void table_headPressed_sortsByNumber() {
    browser.open(page, 1280);
    String table = "#ranking h2 + .table-box table";
    browser.find(table + " th.number button").sendKeys(Keys.ENTER);

    assertThat(browser.find(table + " th.number").getDomAttribute("aria-sort"))
        .isEqualTo("ascending");
    List<Double> values = browser.findAll(table + " td[data-order]").stream()
        .map(cell -> Double.parseDouble(cell.getDomAttribute("data-order")))
        .toList();
    assertThat(values).hasSizeGreaterThan(5).isSorted();
  }

  @Test
  void print_showsEveryPanelWithoutControls() {
    browser.open(page, 1280);
    browser.asPrinted(true);
    try {
      assertThat(shownPanels()).hasSizeGreaterThan(5);
      assertThat(browser.find("nav").isDisplayed()).isFalse();
    } finally {
      browser.asPrinted(false);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void hostileNames_areShownAsText(int width) throws IOException {
    browser.open(hostile, width);
    browser.screenshot("hostile-" + width);

    assertThat(browser.run("return window.hacked")).isNull();
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.text("#variables")).contains(HOSTILE_COLUMN).contains(HOSTILE_LEVEL);
    assertThat(browser.findAll("main img")).isEmpty();
    assertThat(browser.findAll("#data .chart svg")).as("records by month").hasSize(1);
    assertThat(browser.findAll("#stability .chart svg"))
        .as("figures by quarter")
        .hasSize(1);
  }
}
