package io.probity.cli;

import io.probity.file.UnfinishedFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file of the records that a command reads, more than once where it must. Records from standard
 * input are kept in a working file until the command ends.
 *
 * @param path where the records are
 * @param isWorking whether the file is removed in the end
 */
record RecordsFile(Path path, boolean isWorking) implements Closeable {

  private static final String STANDARD_INPUT = "-";

  /** Returns the named file, or what standard input holds for {@code -}. */
  static RecordsFile of(Path named, Console console) throws IOException {
    if (!named.toString().equals(STANDARD_INPUT)) {
      return new RecordsFile(named, false);
    }
    Path file = Files.createTempFile("standard-input-", ".csv");
    UnfinishedFiles.add(file);
    Files.copy(console.in(), file, StandardCopyOption.REPLACE_EXISTING);
    return new RecordsFile(file, true);
  }

  @Override
  public void close() throws IOException {
    if (isWorking) {
      Files.deleteIfExists(path);
      UnfinishedFiles.forget(path);
    }
  }
}
