package io.probity.condition;

import io.probity.input.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition, checked against its scope. Immutable.
 *
 * <p>In JSON: {@code {"all": […]}}, {@code {"any": […]}}, {@code {"not": {…}}}, or a test of one name,
 * {@code {"field": name, …}} with exactly one of {@code equals}, {@code above}, {@code atLeast}, {@code
 * below}, {@code atMost}, {@code between: [low, high]} (both ends included), {@code in: […]}, {@code
 * missing: true} and {@code special: name} (or {@code true} for any special code). A
 * test of a protected field, or of one derived from it, also needs {@code jurisdiction} and {@code
 * reason}.
 */
public sealed interface Condition {

  /**
   * Reads a condition and checks it: names, kinds, levels, ranges, and tests that can never or must
   * always hold.
   *
   * @throws io.probity.input.InvalidInputException naming the JSON path of what is wrong
   */
  static Condition read(JsonObject json, ConditionScope scope) {
    Condition condition = ConditionJson.read(json, scope);
    Contradictions.check(condition, json);
    return condition;
  }

  /**
   * Compiles the condition to read cells from a vector.
   *
   * @param layout the names of the vector's cells; every name of the condition must be among them
   */
  default CompiledCondition compile(List<String> layout) {
    return ConditionCompiler.compile(this, layout);
  }

  /** Returns the names that the condition speaks of. */
  default Set<String> names() {
    Set<String> names = new TreeSet<>();
    collectNames(this, names);
    return names;
  }

  /** Returns the parts of the condition that use protected fields. */
  default List<Sensitive> sensitive() {
    List<Sensitive> found = new ArrayList<>();
    collectSensitive(this, found);
    return found;
  }

  private static void collectSensitive(Condition condition, List<Sensitive> found) {
    if (condition instanceof All all) {
      all.of().forEach(part -> collectSensitive(part, found));
    } else if (condition instanceof Any any) {
      any.of().forEach(part -> collectSensitive(part, found));
    } else if (condition instanceof Not not) {
      collectSensitive(not.of(), found);
    } else if (condition instanceof Sensitive sensitive) {
      found.add(sensitive);
    }
  }

  private static void collectNames(Condition condition, Set<String> names) {
    if (condition instanceof All all) {
      all.of().forEach(part -> collectNames(part, names));
    } else if (condition instanceof Any any) {
      any.of().forEach(part -> collectNames(part, names));
    } else if (condition instanceof Not not) {
      collectNames(not.of(), names);
    } else if (condition instanceof Sensitive sensitive) {
      collectNames(sensitive.of(), names);
    } else if (condition instanceof Test test) {
      names.add(test.name());
    }
  }

  /**
   * Holds if every part holds.
   *
   * @param of the parts, at least one
   */
  record All(List<Condition> of) implements Condition {
    /** Copies the parts. */
    public All {
      of = List.copyOf(of);
    }
  }

  /**
   * Holds if at least one part holds.
   *
   * @param of the parts, at least one
   */
  record Any(List<Condition> of) implements Condition {
    /** Copies the parts. */
    public Any {
      of = List.copyOf(of);
    }
  }

  /**
   * Holds if the part does not.
   *
   * @param of the part
   */
  record Not(Condition of) implements Condition {}

  /**
   * A test that uses a protected field, which a law permits.
   *
   * @param of the test
   * @param name the field that it tests
   * @param permission who permits it and why
   */
  record Sensitive(Condition of, String name, Permission permission) implements Condition {}

  /**
   * What permits a condition on a protected field.
   *
   * @param jurisdiction whose law permits it
   * @param reason why it is used
   */
  record Permission(String jurisdiction, String reason) {}

  /** A test of one name. */
  sealed interface Test extends Condition {
    /** Returns the name that is tested: a field's, or one of {@link ConditionScope}. */
    String name();
  }

  /**
   * Holds for numbers (or days since 1970-01-01) in a range.
   *
   * @param name what is tested
   * @param low the lower end, or negative infinity
   * @param lowIncluded whether the lower end is in the range
   * @param high the upper end, or positive infinity
   * @param highIncluded whether the upper end is in the range
   */
  record InRange(String name, double low, boolean lowIncluded, double high, boolean highIncluded)
      implements Test {

    boolean contains(double value) {
      return (value > low || (lowIncluded && value == low))
          && (value < high || (highIncluded && value == high));
    }
  }

  /**
   * Holds for levels in a set.
   *
   * @param name what is tested
   * @param levels the indices of the levels, in their order in the scope
   */
  record InLevels(String name, List<Integer> levels) implements Test {
    /** Copies the indices. */
    public InLevels {
      levels = List.copyOf(levels);
    }
  }

  /**
   * Holds for numbers in a set.
   *
   * @param name what is tested
   * @param values the numbers
   */
  record InNumbers(String name, List<Double> values) implements Test {
    /** Copies the numbers. */
    public InNumbers {
      values = List.copyOf(values);
    }
  }

  /**
   * Holds if the value is missing; a special code is not missing.
   *
   * @param name what is tested
   */
  record IsMissing(String name) implements Test {}

  /**
   * Holds if the value is a special code.
   *
   * @param name what is tested
   * @param code the code, or -1 for any
   */
  record IsSpecial(String name, int code) implements Test {}
}
