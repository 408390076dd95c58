package io.probity.condition;

import io.probity.schema.SpecialValues;
import java.util.List;

/** Turns conditions into small trees of tests on numbered cells. */
final class ConditionCompiler {

  private ConditionCompiler() {}

  static CompiledCondition compile(Condition condition, List<String> layout) {
    if (condition instanceof Condition.All all) {
      CompiledCondition[] parts = parts(all.of(), layout);
      return cells -> {
        Truth truth = Truth.TRUE;
        for (CompiledCondition part : parts) {
          truth = truth.and(part.test(cells));
          if (truth == Truth.FALSE) {
            return truth;
          }
        }
        return truth;
      };
    }
    if (condition instanceof Condition.Any any) {
      CompiledCondition[] parts = parts(any.of(), layout);
      return cells -> {
        Truth truth = Truth.FALSE;
        for (CompiledCondition part : parts) {
          truth = truth.or(part.test(cells));
          if (truth == Truth.TRUE) {
            return truth;
          }
        }
        return truth;
      };
    }
    if (condition instanceof Condition.Not not) {
      CompiledCondition part = compile(not.of(), layout);
      return cells -> part.test(cells).not();
    }
    if (condition instanceof Condition.Sensitive sensitive) {
      return compile(sensitive.of(), layout);
    }
    return test((Condition.Test) condition, layout);
  }

  private static CompiledCondition[] parts(List<Condition> parts, List<String> layout) {
    return parts.stream().map(part -> compile(part, layout)).toArray(CompiledCondition[]::new);
  }

  private static CompiledCondition test(Condition.Test test, List<String> layout) {
    int at = layout.indexOf(test.name());
    if (at < 0) {
      throw new IllegalArgumentException(
          "the condition reads " + test.name() + ", which the vector does not hold");
    }
    if (test instanceof Condition.InRange range) {
      return cells -> isKnown(cells[at]) ? Truth.of(range.contains(cells[at])) : Truth.UNKNOWN;
    }
    if (test instanceof Condition.InLevels in) {
      boolean[] member =
          new boolean[in.levels().stream().mapToInt(level -> level + 1).max().orElse(0)];
      in.levels().forEach(level -> member[level] = true);
      return cells -> {
        double cell = cells[at];
        if (!isKnown(cell)) {
          return Truth.UNKNOWN;
        }
        return Truth.of(cell >= 0 && cell < member.length && member[(int) cell]);
      };
    }
    if (test instanceof Condition.InNumbers in) {
      double[] values = in.values().stream().mapToDouble(Double::doubleValue).toArray();
      return cells -> isKnown(cells[at]) ? Truth.of(contains(values, cells[at])) : Truth.UNKNOWN;
    }
    if (test instanceof Condition.IsMissing) {
      return cells -> Truth.of(Double.isNaN(cells[at]));
    }
    int code = ((Condition.IsSpecial) test).code();
    return cells -> {
      int special = SpecialValues.codeOf(cells[at]);
      return Truth.of(code < 0 ? special >= 0 : special == code);
    };
  }

  private static boolean isKnown(double cell) {
    return !Double.isNaN(cell) && !SpecialValues.isSpecial(cell);
  }

  private static boolean contains(double[] values, double cell) {
    for (double value : values) {
      if (value == cell) {
        return true;
      }
    }
    return false;
  }
}
