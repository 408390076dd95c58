package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The binning page and the profile page in a real browser. */
class BinningPageTest {

  private static final String CSV = "../datasets/german/german.csv";
  private static final String HOSTILE_COLUMN = "<script>window.hacked=1</script>";
  private static final String HOSTILE_LEVEL = "</script><img src=x onerror=window.hacked=1>";

  @TempDir
  static Path folder;

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void makePages() throws IOException {
    browser = Browser.start();
    page = folder.resolve("bins.html");
    run("bin", CSV, "--html", page.toString());
    Files.writeString(folder.resolve("hostile.csv"), hostileRecords());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static String run(String... words) {
    CliRun run = CliRun.of(words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private static void choose(String feature) {
    browser.find("[data-feature='" + feature + "']").click();
  }

  private static double shownIv() {
    return Double.parseDouble(browser.find(".figures").getDomAttribute("data-iv"));
  }

  /** Returns the IV of a feature as the command counts it with the page's file of changes. */
  private static double ivByCommand(String feature) throws IOException {
    Path edits = folder.resolve("edits.json");
    Files.writeString(edits, (String) browser.run("return probity.bins.file()"));
    String json = run("bin", CSV, "--edit", edits.toString(), "--json", "--feature", feature);
    JsonObject figures =
        JsonObject.parse(json.getBytes(StandardCharsets.UTF_8), "bins", JsonLimits.FILE);
    return figures.objects("features").get(0).number("iv");
  }

  @Test
  void figures_unchanged_areThoseOfTheCommand() {
    browser.open(page, 1280);

    Number worst =
        (Number) browser.run("return Math.max(...probity.bins.all.filter((f) => f.isBinned)"
            + ".map((f) => Math.abs(f.table().informationValue() - f.iv)))");

    assertThat(worst.doubleValue()).isLessThan(1e-12);
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void cut_movedByKeys_changesFiguresAtOnceAndIsSaved() throws IOException {
    browser.open(page, 1280);
    choose("amount");
    double before = shownIv();
    String label = browser.find("tr[data-bin='0'] td").getText();

    browser.find("[data-cut='0']").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

    assertThat(shownIv()).isNotEqualTo(before);
    assertThat(browser.find("tr[data-bin='0'] td").getText()).isNotEqualTo(label);
    assertThat(ivByCommand("amount")).isCloseTo(shownIv(), within(1e-9));
  }

  @Test
  void cut_dragged_movesAndCanBeUndone() {
    browser.open(page, 1280);
    choose("duration_months");
    double before = shownIv();
    WebElement cut = browser.find("[data-cut='1'] span");

    new Actions(browser.driver()).dragAndDropBy(cut, 60, 0).perform();

    assertThat(shownIv()).isNotEqualTo(before);
    browser.find("#undo").click();
    assertThat(shownIv()).isEqualTo(before);
  }

  @Test
  void bins_mergedAndSplit_areAcceptedByTheCommand() throws IOException {
    browser.open(page, 1280);
    choose("duration_months");
    int bins = browser.findAll("[data-act='split']").size();
    browser.find("tr[data-bin='1'] [data-act='merge']").sendKeys(Keys.ENTER);
    assertThat(browser.text("#bins-count")).isEqualTo(Integer.toString(bins - 1));
    browser.find("tr[data-bin='0'] [data-act='split']").sendKeys(Keys.ENTER);
    browser.find("[data-cut='2']").sendKeys(Keys.DELETE);
    assertThat(browser.text("#bins-count")).isEqualTo(Integer.toString(bins - 1));
    browser.find("#why").sendKeys("smaller steps");
    browser.find("#by").sendKeys("A. Nalyst");

    assertThat(ivByCommand("duration_months")).isCloseTo(shownIv(), within(1e-9));
    assertThat(Files.readString(folder.resolve("edits.json")))
        .contains("smaller steps")
        .contains("A. Nalyst");
  }

  @Test
  void levels_movedByKeys_areAcceptedByTheCommand() throws IOException {
    browser.open(page, 1280);
    choose("purpose");
    double before = shownIv();

    browser.find(".group[data-group='0'] .chip").sendKeys(Keys.ARROW_RIGHT);

    assertThat(shownIv()).isNotEqualTo(before);
    assertThat(ivByCommand("purpose")).isCloseTo(shownIv(), within(1e-9));
  }

  @Test
  void saved_withNothingChanged_isNotOffered() {
    browser.open(page, 1280);

    assertThat(browser.find("#save").isEnabled()).isFalse();
    choose("amount");
    browser.find("[data-cut='0']").sendKeys(Keys.DELETE);
    assertThat(browser.find("#save").isEnabled()).isTrue();
    browser.find("#save").click();
    assertThat(browser.console()).isEmpty();
  }

  /** Records whose column and levels would run as a script if they were not escaped. */
  private static String hostileRecords() {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder csv = new StringBuilder("bad,\"" + HOSTILE_COLUMN + "\",kind\n");
    for (int row = 0; row < 1_200; row++) {
      boolean risky = random.nextDouble() < 0.4;
      boolean bad = random.nextDouble() < (risky ? 0.4 : 0.2);
      csv.append(bad ? 1 : 0).append(',').append(random.nextInt(1000)).append(",\"");
      csv.append(risky ? HOSTILE_LEVEL : "plain & \"\"simple\"\"").append("\"\n");
    }
    return csv.toString();
  }

  @ParameterizedTest
  @CsvSource({"bin, 1280", "bin, 390", "profile, 1280", "profile, 390"})
  void hostileNames_areShownAsText(String command, int width) throws IOException {
    Path made = folder.resolve("hostile-" + command + ".html");
    String csv = folder.resolve("hostile.csv").toString();
    run(command, csv, "--target", "bad", "--html", made.toString());

    browser.open(made, width);
    if (command.equals("bin")) {
      choose("kind");
    }
    browser.screenshot("hostile-" + command + "-" + width);

    assertThat(browser.run("return window.hacked")).isNull();
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.text("main")).contains(HOSTILE_COLUMN);
    assertThat((String) browser.run("return document.querySelector('main').textContent"))
        .contains(HOSTILE_LEVEL);
    assertThat(browser.findAll("main img")).isEmpty();
    assertThat(browser.overrun()).isZero();
  }

  @Test
  void profile_opened_showsHistogramsAndSavesTheSchema() throws IOException {
    Path profile = folder.resolve("profile.html");
    run("profile", CSV, "--target", "default", "--html", profile.toString());
    browser.open(profile, 1280);

    assertThat(browser.findAll("#columns .panel:not([hidden]) .chart svg")).hasSize(1);
    browser.find("#columns [data-step='1']").sendKeys(Keys.ENTER);
    assertThat(browser.findAll("#columns .panel:not([hidden]) .chart svg")).hasSize(1);
    assertThat(browser.text("#schema")).contains("FEATURE").contains("duration_months");
    browser.find("#save").click();
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(Files.size(profile)).isLessThan(3_000_000);
  }
}
