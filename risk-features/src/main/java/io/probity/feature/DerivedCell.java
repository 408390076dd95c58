package io.probity.feature;

import io.probity.schema.Derivation;
import io.probity.schema.Field;
import io.probity.schema.FieldSource;
import io.probity.schema.Operand;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A derivation compiled to read its operands from numbered slots. */
final class DerivedCell {

  private static final int AS_OF = -1;
  private static final int CONSTANT = -2;

  private final Derivation how;
  private final int[] slots;
  private final double[] constants;
  private final double[][] specialCells; // by operand and special code: the result's cell
  private final double zeroDenominator;
  private final double outOfDomain;
  private final double[] levelCells; // by level index, for maps of levels
  private final double otherwise;

  private DerivedCell(Schema schema, Field field, Derivation how, Map<String, Integer> slotByName) {
    this.how = how;
    List<Operand> operands = how.operands();
    this.slots = new int[operands.size()];
    this.constants = new double[operands.size()];
    this.specialCells = new double[operands.size()][];
    for (int i = 0; i < slots.length; i++) {
      Operand operand = operands.get(i);
      specialCells[i] = new double[0];
      if (operand instanceof Operand.OfField of) {
        slots[i] = slotByName.getOrDefault(of.name(), CONSTANT);
        specialCells[i] = specialCells(schema.field(of.name()), field);
      } else if (operand instanceof Operand.Constant constant) {
        slots[i] = CONSTANT;
        constants[i] = constant.value();
      } else {
        slots[i] = AS_OF;
      }
    }
    this.zeroDenominator =
        how instanceof Derivation.Ratio ratio ? cellOf(field, ratio.zeroDenominator()) : Double.NaN;
    this.outOfDomain = cellOf(field, Derivation.OUT_OF_DOMAIN);
    if (how instanceof Derivation.LevelNumber number) {
      this.otherwise = number.otherwise().orElse(Double.NaN);
      this.levelCells = levelsOf(schema, number.of()).stream()
          .mapToDouble(level -> number.numbers().getOrDefault(level, otherwise))
          .toArray();
    } else if (how instanceof Derivation.LevelGroup group) {
      List<String> groups = field.rules().levels();
      this.otherwise =
          group.otherwise().map(name -> (double) groups.indexOf(name)).orElse(Double.NaN);
      this.levelCells = levelsOf(schema, group.of()).stream()
          .mapToDouble(level -> groupCell(group, groups, level, otherwise))
          .toArray();
    } else {
      this.otherwise = Double.NaN;
      this.levelCells = new double[0];
    }
  }

  static DerivedCell compile(Schema schema, Field field, Map<String, Integer> slotByName) {
    if (field.source() instanceof FieldSource.Derived derived) {
      return new DerivedCell(schema, field, derived.how(), slotByName);
    }
    throw new IllegalArgumentException(field.name() + " is not derived");
  }

  boolean needsAsOf() {
    return Arrays.stream(slots).anyMatch(slot -> slot == AS_OF);
  }

  double apply(double[] cells, long asOf) {
    if (how instanceof Derivation.IsMissing) {
      return Double.isNaN(cells[slots[0]]) ? 1.0 : 0.0;
    }
    for (int i = 0; i < slots.length; i++) {
      double cell = operand(i, cells, asOf);
      if (Double.isNaN(cell)) {
        return Double.NaN;
      }
      int special = slots[i] >= 0 ? SpecialValues.codeOf(cell) : -1;
      if (special >= 0) {
        return special < specialCells[i].length ? specialCells[i][special] : Double.NaN;
      }
    }
    double first = operand(0, cells, asOf);
    double second = slots.length > 1 ? operand(1, cells, asOf) : 0.0;
    if (how instanceof Derivation.Ratio) {
      return second == 0.0 ? zeroDenominator : inDomain(first / second);
    } else if (how instanceof Derivation.Difference) {
      return inDomain(first - second);
    } else if (how instanceof Derivation.Sum) {
      return inDomain(total(cells, asOf));
    } else if (how instanceof Derivation.Product) {
      return inDomain(product(cells, asOf));
    } else if (how instanceof Derivation.Log1p) {
      return first > -1.0 ? inDomain(StrictMath.log1p(first)) : outOfDomain;
    } else if (how instanceof Derivation.Clip clip) {
      return Math.min(Math.max(first, clip.range().low()), clip.range().high());
    } else if (how instanceof Derivation.MonthsBetween) {
      return between(ChronoUnit.MONTHS, first, second);
    } else if (how instanceof Derivation.AgeAt) {
      return between(ChronoUnit.YEARS, first, second);
    }
    return first >= 0 && first < levelCells.length ? levelCells[(int) first] : otherwise;
  }

  private double operand(int i, double[] cells, long asOf) {
    int slot = slots[i];
    return slot >= 0 ? cells[slot] : slot == AS_OF ? asOf : constants[i];
  }

  private double total(double[] cells, long asOf) {
    double total = 0.0;
    for (int i = 0; i < slots.length; i++) {
      total += operand(i, cells, asOf);
    }
    return total;
  }

  private double product(double[] cells, long asOf) {
    double product = 1.0;
    for (int i = 0; i < slots.length; i++) {
      product *= operand(i, cells, asOf);
    }
    return product;
  }

  private double inDomain(double value) {
    return SpecialValues.isNumber(value) ? value + 0.0 : outOfDomain;
  }

  private static double between(ChronoUnit unit, double from, double to) {
    return unit.between(LocalDate.ofEpochDay((long) from), LocalDate.ofEpochDay((long) to));
  }

  private static List<String> levelsOf(Schema schema, Operand.OfField of) {
    return schema.field(of.name()).rules().levels();
  }

  private static double groupCell(
      Derivation.LevelGroup group, List<String> groups, String level, double otherwise) {
    String name = group.groups().get(level);
    return name == null ? otherwise : groups.indexOf(name);
  }

  private static double[] specialCells(Field operand, Field result) {
    double[] cells = new double[SpecialValues.COUNT];
    Arrays.fill(cells, Double.NaN);
    for (SpecialCode special : operand.rules().specials()) {
      cells[special.code()] = cellOf(result, special.name());
    }
    return cells;
  }

  private static double cellOf(Field field, String specialName) {
    return field.special(specialName).map(SpecialCode::cell).orElse(Double.NaN);
  }
}
