package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.decision.Counterfactual;
import io.probity.decision.Counterfactuals;
import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.Goal;
import io.probity.decision.Outcome;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.model.RiskModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The what-if page in a real browser, against the engine. */
class WhatIfPageTest {

  private static final Path DATA = Path.of("..", "datasets");

  @TempDir
  static Path folder;

  private static Browser browser;

  @BeforeAll
  static void train() {
    browser = Browser.start();
    train("lending-club", "lending-club.risk", "scorecard");
    train("german", "german.risk", "scorecard");
    train("credit", "additive.risk", "additive");
  }

  private static void train(String data, String model, String family) {
    run(
        "train",
        DATA.resolve(data).resolve(data + ".csv").toString(),
        "--family",
        family,
        "--out",
        folder.resolve(model).toString());
  }

  private static void run(String... words) {
    CliRun run = CliRun.of(words);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page(String model, String policy) {
    Path page = folder.resolve(model + "-" + policy.replace('/', '-') + ".html");
    run(
        "whatif",
        folder.resolve(model + ".risk").toString(),
        "--policy",
        DATA.resolve(policy + ".json").toString(),
        "--out",
        page.toString());
    return page;
  }

  @ParameterizedTest
  @CsvSource({
    "lending-club, policies/demo-personal-loan, 1000",
    "german, german/policy, 1000",
    "additive, credit/policy, 1000",
    "lending-club, policies/us-illinois-instalment-loan, 300",
    "lending-club, policies/eu-finland-consumer-loan, 300",
    "lending-club, policies/cn-online-micro-loan, 300",
    "lending-club, policies/credit-line, 300",
    "lending-club, policies/catalog-personal-loan, 300"
  })
  void decide_randomApplicants_isWhatTheEngineDecides(String model, String policy, int count)
      throws IOException {
    browser.open(page(model, policy), 1280);
    CreditEngine engine = CreditEngine.of(
        RiskModel.load(folder.resolve(model + ".risk")),
        CreditPolicy.load(DATA.resolve(policy + ".json")));
    PageApplicants random = new PageApplicants(engine, 17);
    List<Map<String, Object>> applicants = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      applicants.add(random.next());
    }

    String answer = (String) browser.run(PageApplicants.SCRIPT, PageApplicants.json(applicants));
    List<JsonObject> decided = JsonObject.parse(
            ("{\"all\":" + answer + "}").getBytes(StandardCharsets.UTF_8), "page", JsonLimits.FILE)
        .objects("all");

    Map<String, Integer> outcomes = new TreeMap<>();
    int limits = 0;
    for (int i = 0; i < count; i++) {
      PageApplicants.Decided expected = random.decide(applicants.get(i));
      assertThat(decided.get(i).text("words"))
          .as("applicant %d: %s", i, applicants.get(i))
          .isEqualTo(expected.words());
      assertThat(decided.get(i).number("pd")).isCloseTo(expected.pd(), within(1e-9));
      outcomes.merge(expected.words().replaceAll(" .*", ""), 1, Integer::sum);
      limits += expected.words().contains("AFFORDABILITY:") ? 1 : 0;
    }
    assertThat(outcomes).containsKeys("DECLINE", "REFER");
    assertThat(limits).as("applicants who came to a limit").isGreaterThan(count / 50);
  }

  @Test
  void changes_cheapest_areThoseOfTheSearch() throws IOException {
    browser.open(page("lending-club", "policies/demo-personal-loan"), 1280);
    CreditEngine engine = CreditEngine.of(
        RiskModel.load(folder.resolve("lending-club.risk")),
        CreditPolicy.load(DATA.resolve("policies/demo-personal-loan.json")));
    PageApplicants random = new PageApplicants(engine, 3);
    int compared = 0;
    for (int i = 0; i < 400 && compared < 12; i++) {
      Map<String, Object> applicant = random.next();
      Counterfactual found;
      try {
        found = Counterfactuals.of(engine)
            .find("page", null, applicant, Goal.outcome(Outcome.APPROVE), 1_500);
      } catch (InvalidInputException refused) {
        continue;
      }
      if (!found.exact() || found.before().outcome() == Outcome.APPROVE) {
        continue;
      }
      String expected = found.changes().stream()
          .map(change -> change.field() + ":" + change.from() + ">" + change.to())
          .collect(Collectors.joining(","));

      Object changes = browser.run(
          "return probity.whatif.cheapest(JSON.parse(arguments[0])[0], null, 'APPROVE', 1500)"
              + ".changes.map((c) => c.action.field + ':' + c.from + '>' + c.to).join(',')",
          PageApplicants.json(List.of(applicant)));

      assertThat(changes).as("applicant %s", applicant).isEqualTo(expected);
      compared++;
    }
    assertThat(compared).isEqualTo(12);
  }

  @Test
  void slider_moved_decisionFollows() throws IOException {
    Path page = folder.resolve("begin.html");
    run(
        "whatif",
        folder.resolve("lending-club.risk").toString(),
        "--policy",
        DATA.resolve("policies/demo-personal-loan.json").toString(),
        "--application",
        DATA.resolve("applications/personal-loan.json").toString(),
        "--out",
        page.toString());
    browser.open(page, 1280);
    assertThat(browser.text(".outcome")).containsIgnoringCase("approve");
    assertThat(browser.text("#whatif-limit")).isEqualTo("12,000.00 USD");
    String pd = browser.text("#whatif-pd");

    WebElement slider = browser.find("[data-field='inq_last_6mths'] input[type=range]");
    for (int i = 0; i < 5; i++) {
      slider.sendKeys(Keys.ARROW_RIGHT);
    }

    assertThat(browser.text("#whatif-pd")).isNotEqualTo(pd);
    assertThat(browser.findAll(".reasons li[data-code='inq_last_6mths']")).hasSize(1);
    browser.find("#reset").click();
    assertThat(browser.text("#whatif-pd")).isEqualTo(pd);
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void value_outOfRange_isNamedAndNotDecidedOn() throws IOException {
    browser.open(page("lending-club", "policies/demo-personal-loan"), 1280);
    WebElement amount = browser.find("[data-field='funded_amnt'] input[type=number]");
    amount.clear();
    amount.sendKeys("-5");

    assertThat(browser.text(".verdict [role=alert]")).contains("Amount of the loan");
  }

  @ParameterizedTest
  @CsvSource({"zh-Hans,原因", "zh-Hant,原因", "en,Reasons"})
  void language_chosen_wordsChange(String language, String reasons) throws IOException {
    browser.open(page("lending-club", "policies/demo-personal-loan"), 390);
    browser.run(
        "const s = document.getElementById('language'); s.value = arguments[0];"
            + "s.dispatchEvent(new Event('change'))",
        language);

    assertThat(browser.text(".result h3")).isEqualTo(reasons);
    assertThat(browser.overrun()).isZero();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void boostedModel_isRefusedWithTheReason() {
    Path model = folder.resolve("boosted.risk");
    train("german", "boosted.risk", "boosted");

    CliRun run = CliRun.of(
        "whatif",
        model.toString(),
        "--policy",
        DATA.resolve("german/policy.json").toString(),
        "--out",
        folder.resolve("no.html").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("a page can compute scorecards and additive models");
    assertThat(folder.resolve("no.html")).doesNotExist();
  }
}
