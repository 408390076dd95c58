package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.input.JsonText;
import java.util.List;

/** Writes conditions as they are tested: names resolved, levels by their indices. */
final class ConditionTables {

  private final JsonText out;

  ConditionTables(JsonText out) {
    this.out = out;
  }

  void write(String key, Condition condition) {
    out.beginObject(key);
    writeMembers(condition);
    out.endObject();
  }

  private void writeMembers(Condition condition) {
    if (condition instanceof Condition.All all) {
      writeParts("all", all.of());
    } else if (condition instanceof Condition.Any any) {
      writeParts("any", any.of());
    } else if (condition instanceof Condition.Not not) {
      write("not", not.of());
    } else if (condition instanceof Condition.Sensitive sensitive) {
      writeMembers(sensitive.of());
    } else {
      writeTest((Condition.Test) condition);
    }
  }

  private void writeParts(String key, List<Condition> parts) {
    out.beginList(key);
    for (Condition part : parts) {
      out.beginObject();
      writeMembers(part);
      out.endObject();
    }
    out.endList();
  }

  private void writeTest(Condition.Test test) {
    out.put("name", test.name());
    if (test instanceof Condition.InRange range) {
      out.beginObject("range");
      if (range.low() > Double.NEGATIVE_INFINITY) {
        out.put("low", range.low());
      }
      if (range.high() < Double.POSITIVE_INFINITY) {
        out.put("high", range.high());
      }
      out.put("lowIncluded", range.lowIncluded()).put("highIncluded", range.highIncluded());
      out.endObject();
    } else if (test instanceof Condition.InLevels in) {
      out.put("levels", in.levels().stream().mapToInt(Integer::intValue).toArray());
    } else if (test instanceof Condition.InNumbers in) {
      out.put("numbers", in.values().stream().mapToDouble(Double::doubleValue).toArray());
    } else if (test instanceof Condition.IsSpecial special) {
      out.put("special", special.code());
    } else {
      out.put("missing", true);
    }
  }
}
