package io.probity.preparation;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.table.CsvMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins the files of a lender's history by application and writes one record of features for each
 * application, in the order of the applications file. Memory does not grow with the number of records.
 *
 * <p>The order of records within the other files does not matter. A record of an application that the
 * applications file does not have is left out and reported. An application with a broken record is
 * thrown or set aside as a whole. The output appears under its name when it is complete, and the files
 * in between, which need about as much room as the input, are removed whatever happens.
 *
 * @param files the files; that of the applications must be among them
 * @param targets a file with the columns application_id and target, as {@link TargetBuilder} writes
 *     it; its target is written beside the features; null for none
 * @param economy the economy, of which each application is given what was published before its day
 * @param labelledOnly whether applications without a target are left out, and counted
 * @param passThrough columns of the applications file that are written beside the features
 * @param mode what happens to an application with a broken record
 * @param separator between the fields of every file
 */
public record HistoryJoin(
    Map<HistoryFile, Path> files,
    @Nullable Path targets,
    boolean labelledOnly,
    MacroSeries economy,
    List<String> passThrough,
    CsvMode mode,
    char separator) {

  /** The column of a file of targets. */
  static final String TARGET = "target";

  /** Copies the lists and checks that there are applications. */
  public HistoryJoin {
    if (!files.containsKey(HistoryFile.APPLICATIONS)) {
      throw new IllegalArgumentException("a join needs the file of the applications");
    }
    if (labelledOnly && targets == null) {
      throw new InvalidInputException(new Violation(
          "targets",
          "only applications with a target are wanted, but there is no file of targets",
          "",
          "give the file of targets too"));
    }
    files = Map.copyOf(new EnumMap<>(files));
    passThrough = List.copyOf(passThrough);
  }

  /** Returns a strict join of comma-separated files without an economy. */
  public static HistoryJoin of(Map<HistoryFile, Path> files) {
    return new HistoryJoin(files, null, false, MacroSeries.none(), List.of(), CsvMode.STRICT, ',');
  }

  /** Returns this join with targets. */
  public HistoryJoin withTargets(@Nullable Path other) {
    return new HistoryJoin(files, other, labelledOnly, economy, passThrough, mode, separator);
  }

  /** Returns this join with only the applications that have a target. */
  public HistoryJoin withLabelledOnly() {
    return new HistoryJoin(files, targets, true, economy, passThrough, mode, separator);
  }

  /** Returns this join with an economy. */
  public HistoryJoin withEconomy(MacroSeries other) {
    return new HistoryJoin(files, targets, labelledOnly, other, passThrough, mode, separator);
  }

  /** Returns this join with other columns passed through. */
  public HistoryJoin withPassThrough(List<String> other) {
    return new HistoryJoin(files, targets, labelledOnly, economy, other, mode, separator);
  }

  /** Returns this join with another way to treat broken records. */
  public HistoryJoin withMode(CsvMode other) {
    return new HistoryJoin(files, targets, labelledOnly, economy, passThrough, other, separator);
  }

  /** Returns this join with another separator. */
  public HistoryJoin withSeparator(char other) {
    return new HistoryJoin(files, targets, labelledOnly, economy, passThrough, mode, other);
  }

  /**
   * Joins the files.
   *
   * @param features computes the features of each application
   * @param out where the training table goes
   * @param progress told how many bytes are done, where every byte is worked on twice
   * @throws InvalidInputException if a file breaks a rule, or more applications than allowed do
   */
  public JoinResult run(ApplicationFeatures features, Path out, WorkProgress progress)
      throws IOException {
    return run(features, out, progress, SpillFiles.Opener.DISK);
  }

  JoinResult run(
      ApplicationFeatures features, Path out, WorkProgress progress, SpillFiles.Opener opener)
      throws IOException {
    checkNames(features.names());
    return new HistoryJoinRun(this, features, progress, opener).run(out);
  }

  private void checkNames(List<String> features) {
    Violations violations = new Violations();
    Set<String> names = new HashSet<>(List.of("application_id", "as_of"));
    if (targets != null) {
      names.add(TARGET);
    }
    for (String name : passThrough) {
      if (!names.add(name)) {
        violations.add(new Violation(
            "pass-through columns", "a column would be written twice", name, "leave it out"));
      }
    }
    for (String name : features) {
      if (!names.add(name)) {
        violations.add(new Violation(
            "pass-through columns", "a feature has the same name", name, "leave it out"));
      }
    }
    violations.throwIfAny();
  }
}
