package io.probity.condition;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldSource;
import io.probity.schema.Operand;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What conditions may speak of: the fields of a schema, the results of the model under the names
 * {@value #PD}, {@value #SCORE} and {@value #GRADE}, the day of the application under the name
 * {@value #AS_OF}, and other names for fields, such as {@code product}. A field goes before another
 * name that is spelt the same. Immutable.
 */
public final class ConditionScope {

  /** The PD, a fraction. */
  public static final String PD = "$pd";

  /** The score, in points. */
  public static final String SCORE = "$score";

  /** The grade, by its name. */
  public static final String GRADE = "$grade";

  /** The day of the application, a date. */
  public static final String AS_OF = "asOf";

  private final Schema schema;
  private final List<String> grades;
  private final boolean open;
  private final Map<String, String> aliases;

  private ConditionScope(
      Schema schema, List<String> grades, boolean open, Map<String, String> aliases) {
    this.schema = schema;
    this.grades = List.copyOf(grades);
    this.open = open;
    this.aliases = Map.copyOf(aliases);
  }

  /** Returns the scope of a schema and the names of a model's grades, the safest first. */
  public static ConditionScope of(Schema schema, List<String> grades) {
    return new ConditionScope(schema, grades, false, Map.of());
  }

  /**
   * Returns a scope for reading a policy before its model is known: other names than those of the
   * schema are accepted and their tests are checked for form only.
   */
  public static ConditionScope open(Schema schema) {
    return new ConditionScope(schema, List.of(), true, Map.of());
  }

  /** Returns this scope with other names for fields, such as {@code product} for a field of its own. */
  public ConditionScope withAliases(Map<String, String> names) {
    return new ConditionScope(schema, grades, open, names);
  }

  /** Returns the name that stands in the vector: that of a field where another name was used. */
  public String resolve(String name) {
    return schema.has(name) ? name : aliases.getOrDefault(name, name);
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
    names.addAll(List.of(PD, SCORE, GRADE, AS_OF));
    names.addAll(aliases.keySet());
    return names;
  }

  /** Returns the field of a name; empty for a result of the model and for the day. */
  public Optional<Field> field(String name) {
    return schema.has(name) ? Optional.of(schema.field(name)) : Optional.empty();
  }

  /** Returns whether the name is a field, a result of the model or the day of the application. */
  public boolean has(String name) {
    return schema.has(name) || isResult(name) || name.equals(AS_OF);
  }

  /** Returns the protected field that a name is or is derived from, if there is one. */
  public Optional<Field> protectedField(String name) {
    if (!schema.has(name)) {
      return Optional.empty();
    }
    Field field = schema.field(name);
    if (field.role() == FieldRole.PROTECTED) {
      return Optional.of(field);
    }
    if (field.source() instanceof FieldSource.Derived derived) {
      return derived.how().operands().stream()
          .filter(Operand.OfField.class::isInstance)
          .flatMap(operand -> protectedField(((Operand.OfField) operand).name()).stream())
          .findFirst();
    }
    return Optional.empty();
  }

  /** Returns whether the name is a result of the model rather than a field. */
  public static boolean isResult(String name) {
    return name.equals(PD) || name.equals(SCORE) || name.equals(GRADE);
  }

  FieldKind kind(String name) {
    if (isResult(name)) {
      return name.equals(GRADE) ? FieldKind.CATEGORY : FieldKind.NUMBER;
    }
    if (!schema.has(name) && name.equals(AS_OF)) {
      return FieldKind.DATE;
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
