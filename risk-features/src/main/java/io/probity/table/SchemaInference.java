package io.probity.table;

import de.siegmar.fastcsv.reader.CsvRecord;
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
import java.util.Set;
import java.util.TreeSet;

/**
 * Proposes a data dictionary for a CSV that has none: which columns are numbers, categories or dates.
 * It is a proposal to edit, since no program can know what a code of 999 means or which column is a
 * lender's own judgement.
 *
 * <p>A column is a NUMBER if at least 95% of its values are, a DATE if all are ISO dates, a CATEGORY
 * if it has at most {@value #MOST_LEVELS} levels, each held by five records on average, else a TEXT
 * that is ignored. Whole numbers that are all different and named like an id are an ID. The texts
 * {@code NA}, {@code N/A}, {@code NULL}, {@code null}, {@code NaN}, {@code nan}, {@code None}, {@code
 * ?} and {@code .} are missing values where they stand in a column of numbers or dates.
 */
public final class SchemaInference {

  /** The most levels that a proposed category may have. */
  public static final int MOST_LEVELS = 300;

  private SchemaInference() {}

  /**
   * Proposes a schema.
   *
   * @param target the name of the column that holds the outcome, 1 for bad
   * @throws InvalidInputException if the file cannot be read or has no such column
   */
  public static Schema infer(Path file, char separator, String target) throws IOException {
    try (CsvSource source = CsvSource.open(file, separator)) {
      List<String> header = source.header();
      if (!header.contains(target)) {
        throw new InvalidInputException(new Violation(
            source.name() + ":1",
            "the target column \"" + target + "\" is missing",
            "",
            NearestName.remedy(target, header)));
      }
      List<ColumnProfile> profiles = header.stream().map(ColumnProfile::new).toList();
      CsvRecord record = source.next();
      while (record != null) {
        if (record.getFieldCount() == header.size()) {
          for (int i = 0; i < profiles.size(); i++) {
            profiles.get(i).add(record.getField(i).strip());
          }
        }
        record = source.next();
      }
      return propose(profiles, target);
    }
  }

  private static Schema propose(List<ColumnProfile> profiles, String target) {
    Set<String> missing = new TreeSet<>();
    List<Field> fields = new ArrayList<>();
    for (ColumnProfile profile : profiles) {
      if (profile.name().equals(target)) {
        fields.add(Field.of(target, FieldKind.NUMBER, FieldRole.TARGET));
      } else {
        fields.add(field(profile));
        missing.addAll(profile.missingTokens());
      }
    }
    return Schema.of(Optional.of(Target.assumed(target)), missing, fields);
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
