package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManCommandTest {

  @TempDir
  Path folder;

  @Test
  void man_command_namesItsArgumentsOptionsAndExamples() {
    CliRun run = CliRun.of("man", "train");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith(".TH \"RISK\\-TRAIN\" 1")
        .contains(".SH SYNOPSIS\nrisk train ")
        .contains(
            ".TP\n\\fB\\-\\-holdout=SHARE\\fR\nThe share of records that is held out. Default: 0.3.")
        .contains(
            ".SH EXAMPLES\n.nf\n  risk train datasets/german/german.csv \\-\\-out german.risk\n")
        .endsWith(".SH SEE ALSO\nrisk(1)\n");
  }

  @Test
  void man_commandOfCommand_isFound() {
    assertThat(CliRun.of("man", "policy", "verify").out()).contains("RISK\\-POLICY\\-VERIFY");
  }

  @Test
  void man_nearlyRightName_isSuggested() {
    CliRun run = CliRun.of("man", "trains");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("trains", "did you mean \"train\"?");
  }

  @Test
  void man_out_writesAPageForEveryCommandOfTheHelp() throws IOException {
    assertThat(CliRun.of("man", "--out", folder.toString()).exitCode()).isZero();

    List<String> commands = CliRun.of("--help")
        .out()
        .lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .filter(line -> line.startsWith("  ") && line.charAt(2) != ' ')
        .map(line -> line.strip().split(" ", 2)[0])
        .toList();
    assertThat(commands).contains("train", "man");
    try (Stream<Path> pages = Files.list(folder)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .contains("risk.1", "risk-policy-verify.1")
          .containsAll(commands.stream().map(name -> "risk-" + name + ".1").toList());
    }
  }
}
