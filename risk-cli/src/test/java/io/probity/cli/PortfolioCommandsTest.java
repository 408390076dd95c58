package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.probity.capital.RetailClass;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioCommandsTest {

  private static final String OFFERS = "../datasets/portfolio/offers.csv";
  private static final String BUDGET = "../datasets/portfolio/budget.json";
  private static final String LOANS = "../datasets/lending-club/lending-club.csv";
  private static final String POLICY = "../datasets/policies/demo-personal-loan.json";

  private static final String CAREFUL = "../datasets/policies/demo-personal-loan-careful.json";
  private static final String PRICED = "../datasets/policies/demo-priced-loan.json";
  private static final String SCENARIOS = "../datasets/portfolio/scenarios.json";

  @TempDir
  static Path folder;

  private static String model = "";

  @BeforeAll
  static void train() {
    model = folder.resolve("lending-club.risk").toString();
    assertThat(CliRun.of("train", LOANS, "--out", model).exitCode()).isZero();
  }

  @Test
  void optimise_writesLimitsAndFrontierAndShowsTheGap() throws IOException {
    Path out = folder.resolve("limits.csv");
    Path frontier = folder.resolve("frontier.csv");

    CliRun run = CliRun.of(
        "limits",
        "optimise",
        OFFERS,
        "--constraints",
        BUDGET,
        "--out",
        out.toString(),
        "--frontier",
        frontier.toString(),
        "--points",
        "4");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("profit 3,800.53", "earns more than 3,813.97: gap 0.3524%", "0.032513");
    assertThat(Files.readAllLines(out))
        .contains("C1,10000,41.4137,444.8663", "C6,0,0,0")
        .hasSize(7);
    assertThat(Files.readAllLines(frontier)).hasSize(5);
  }

  @Test
  void optimise_duplicateApplicant_isAnErrorWithItsLine() throws IOException {
    Path csv = Files.writeString(
        folder.resolve("twice.csv"),
        "applicant,limit,expected_loss,profit\nA,0,0,0\nB,0,0,0\nA,0,0,0\n");

    CliRun run = CliRun.of(
        "limits", "optimise", csv.toString(), "--constraints", BUDGET, "--out", folder + "/x.csv");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("twice.csv:4", "the applicant A comes twice");
  }

  @Test
  void strategy_samePolicyTwice_swapsNobody() {
    CliRun run = CliRun.of(
        "strategy", POLICY, POLICY, LOANS, "--model", model, "--protected", "verification_status");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("only second +0 ")
        .containsPattern("only first +0 ")
        .contains("Groups beside Source_Verified");
    assertThat(run.err()).doesNotContain("warning: ");
  }

  @Test
  void strategy_withoutModel_isWrongUsage() {
    assertThat(CliRun.of("strategy", POLICY, POLICY, LOANS).exitCode()).isEqualTo(2);
  }

  @Test
  void stress_approvesFewerAndLosesMoreOnEach() {
    CliRun run = CliRun.of(
        "strategy",
        "stress",
        POLICY,
        LOANS,
        "--model",
        model,
        "--income-cut",
        "0.1",
        "--adversity",
        "0.99");

    assertThat(run.exitCode()).as(run.err()).isZero();
    int now = approvals(run.out(), "now");
    int stressed = approvals(run.out(), "stressed");
    assertThat(stressed).isLessThan(now).isPositive();
  }

  @Test
  void optimise_chart_isSvgAndJsonHasTheBound() throws IOException {
    Path chart = folder.resolve("frontier.svg");

    CliRun run = CliRun.of(
        "limits",
        "optimise",
        OFFERS,
        "--constraints",
        BUDGET,
        "--out",
        folder + "/l.csv",
        "--chart",
        chart.toString(),
        "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("{").contains("\"bound\" : 3813.97", "\"shadowPrice\"");
    assertThat(Files.readString(chart))
        .startsWith("<svg ")
        .endsWith("</svg>\n")
        .contains("Most profit for each expected loss")
        .doesNotContain("NaN");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      A,0,0,0;A,1000,10,5  | {"leastExposure":2000}  | lower leastExposure to 1000
      A,0,0,0;A,1000,10,5  | {"leastExposure":900,"mostExpectedLoss":5} | raise mostExpectedLoss to 9
      A,0,0,0;A,1000,10,NaN | {}                     | profit
      A,0,0,0;A,1000,10,x  | {}                      | profit
      A,0,0,0;A,1000,-1,5  | {}                      | expected loss
      A,500,1,1            | {}                      | must start with the limit 0
      A,0,0,0;A,0,0,0      | {}                      | must rise
      A,0,0,0;B,0,0,0;A,0,0,0 | {}                   | twice
      A,0,0,0              | {"mostExposure":-1}     | at least 0
      A,0,0,0              | {"mostLoss":1}          | unknown key "mostLoss"
      A,0,0,0              | {"shares":[{"segment":"z","most":0.5}]} | segment "z"
      """)
  void optimise_badInput_isNamed(String options, String constraints, String told)
      throws IOException {
    Path csv = Files.writeString(
        folder.resolve("bad.csv"),
        "applicant,limit,expected_loss,profit\n" + options.strip().replace(";", "\n") + "\n");
    Path json = Files.writeString(folder.resolve("bad.json"), constraints);

    CliRun run = CliRun.of(
        "limits",
        "optimise",
        csv.toString(),
        "--constraints",
        json.toString(),
        "--out",
        folder + "/x.csv");

    assertThat(run.exitCode()).as(run.out()).isEqualTo(3);
    assertThat(run.err()).contains(told);
    assertThat(folder.resolve("x.csv")).doesNotExist();
  }

  @Test
  void offers_leadToLimitsWithinThePolicys() throws IOException {
    Path offers = folder.resolve("own-offers.csv");
    Path constraints =
        Files.writeString(folder.resolve("own.json"), "{\"mostExpectedLoss\":500000}");
    Path limits = folder.resolve("own-limits.csv");

    CliRun made = CliRun.of(
        "limits",
        "offers",
        POLICY,
        LOANS,
        "--model",
        model,
        "--limits",
        "4",
        "--segment",
        "term",
        "--out",
        offers.toString());
    CliRun chosen = CliRun.of(
        "limits",
        "optimise",
        offers.toString(),
        "--constraints",
        constraints.toString(),
        "--out",
        limits.toString());

    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(chosen.exitCode()).as(chosen.err()).isZero();
    assertThat(chosen.out()).contains("of 9857 applicants get a limit");
    assertThat(Files.readAllLines(limits)).hasSize(9_858);
    assertThat(Files.readAllLines(offers).get(0))
        .isEqualTo("applicant,segment,limit,expected_loss,profit");
    assertThat(CliRun.of(
                "limits", "offers", POLICY, LOANS, "--model", model, "--limits", "1", "--out", "x")
            .exitCode())
        .isEqualTo(3);
  }

  @Test
  void strategy_newlyApproved_areToldWhereTheyAreUnlike() throws IOException {
    Path cases = folder.resolve("cases.csv");

    CliRun run = CliRun.of(
        "strategy",
        CAREFUL,
        POLICY,
        LOANS,
        "--model",
        model,
        "--protected",
        "verification_status",
        "--given",
        "term",
        "--json",
        "--cases",
        cases.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("unlike any of the first")
        .contains("values that nobody has whom the first approves");
    JsonObject json = json(run.out());
    assertThat(json.object("second").number("profit"))
        .isGreaterThan(json.object("first").number("profit"));
    assertThat(json.object("unlike").number("byPdOrSegment")).isPositive();
    assertThat(json.object("fairness").object("second").objects("groups")).hasSize(3);
    assertThat(Files.readAllLines(cases)).hasSize(9_858);
    assertThat(CliRun.of("strategy", POLICY, POLICY, LOANS, "--model", model, "--given", "term")
            .exitCode())
        .isEqualTo(2);
  }

  @Test
  void stress_scenarios_moveGrantedLoansAndNewDecisions() {
    CliRun run = CliRun.of(
        "strategy", "stress", PRICED, LOANS, "--model", model, "--scenarios", SCENARIOS, "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<JsonObject> scenarios = json(run.out()).objects("scenarios");
    assertThat(scenarios)
        .extracting(one -> one.text("name"))
        .containsExactly("now", "mild", "severe", "1 year in 100");
    JsonObject now = scenarios.get(0);
    for (JsonObject one : scenarios.subList(1, 4)) {
      assertThat(one.object("decidedAnew").number("approved"))
          .isLessThan(now.object("decidedAnew").number("approved"));
      assertThat(one.object("grantedBefore").number("approved"))
          .isEqualTo(now.object("grantedBefore").number("approved"));
      assertThat(one.object("grantedBefore").number("expectedLoss"))
          .isGreaterThan(now.object("grantedBefore").number("expectedLoss"));
    }
  }

  @Test
  void stress_wrongInput_isTold() throws IOException {
    String[] stress = {"strategy", "stress", POLICY, LOANS, "--model", model};
    Path file = folder.resolve("macro.json");
    Files.writeString(
        file, "{\"scenarios\":[{\"name\":\"a\",\"fields\":[{\"name\":\"anual_inc\"}]}]}");

    CliRun misspelt = with(stress, "--scenarios", file.toString());

    assertThat(with(stress).exitCode()).isEqualTo(2);
    assertThat(with(stress, "--scenarios", SCENARIOS, "--adversity", "0.9").exitCode())
        .isEqualTo(2);
    assertThat(with(stress, "--income-cut", "20").err()).contains("write 20% as 0.2");
    assertThat(with(stress, "--adversity", "99").exitCode()).isEqualTo(3);
    assertThat(misspelt.exitCode()).isEqualTo(3);
    assertThat(misspelt.err()).contains("anual_inc", "annual_inc");
    assertThat(with(stress, "--scenarios", folder + "/none.json").exitCode()).isEqualTo(5);
  }

  @Test
  void alternatives_featureLeftOut_isLearnedAgainAndCompared() {
    CliRun run = CliRun.of(
        "strategy",
        "alternatives",
        POLICY,
        LOANS,
        "--model",
        model,
        "--protected",
        "verification_status",
        "--without",
        "funded_amnt",
        "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonObject json = json(run.out());
    assertThat(json.object("baseline").text("name")).isEqualTo("demo-personal-loan.json");
    assertThat(json.objects("alternatives"))
        .singleElement()
        .satisfies(one -> assertThat(one.text("name")).endsWith("without funded_amnt"));
  }

  @Test
  void alternatives_policies_areRankedWithinTheLoss() {
    String[] search = {
      "strategy",
      "alternatives",
      POLICY,
      CAREFUL,
      LOANS,
      "--model",
      model,
      "--protected",
      "verification_status"
    };

    assertThat(with(search, "--most-loss", "0.05").out())
        .contains("baseline", "loses too much", "None is less discriminatory");
    assertThat(with(search, "--most-loss", "5").err()).contains("fraction in [0, 1], not 5.0");
    assertThat(with(search, "--reference", "nobody").err()).contains("nobody is of the reference");
    assertThat(with(search, "--without", "anual_inc").err()).contains("annual_inc");
    assertThat(CliRun.of(
                "strategy", "alternatives", POLICY, LOANS, "--model", model, "--protected", "term")
            .exitCode())
        .isEqualTo(2);
  }

  @Test
  void score_lossAndCapital_areThoseOfTheFormulas() throws IOException {
    Path out = folder.resolve("loss.csv");

    CliRun run = CliRun.of(
        "score",
        model,
        LOANS,
        "--out",
        out.toString(),
        "--lgd",
        "0.45",
        "--capital-class",
        "OTHER_RETAIL",
        "--ead",
        "funded_amnt");

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> lines = Files.readAllLines(out);
    List<String> header = List.of(lines.get(0).split(","));
    String[] first = lines.get(1).split(",");
    double pd = Double.parseDouble(first[header.indexOf("pd")]);
    double ead = Double.parseDouble(first[header.indexOf("funded_amnt")]);
    assertThat(Double.parseDouble(first[header.indexOf("expected_loss")]))
        .isCloseTo(pd * 0.45 * ead, withinPercentage(1e-9));
    assertThat(Double.parseDouble(first[header.indexOf("capital")]))
        .isCloseTo(RetailClass.OTHER_RETAIL.capital(pd, 0.45) * ead, withinPercentage(1e-9));
    String[] score = {"score", model, LOANS, "--out", folder + "/y.csv"};
    assertThat(with(score, "--capital-class", "OTHER_RETAIL").exitCode()).isEqualTo(3);
    assertThat(with(score, "--lgd", "45").err()).contains("fraction in [0, 1], not 45.0");
    assertThat(with(score, "--lgd", "0.4", "--ead", "funded").err()).contains("funded_amnt");
    assertThat(with(score, "--lgd", "0.4", "--ead", "term").err())
        .contains("must be a number of at least 0");
  }

  @Test
  void decide_pricedPolicy_showsThePrice() {
    CliRun run = CliRun.of(
        "decide", model, "--policy", PRICED, "../datasets/applications/personal-loan.json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("What the rate is made of", "Funding", "4.00%", "Return on capital");
    assertThat(CliRun.of("policy", "verify", PRICED, "--model", model).exitCode())
        .isZero();
  }

  private static CliRun with(String[] command, String... more) {
    return CliRun.of(Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new));
  }

  private static JsonObject json(String text) {
    return JsonObject.parse(text.getBytes(StandardCharsets.UTF_8), "output", JsonLimits.FILE);
  }

  private static int approvals(String out, String row) {
    String line = out.lines().filter(of -> of.startsWith(row + " ")).findFirst().orElseThrow();
    return Integer.parseInt(line.strip().split(" +")[2]);
  }
}
