package io.probity.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a derived field is computed from others. There is no expression language, so no derivation
 * can run code.
 *
 * <p>A missing operand makes the result missing. An operand that holds a special code makes the
 * result the special code of the same name where the derived field declares one, else missing. A
 * denominator of zero gives the special code {@link #ZERO_DENOMINATOR} (or the one the ratio names),
 * a result that no finite number can hold gives {@link #OUT_OF_DOMAIN}; both are declared by
 * themselves.
 */
public sealed interface Derivation {

  /** The special code of a ratio whose denominator is zero, unless the ratio names another. */
  String ZERO_DENOMINATOR = "ZERO_DENOMINATOR";

  /** The special code of a logarithm of a number at or below -1, and of an overflow. */
  String OUT_OF_DOMAIN = "OUT_OF_DOMAIN";

  /** Returns the operands, in order. */
  List<Operand> operands();

  /**
   * The numerator divided by the denominator.
   *
   * @param zeroDenominator the name of the special code for a denominator of zero
   */
  record Ratio(Operand numerator, Operand denominator, String zeroDenominator)
      implements Derivation {
    @Override
    public List<Operand> operands() {
      return List.of(numerator, denominator);
    }
  }

  /** The first minus the second. */
  record Difference(Operand first, Operand second) implements Derivation {
    @Override
    public List<Operand> operands() {
      return List.of(first, second);
    }
  }

  /** The sum, added in the order given. */
  record Sum(List<Operand> operands) implements Derivation {
    /** Checks that there is something to add. */
    public Sum {
      operands = atLeastTwo(operands, "sum");
    }
  }

  /** The product, multiplied in the order given. */
  record Product(List<Operand> operands) implements Derivation {
    /** Checks that there is something to multiply. */
    public Product {
      operands = atLeastTwo(operands, "product");
    }
  }

  /** ln(1 + x), for x above -1. */
  record Log1p(Operand of) implements Derivation {
    @Override
    public List<Operand> operands() {
      return List.of(of);
    }
  }

  /** The value moved to the nearer end of a range when it lies outside. */
  record Clip(Operand of, Range range) implements Derivation {
    @Override
    public List<Operand> operands() {
      return List.of(of);
    }
  }

  /** Whole calendar months from the first day to the second; negative if the second is earlier. */
  record MonthsBetween(Operand from, Operand to) implements Derivation {
    @Override
    public List<Operand> operands() {
      return List.of(from, to);
    }
  }

  /** Whole years from a birth date to a day. */
  record AgeAt(Operand birth, Operand day) implements Derivation {
    @Override
    public List<Operand> operands() {
      return List.of(birth, day);
    }
  }

  /** 1 if the field is missing, else 0; a special code is not missing. */
  record IsMissing(Operand.OfField of) implements Derivation {
    @Override
    public List<Operand> operands() {
      return List.of(of);
    }
  }

  /**
   * The number that stands for a level.
   *
   * @param numbers by level
   * @param otherwise the number of every other level; empty makes it missing
   */
  record LevelNumber(Operand.OfField of, Map<String, Double> numbers, Optional<Double> otherwise)
      implements Derivation {
    /** Copies the map. */
    public LevelNumber {
      numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    @Override
    public List<Operand> operands() {
      return List.of(of);
    }
  }

  /**
   * The group that a level belongs to.
   *
   * @param groups the group by level
   * @param otherwise the group of every other level; empty makes it missing
   */
  record LevelGroup(Operand.OfField of, Map<String, String> groups, Optional<String> otherwise)
      implements Derivation {
    /** Copies the map. */
    public LevelGroup {
      groups = Collections.unmodifiableMap(new TreeMap<>(groups));
    }

    @Override
    public List<Operand> operands() {
      return List.of(of);
    }

    /** Returns the groups, sorted, which are the levels of the derived field. */
    public List<String> levels() {
      TreeSet<String> levels = new TreeSet<>(groups.values());
      otherwise.ifPresent(levels::add);
      return List.copyOf(levels);
    }
  }

  private static List<Operand> atLeastTwo(List<Operand> operands, String what) {
    if (operands.size() < 2) {
      throw new IllegalArgumentException("a " + what + " needs at least two operands");
    }
    return List.copyOf(operands);
  }
}
