package io.probity.monitoring;

import io.probity.binning.Binning;
import io.probity.decision.CreditPolicy;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.model.AdditiveModel;
import io.probity.model.Predictor;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.schema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What two models, or two policies, say differently: bins, points, words of reasons and rules. */
public final class SemanticDiff {

  private static final String NOTHING = "-";
  private static final List<String> NAMES = List.of("code", "name", "id");

  private final List<Difference> differences = new ArrayList<>();

  private SemanticDiff() {}

  /**
   * One difference.
   *
   * @param place what differs, such as {@code feature dsti, bin [0.2, 0.4)}
   * @param first what the first says; a dash for nothing
   * @param second what the second says; a dash for nothing
   */
  public record Difference(String place, String first, String second) {}

  /** Returns what two models say differently. */
  public static List<Difference> of(RiskModel first, RiskModel second) {
    SemanticDiff diff = new SemanticDiff();
    diff.compare("family", first.predictor().family(), second.predictor().family());
    diff.compare("scale", first.scale().toString(), second.scale().toString());
    diff.compare("grades", first.grades().toString(), second.grades().toString());
    diff.compare(
        "calibration", first.calibration().toString(), second.calibration().toString());
    diff.compare(
        "base log-odds", first.predictor().base() + "", second.predictor().base() + "");
    Set<String> features = new LinkedHashSet<>(first.features());
    features.addAll(second.features());
    for (String feature : features) {
      diff.feature(feature, first, second);
    }
    return diff.differences;
  }

  /** Returns what two policies say differently; lists of rules are matched by their codes. */
  public static List<Difference> of(CreditPolicy first, CreditPolicy second) {
    SemanticDiff diff = new SemanticDiff();
    diff.compare("policy", root(first), root(second));
    return diff.differences;
  }

  private static JsonObject root(CreditPolicy policy) {
    return JsonObject.parse(policy.toBytes(), "", JsonLimits.FILE);
  }

  private void feature(String name, RiskModel first, RiskModel second) {
    String place = "feature " + name;
    boolean inFirst = first.features().contains(name);
    boolean inSecond = second.features().contains(name);
    if (!inFirst || !inSecond) {
      compare(place, inFirst ? "used" : NOTHING, inSecond ? "used" : NOTHING);
      return;
    }
    Map<String, String> before = points(first.predictor(), name);
    Map<String, String> after = points(second.predictor(), name);
    Set<String> bins = new LinkedHashSet<>(before.keySet());
    bins.addAll(after.keySet());
    for (String bin : bins) {
      compare(
          place + ", bin " + bin,
          before.getOrDefault(bin, NOTHING),
          after.getOrDefault(bin, NOTHING));
    }
    Field one = first.schema().field(name);
    Field two = second.schema().field(name);
    compare(
        place + ", reason",
        one.reasons().byLanguage().toString(),
        two.reasons().byLanguage().toString());
  }

  /** Returns the points of each bin of a feature, by the label of the bin. */
  private static Map<String, String> points(Predictor predictor, String feature) {
    Map<String, String> points = new LinkedHashMap<>();
    if (predictor instanceof Scorecard scorecard) {
      for (Scorecard.Term term : scorecard.terms()) {
        if (term.binning().feature().equals(feature)) {
          put(points, term.binning(), term.points());
        }
      }
    } else if (predictor instanceof AdditiveModel additive) {
      for (AdditiveModel.Term term : additive.terms()) {
        if (term.binning().feature().equals(feature)) {
          put(points, term.binning(), term.points());
        }
      }
    }
    return points;
  }

  private static void put(Map<String, String> into, Binning binning, List<Integer> points) {
    for (int bin = 0; bin < points.size(); bin++) {
      into.put(binning.labels().get(bin), points.get(bin) + " points");
    }
  }

  private void compare(String place, String first, String second) {
    if (!first.equals(second)) {
      differences.add(new Difference(place, first, second));
    }
  }

  private void compare(String place, JsonObject first, JsonObject second) {
    Set<String> keys = new LinkedHashSet<>(first.keys());
    keys.addAll(second.keys());
    for (String key : keys) {
      String at = place + "." + key;
      if (!first.has(key) || !second.has(key)) {
        compare(
            at,
            first.has(key) ? text(first.value(key)) : NOTHING,
            second.has(key) ? text(second.value(key)) : NOTHING);
      } else {
        compare(at, first.value(key), second.value(key));
      }
    }
  }

  private void compare(String place, JsonValue first, JsonValue second) {
    if (first.isObject() && second.isObject()) {
      compare(place, first.object(), second.object());
    } else if (first.isList() && second.isList()) {
      compare(place, byName(first), byName(second));
    } else {
      compare(place, text(first), text(second));
    }
  }

  private void compare(String place, Map<String, JsonValue> first, Map<String, JsonValue> second) {
    Set<String> names = new LinkedHashSet<>(first.keySet());
    names.addAll(second.keySet());
    for (String name : names) {
      JsonValue one = first.get(name);
      JsonValue two = second.get(name);
      String at = place + "[" + name + "]";
      if (one != null && two != null) {
        compare(at, one, two);
      } else {
        compare(at, one == null ? NOTHING : text(one), two == null ? NOTHING : text(two));
      }
    }
  }

  /** Returns the elements of a list by their code or name, else by their position. */
  private static Map<String, JsonValue> byName(JsonValue list) {
    Map<String, JsonValue> named = new LinkedHashMap<>();
    for (JsonValue value : list.list()) {
      String name = Integer.toString(named.size());
      if (value.isObject()) {
        JsonObject object = value.object();
        for (String key : NAMES) {
          if (object.has(key) && object.value(key).isText()) {
            name = object.text(key);
            break;
          }
        }
      }
      named.put(named.containsKey(name) ? name + "#" + named.size() : name, value);
    }
    return named;
  }

  private static String text(JsonValue value) {
    if (value.isObject()) {
      List<String> parts = new ArrayList<>();
      JsonObject object = value.object();
      object.keys().forEach(key -> parts.add(key + ": " + text(object.value(key))));
      return "{" + String.join(", ", parts) + "}";
    }
    if (value.isList()) {
      return value.list().stream().map(SemanticDiff::text).toList().toString();
    }
    return value.received();
  }
}
