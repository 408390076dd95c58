package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageErrorsTest {

  @Test
  void risk_misspeltCommand_suggestsTheNearest() {
    CliRun run = CliRun.of("trian");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo("Unmatched argument at index 0: 'trian'\nDid you mean: risk train?\n");
  }

  @Test
  void command_misspeltOption_suggestsTheNearest() {
    CliRun run = CliRun.of("score", "m.risk", "a.csv", "--out", "b.csv", "--prefx=x");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).isEqualTo("Unknown option: '--prefx=x'\nDid you mean: --prefix?\n");
  }

  @Test
  void command_nothingNear_showsTheUsage() {
    CliRun run = CliRun.of("frobnicate");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'frobnicate'", "Commands:", "  train ");
  }
}
