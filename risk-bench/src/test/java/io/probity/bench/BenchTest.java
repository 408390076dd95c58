package io.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

  @TempDir
  Path folder;

  @Test
  void truth_smallLender_writesAUsableTable() throws IOException {
    Path out = folder.resolve("truth.md");

    int code =
        Bench.execute("truth", "--applicants", "1500", "--seed", "3", "--out", out.toString());

    assertThat(code).isZero();
    assertThat(Files.readString(out))
        .contains("- JDK: ")
        .containsPattern("\\| scorecard \\| used \\| outcomes \\| 0\\.\\d{4} \\| 0\\.\\d{4} \\|")
        .contains("| scorecard | left out | truth | ");
  }

  @Test
  void wrongUsage_isTold() {
    assertThat(Bench.execute()).isEqualTo(2);
    assertThat(Bench.execute("nothing")).isEqualTo(2);
    assertThat(Bench.execute("truth", "--applicants", "0")).isEqualTo(2);
  }
}
