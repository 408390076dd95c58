package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordEstimateTest {

  @TempDir
  private Path folder;

  @Test
  void of_fileAndFolder_isNearTheNumberOfLines() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n" + "12.5,abc\n".repeat(50_000));
    Files.writeString(folder.resolve("b.csv"), "x,y\n" + "12.5,abc\n".repeat(10_000));
    Files.writeString(folder.resolve("notes.txt"), "no data\n".repeat(9_999));

    assertThat(RecordEstimate.of(file)).isBetween(49_000L, 51_000L);
    assertThat(RecordEstimate.of(folder)).isBetween(59_000L, 61_000L);
  }

  @Test
  void of_emptyFile_isNone() throws IOException {
    assertThat(RecordEstimate.of(Files.createFile(folder.resolve("a.csv")))).isZero();
  }
}
