package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {

  private static final Path POLICIES = Path.of("../datasets/policies");

  @TempDir
  static Path folder;

  private static String model = "";

  @BeforeAll
  static void train() {
    model = folder.resolve("lending-club.risk").toString();
    CliRun run = CliRun.of("train", "../datasets/lending-club/lending-club.csv", "--out", model);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static CliRun verify(Path policy) {
    return CliRun.of("policy", "verify", policy.toString(), "--model", model);
  }

  @Test
  void verify_readyPolicies_areProved() throws IOException {
    try (Stream<Path> files = Files.list(POLICIES)) {
      List<Path> policies =
          files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(policies).isNotEmpty();
      for (Path policy : policies) {
        CliRun run = verify(policy);
        assertThat(run.exitCode()).as(policy + "\n" + run.out() + run.err()).isZero();
        assertThat(run.out()).contains("PROVED  the limit does not fall when the PD falls");
      }
    }
  }

  @Test
  void verify_policyThatPunishesTheBetter_printsTheCounterExample() throws IOException {
    String text = Files.readString(POLICIES.resolve("instalment-loan.json"));
    Path broken = Files.writeString(
        folder.resolve("broken.json"),
        text.replace(
            "\"grades\": [\"B\"], \"multiple\": 6", "\"grades\": [\"B\"], \"multiple\": 9"));

    CliRun run = verify(broken);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("BROKEN  the limit does not fall when the PD falls", "counter-example: ")
        .contains("five payments of");
  }

  @Test
  void decide_reducedOffer_printsCostAndWhatWouldFit() throws IOException {
    String demo = Files.readString(POLICIES.resolve("demo-personal-loan.json"));
    Path strict = Files.writeString(
        folder.resolve("strict.json"), demo.replace("\"maxPti\": 0.15", "\"maxPti\": 0.08"));

    CliRun run = CliRun.of(
        "decide",
        model,
        "--policy",
        strict.toString(),
        "../datasets/applications/personal-loan.json");

    assertThat(run.out())
        .contains("APPROVE_REDUCED", "What the loan costs", "Annual rate with all fees")
        .contains("What can be done", "would fit with a monthly income of ");
  }
}
