package io.probity.monitoring;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What two JSON texts say differently: objects by key, lists by the codes or names of their elements. */
final class JsonDiff {

  private static final List<String> NAMES = List.of("code", "name", "id", "field");

  private final Differences differences;

  JsonDiff(Differences differences) {
    this.differences = differences;
  }

  /** Compares two whole texts. */
  void compare(String place, byte[] first, byte[] second) {
    compare(
        place,
        JsonObject.parse(first, "", JsonLimits.FILE),
        JsonObject.parse(second, "", JsonLimits.FILE));
  }

  /** Compares two whole texts. */
  void compare(String place, String first, String second) {
    compare(place, first.getBytes(StandardCharsets.UTF_8), second.getBytes(StandardCharsets.UTF_8));
  }

  private void compare(String place, JsonObject first, JsonObject second) {
    Set<String> keys = new LinkedHashSet<>(first.keys());
    keys.addAll(second.keys());
    for (String key : keys) {
      String at = place + "." + key;
      if (!first.has(key) || !second.has(key)) {
        differences.compare(
            at,
            first.has(key) ? text(first.value(key)) : Differences.NOTHING,
            second.has(key) ? text(second.value(key)) : Differences.NOTHING);
      } else {
        compare(at, first.value(key), second.value(key));
      }
    }
  }

  private void compare(String place, JsonValue first, JsonValue second) {
    if (first.isObject() && second.isObject()) {
      compare(place, first.object(), second.object());
    } else if (areSets(first, second)) {
      differences.compareSets(place, texts(first), texts(second), text -> text);
    } else if (first.isList() && second.isList()) {
      compare(place, byName(first), byName(second));
    } else {
      differences.compare(place, text(first), text(second));
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
        differences.compare(
            at,
            one == null ? Differences.NOTHING : text(one),
            two == null ? Differences.NOTHING : text(two));
      }
    }
  }

  /** Returns whether both are lists of texts, none twice, with other members. */
  private static boolean areSets(JsonValue first, JsonValue second) {
    return first.isList()
        && second.isList()
        && isSet(first)
        && isSet(second)
        && !new HashSet<>(texts(first)).equals(new HashSet<>(texts(second)));
  }

  private static boolean isSet(JsonValue list) {
    return list.list().stream().allMatch(JsonValue::isText)
        && texts(list).size() == list.list().size();
  }

  private static Set<String> texts(JsonValue list) {
    return new LinkedHashSet<>(list.list().stream().map(JsonDiff::text).toList());
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
      return value.list().stream().map(JsonDiff::text).toList().toString();
    }
    return value.received();
  }
}
