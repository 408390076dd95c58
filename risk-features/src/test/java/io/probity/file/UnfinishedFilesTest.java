package io.probity.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedFilesTest {

  @TempDir
  Path folder;

  @Test
  void removeAll_openFile_removesItsPartAndLeavesTheOldFile() throws IOException {
    Path target = Files.writeString(folder.resolve("model.risk"), "old");
    try (WholeFile file = WholeFile.create(target)) {
      file.stream().write(1);
      assertThat(Files.list(folder)).hasSize(2);

      UnfinishedFiles.removeAll();

      assertThat(Files.list(folder)).containsExactly(target);
    }
    assertThat(target).hasContent("old");
  }

  @Test
  void removeAll_folder_removesWhatIsInIt() throws IOException {
    Path work = Files.createDirectories(folder.resolve("work/deep"));
    Files.writeString(work.resolve("part"), "x");
    UnfinishedFiles.add(folder.resolve("work"));

    assertThat(UnfinishedFiles.removeAll()).isEmpty();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void removeAll_finishedFile_staysWhereItIs() throws IOException {
    Path target = folder.resolve("model.risk");
    WholeFile.write(target, new byte[] {7});

    UnfinishedFiles.removeAll();

    assertThat(target).hasBinaryContent(new byte[] {7});
  }
}
