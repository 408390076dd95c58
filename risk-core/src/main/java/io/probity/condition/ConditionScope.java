package io.probity.condition;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What conditions may speak of: the fields of a schema, and the results of the model under the names
 * {@value #PD}, {@value #SCORE} and {@value #GRADE}. Immutable.
 */
public final class ConditionScope {

  /** The PD, a fraction. */
  public static final String PD = "$pd";

  /** The score, in points. */
  public static final String SCORE = "$score";

  /** The grade, by its name. */
  public static final String GRADE = "$grade";

  private final Schema schema;
  private final List<String> grades;
  private final boolean open;

  private ConditionScope(Schema schema, List<String> grades, boolean open) {
    this.schema = schema;
    this.grades = List.copyOf(grades);
    this.open = open;
  }

  /** Returns the scope of a schema and the names of a model's grades, the safest first. */
  public static ConditionScope of(Schema schema, List<String> grades) {
    return new ConditionScope(schema, grades, false);
  }

  /**
   * Returns a scope for reading a policy before its model is known: other names than those of the
   * schema are accepted and their tests are checked for form only.
   */
  public static ConditionScope open(Schema schema) {
    return new ConditionScope(schema, List.of(), true);
  }

  /** Returns the fields. */
  public Schema schema() {
    return schema;
  }

  /** Returns the names of the grades, the safest first. */
  public List<String> grades() {
    return grades;
  }

  /** Returns whether names and grades are accepted that the scope does not know. */
  public boolean isOpen() {
    return open;
  }

  /** Returns all names that a condition may use. */
  public List<String> names() {
    List<String> names =
        new ArrayList<>(schema.fields().stream().map(Field::name).toList());
    names.addAll(List.of(PD, SCORE, GRADE));
    return names;
  }

  /** Returns the field of a name; empty for a result of the model. */
  public Optional<Field> field(String name) {
    return schema.has(name) ? Optional.of(schema.field(name)) : Optional.empty();
  }

  /** Returns whether the name is a field or a result of the model. */
  public boolean has(String name) {
    return schema.has(name) || isResult(name);
  }

  /** Returns whether the name is a result of the model rather than a field. */
  public static boolean isResult(String name) {
    return name.equals(PD) || name.equals(SCORE) || name.equals(GRADE);
  }

  FieldKind kind(String name) {
    if (isResult(name)) {
      return name.equals(GRADE) ? FieldKind.CATEGORY : FieldKind.NUMBER;
    }
    return schema.field(name).kind();
  }

  List<String> levels(String name) {
    return name.equals(GRADE) ? grades : schema.field(name).rules().levels();
  }

  /** Returns whether a test of the name can be checked only for its form. */
  boolean isUnknown(String name) {
    return open && (!has(name) || name.equals(GRADE));
  }
}
