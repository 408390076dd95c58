package io.probity.table;

import io.probity.csv.CsvChunk;
import io.probity.csv.CsvFault;
import io.probity.csv.CsvFiles;
import io.probity.csv.CsvInput;
import io.probity.csv.CsvWork;
import io.probity.csv.RecordScanner;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a data dictionary for a CSV that has none: which columns are numbers, categories or dates.
 * It is a proposal to edit, since no program can know what a code of 999 means or which column is a
 * lender's own judgement.
 *
 * <p>A column is a NUMBER if at least 95% of its values are, a DATE if all are ISO dates, a CATEGORY
 * if it has at most {@value #MOST_LEVELS} levels, each held by five records on average, else a TEXT
 * that is ignored. Values that are all different in a column named like an id are an ID; beyond 16,384
 * distinct values their number is estimated. The texts {@code NA}, {@code N/A}, {@code NULL}, {@code
 * null}, {@code NaN}, {@code nan}, {@code None}, {@code ?} and {@code .} are missing values where they
 * stand in a column of numbers or dates. Records with too many or too few fields are passed over.
 */
public final class SchemaInference {

  /** The most levels that a proposed category may have. */
  public static final int MOST_LEVELS = 300;

  private final CsvInput input;
  private final char separator;
  private final Queue<List<ColumnProfile>> idle = new ConcurrentLinkedQueue<>();
  private long line;

  private SchemaInference(CsvInput input, char separator) {
    this.input = input;
    this.separator = separator;
  }

  /**
   * Proposes a schema, in the caller's thread.
   *
   * @param target the name of the column that holds the outcome, 1 for bad
   * @throws InvalidInputException if the file cannot be read or has no such column
   */
  public static Schema infer(Path file, char separator, String target) throws IOException {
    return infer(List.of(file), separator, Optional.of(target), CsvWork.ALONE);
  }

  /**
   * Proposes a schema.
   *
   * @param paths files and folders, see {@link CsvFiles#of}
   * @param target the name of the column that holds the outcome, 1 for bad; empty for data without
   *     one
   * @param work where the parts of the files are worked on; the schema does not depend on it
   * @throws InvalidInputException if a file cannot be read or has no such column
   */
  public static Schema infer(
      List<Path> paths, char separator, Optional<String> target, CsvWork work) throws IOException {
    CsvFiles files = CsvFiles.of(paths);
    try (CsvInput input = CsvInput.open(files, separator, CsvInput.CHUNK_BYTES)) {
      List<String> header = input.header();
      if (target.isPresent() && !header.contains(target.get())) {
        throw new InvalidInputException(new Violation(
            files.name(0) + ":1",
            "the target column \"" + target.get() + "\" is missing",
            "",
            NearestName.remedy(target.get(), header)));
      }
      return propose(new SchemaInference(input, separator).profiles(work), target);
    }
  }

  private List<ColumnProfile> profiles(CsvWork work) throws IOException {
    work.run(input, this::look, this::end);
    List<ColumnProfile> total = newProfiles();
    for (List<ColumnProfile> part : idle) {
      for (int i = 0; i < total.size(); i++) {
        total.get(i).addAll(part.get(i));
      }
    }
    return total;
  }

  private List<ColumnProfile> newProfiles() {
    return input.header().stream().map(ColumnProfile::new).toList();
  }

  /** Adds the records of a chunk to profiles that nobody works on, and makes them idle again. */
  private Looked look(CsvChunk chunk) {
    List<ColumnProfile> free = idle.poll();
    List<ColumnProfile> profiles = free == null ? newProfiles() : free;
    RecordScanner scanner = new RecordScanner(separator);
    scanner.reset(chunk, chunk.firstLine());
    while (scanner.next()) {
      if (scanner.fields() == profiles.size()) {
        for (int i = 0; i < profiles.size(); i++) {
          profiles.get(i).add(scanner, i);
        }
      }
    }
    idle.add(profiles);
    CsvFault fault = scanner.fault();
    return new Looked(chunk, fault == null ? scanner.nextLine() : scanner.line(), fault);
  }

  private void end(Looked looked) {
    long before = looked.chunk().firstLine() > 0 ? 0 : line;
    line = before + looked.nextLine();
    CsvFault fault = looked.fault();
    if (fault != null) {
      throw fault.at(input.files().name(looked.chunk().file()), line);
    }
  }

  /** A chunk that was looked at: the line after it, or that of the fault. */
  private record Looked(
      CsvChunk chunk, long nextLine, @Nullable CsvFault fault) {}

  private static Schema propose(List<ColumnProfile> profiles, Optional<String> target) {
    Set<String> missing = new TreeSet<>();
    List<Field> fields = new ArrayList<>();
    for (ColumnProfile profile : profiles) {
      if (target.isPresent() && profile.name().equals(target.get())) {
        fields.add(Field.of(profile.name(), FieldKind.NUMBER, FieldRole.TARGET));
      } else {
        fields.add(field(profile));
        missing.addAll(profile.missingTokens());
      }
    }
    return Schema.of(target.map(Target::assumed), missing, fields);
  }

  private static Field field(ColumnProfile profile) {
    FieldKind kind = profile.kind();
    FieldRole role = switch (kind) {
      case DATE -> FieldRole.DATE;
      case TEXT -> looksLikeId(profile) ? FieldRole.ID : FieldRole.IGNORED;
      case NUMBER, CATEGORY -> looksLikeId(profile) ? FieldRole.ID : FieldRole.FEATURE;
    };
    return Field.of(profile.name(), role == FieldRole.ID ? FieldKind.TEXT : kind, role);
  }

  private static boolean looksLikeId(ColumnProfile profile) {
    String name = profile.name().toLowerCase(Locale.ROOT);
    boolean named = name.equals("id") || name.endsWith("_id") || name.endsWith("-id");
    return (named || profile.name().endsWith("Id")) && profile.allDifferent();
  }
}
