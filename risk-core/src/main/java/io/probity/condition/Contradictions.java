package io.probity.condition;

import io.probity.input.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds lists of conditions that must all hold and never can. */
final class Contradictions {

  private Contradictions() {}

  static void check(Condition condition, JsonObject json) {
    if (condition instanceof Condition.All all) {
      List<Condition> parts = new ArrayList<>();
      flatten(all, parts);
      checkAll(parts, json);
      parts.forEach(part -> check(part, json));
    } else if (condition instanceof Condition.Any any) {
      any.of().forEach(part -> check(part, json));
    } else if (condition instanceof Condition.Not not) {
      check(not.of(), json);
    }
  }

  private static Condition plain(Condition part) {
    return part instanceof Condition.Sensitive sensitive ? sensitive.of() : part;
  }

  /** Collects the parts of conditions that must all hold, through lists within lists. */
  private static void flatten(Condition.All all, List<Condition> into) {
    for (Condition part : all.of()) {
      if (part instanceof Condition.All inner) {
        flatten(inner, into);
      } else {
        into.add(plain(part));
      }
    }
  }

  private static void checkAll(List<Condition> parts, JsonObject json) {
    Map<String, Condition.InRange> ranges = new HashMap<>();
    Map<String, List<Integer>> levels = new HashMap<>();
    Set<String> compared = new HashSet<>();
    Set<String> without = new HashSet<>();
    for (Condition part : parts) {
      if (part instanceof Condition.IsMissing || part instanceof Condition.IsSpecial) {
        without.add(((Condition.Test) part).name());
      } else if (part instanceof Condition.Test test) {
        compared.add(test.name());
      }
      if (part instanceof Condition.InRange range) {
        Condition.InRange before = ranges.get(range.name());
        Condition.InRange both = before == null ? range : intersection(before, range);
        if (both.low() > both.high() || (both.low() == both.high() && !both.contains(both.low()))) {
          never(json, range.name());
        }
        ranges.put(range.name(), both);
      } else if (part instanceof Condition.InLevels in) {
        List<Integer> before = levels.getOrDefault(in.name(), in.levels());
        List<Integer> both = before.stream().filter(in.levels()::contains).toList();
        if (both.isEmpty()) {
          never(json, in.name());
        }
        levels.put(in.name(), both);
      }
    }
    checkNumbers(parts, ranges, json);
    compared.stream().filter(without::contains).sorted().forEach(name -> never(json, name));
  }

  private static void checkNumbers(
      List<Condition> parts, Map<String, Condition.InRange> ranges, JsonObject json) {
    Map<String, List<Double>> numbers = new HashMap<>();
    for (Condition part : parts) {
      if (part instanceof Condition.InNumbers in) {
        Condition.InRange range = ranges.get(in.name());
        List<Double> before = numbers.getOrDefault(in.name(), in.values());
        List<Double> both = before.stream()
            .filter(
                value -> in.values().contains(value) && (range == null || range.contains(value)))
            .toList();
        if (both.isEmpty()) {
          never(json, in.name());
        }
        numbers.put(in.name(), both);
      }
    }
  }

  private static void never(JsonObject json, String name) {
    json.violation(
        "the tests of " + name + " contradict each other, so the condition never holds",
        "",
        "use any instead of all, or mend the tests");
  }

  private static Condition.InRange intersection(Condition.InRange a, Condition.InRange b) {
    boolean lowFromA = a.low() > b.low() || (a.low() == b.low() && !a.lowIncluded());
    boolean highFromA = a.high() < b.high() || (a.high() == b.high() && !a.highIncluded());
    return new Condition.InRange(
        a.name(),
        lowFromA ? a.low() : b.low(),
        lowFromA ? a.lowIncluded() : b.lowIncluded(),
        highFromA ? a.high() : b.high(),
        highFromA ? a.highIncluded() : b.highIncluded());
  }
}
