package io.probity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir
  Path folder;

  @Test
  void close_withoutCommit_leavesNothingBehind() throws IOException {
    Path target = Files.writeString(folder.resolve("a.txt"), "before");

    try (WholeFile file = WholeFile.create(target)) {
      file.stream().write(1);
    }

    assertThat(target).hasContent("before");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void commit_replacesWhatStoodThere() throws IOException {
    Path target = Files.writeString(folder.resolve("a.txt"), "before");

    WholeFile.write(target, "after".getBytes(StandardCharsets.UTF_8));

    assertThat(target).hasContent("after");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void create_inFolderThatDoesNotExist_saysSo() {
    assertThatThrownBy(() -> WholeFile.create(folder.resolve("none/a.txt")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("create it first");
  }
}
