package io.probity.schema;

import io.probity.file.Sha256;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The data dictionary: the target and the fields, in order. Immutable.
 *
 * <p>The same document describes a CSV for training, an application at serving time, and the inside
 * of a stored model.
 */
public final class Schema {

  private final Optional<Target> target;
  private final Set<String> missingTokens;
  private final List<Field> fields;
  private final Map<String, Integer> indexByName;

  private Schema(Optional<Target> target, Set<String> missingTokens, List<Field> fields) {
    this.target = target;
    this.missingTokens = missingTokens;
    this.fields = List.copyOf(fields);
    this.indexByName = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (indexByName.put(field.name(), i) != null) {
        throw new IllegalArgumentException("the field " + field.name() + " is declared twice");
      }
    }
    requireAtMostOne(FieldRole.TARGET);
    requireAtMostOne(FieldRole.WEIGHT);
    DerivationOrder.check(this);
  }

  /**
   * Returns a schema.
   *
   * @param target what counts as bad; empty for data without outcomes
   * @param missingTokens the texts that mean a missing value, beside the empty one
   * @param fields the fields, names unique, at most one target and one weight
   */
  public static Schema of(Optional<Target> target, Set<String> missingTokens, List<Field> fields) {
    return new Schema(target, Set.copyOf(missingTokens), fields);
  }

  /**
   * Reads a schema from its JSON form.
   *
   * @param place the name of the document in messages
   * @throws InvalidInputException if the document breaks a rule
   */
  public static Schema parse(InputStream in, String place) throws IOException {
    return SchemaJson.read(in.readAllBytes(), place);
  }

  /** Returns the schema in its JSON form; reading it back gives an equal schema. */
  public String toJson() {
    return SchemaJson.write(this);
  }

  /** Returns the SHA-256 of the JSON form, in hexadecimal. */
  public String sha256() {
    return Sha256.of(SchemaJson.writeBytes(this));
  }

  /** Returns what counts as bad, if the schema says so. */
  public Optional<Target> target() {
    return target;
  }

  /** Returns the texts that mean a missing value, beside the empty one. */
  public Set<String> missingTokens() {
    return missingTokens;
  }

  /** Returns the fields, in order. */
  public List<Field> fields() {
    return fields;
  }

  /** Returns the fields of a role, in order. */
  public List<Field> fields(FieldRole role) {
    return fields.stream().filter(field -> field.role() == role).toList();
  }

  /** Returns whether the schema has a field of this name. */
  public boolean has(String name) {
    return indexByName.containsKey(name);
  }

  /**
   * Returns the field of a name.
   *
   * @throws InvalidInputException if there is none, naming the nearest
   */
  public Field field(String name) {
    return fields.get(indexOf(name));
  }

  /**
   * Returns the position of a field.
   *
   * @throws InvalidInputException if there is none, naming the nearest
   */
  public int indexOf(String name) {
    Integer index = indexByName.get(name);
    if (index == null) {
      throw new InvalidInputException(new Violation(
          "schema",
          "there is no field \"" + name + "\"",
          "",
          NearestName.remedy(name, indexByName.keySet())));
    }
    return index;
  }

  /** Returns the target field, if the schema has one. */
  public Optional<Field> targetField() {
    return fields(FieldRole.TARGET).stream().findFirst();
  }

  /** Returns this schema with each field replaced by the result of a change that keeps its name. */
  public Schema withFields(UnaryOperator<Field> change) {
    List<Field> changed = new ArrayList<>();
    for (Field field : fields) {
      changed.add(change.apply(field));
    }
    return new Schema(target, missingTokens, changed);
  }

  /** Returns this schema with only the named fields, in the order of the names. */
  public Schema only(List<String> names) {
    return new Schema(target, missingTokens, names.stream().map(this::field).toList());
  }

  /** Returns this schema with another target. */
  public Schema withTarget(Target other) {
    return new Schema(Optional.of(other), missingTokens, fields);
  }

  /** Returns this schema with the levels of categories that declare none taken from another schema. */
  public Schema withLevelsOf(Schema learned) {
    return withFields(field -> field.kind() == FieldKind.CATEGORY
            && field.rules().levels().isEmpty()
            && learned.has(field.name())
        ? field.withRules(
            field.rules().withLevels(learned.field(field.name()).rules().levels()))
        : field);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema schema
        && target.equals(schema.target)
        && missingTokens.equals(schema.missingTokens)
        && fields.equals(schema.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return toJson();
  }

  private void requireAtMostOne(FieldRole role) {
    List<Field> having = fields(role);
    if (having.size() > 1) {
      throw new IllegalArgumentException("at most one field may have the role "
          + role
          + ", not "
          + having.stream().map(Field::name).toList());
    }
  }
}
