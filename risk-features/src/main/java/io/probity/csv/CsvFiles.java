package io.probity.csv;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files that make up one table, in the order in which they are read.
 *
 * @param name what the whole is called in messages
 * @param files the files, at least one
 */
public record CsvFiles(String name, List<Path> files) {

  private static final List<String> ENDINGS = List.of(".csv", ".csv.gz");

  /** Copies the list. */
  public CsvFiles {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new InvalidInputException(
          Violation.of("input", "at least one CSV file must be named", ""));
    }
  }

  /**
   * Returns the files that paths stand for, in the order given. A folder stands for the files right
   * in it whose names end in {@code .csv} or {@code .csv.gz} in any case, by rising name in the order
   * of UTF-16; hidden files and other names are passed over.
   *
   * @throws InvalidInputException if there is no path, a folder holds no such file, or a file stands
   *     twice
   */
  public static CsvFiles of(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path));
      } else {
        files.add(path);
      }
    }
    for (int i = 1; i < files.size(); i++) {
      Path file = files.get(i).toAbsolutePath().normalize();
      if (files.subList(0, i).stream()
          .anyMatch(p -> p.toAbsolutePath().normalize().equals(file))) {
        throw new InvalidInputException(
            Violation.of(nameOf(file), "the same file must not be read twice", file.toString()));
      }
    }
    String name = paths.isEmpty() ? "" : nameOf(paths.get(0));
    return new CsvFiles(
        paths.size() > 1 ? name + " and " + (paths.size() - 1) + " more" : name, files);
  }

  /** Returns the name of one of the files. */
  public String name(int file) {
    return nameOf(files.get(file));
  }

  private static List<Path> inFolder(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> found = entries
          .filter(Files::isRegularFile)
          .filter(CsvFiles::isCsv)
          .sorted(Comparator.comparing(CsvFiles::nameOf))
          .toList();
      if (found.isEmpty()) {
        throw new InvalidInputException(new Violation(
            nameOf(folder),
            "a folder must hold files whose names end in .csv or .csv.gz",
            "",
            "name the files themselves"));
      }
      return found;
    }
  }

  private static boolean isCsv(Path file) {
    String name = nameOf(file).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName() == null ? path : path.getFileName());
  }
}
