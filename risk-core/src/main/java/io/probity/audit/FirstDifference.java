package io.probity.audit;

import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * The first place where two JSON values differ.
 *
 * @param what the path of the value, such as {@code limitTrace[2][3]}
 * @param stored what the log says there
 * @param replayed what comes out now
 */
record FirstDifference(String what, String stored, String replayed) {

  /** Returns the first difference of two objects, by the keys of the replayed one; empty if none. */
  static Optional<FirstDifference> of(JsonObject stored, JsonObject replayed) {
    return ofObjects("", stored, replayed);
  }

  private static Optional<FirstDifference> of(String path, JsonValue stored, JsonValue replayed) {
    if (stored.isList() && replayed.isList()) {
      return ofLists(path, stored.list(), replayed.list());
    }
    if (stored.isObject() && replayed.isObject()) {
      return ofObjects(path + ".", stored.object(), replayed.object());
    }
    return stored.received().equals(replayed.received())
        ? Optional.empty()
        : Optional.of(new FirstDifference(path, stored.received(), replayed.received()));
  }

  private static Optional<FirstDifference> ofLists(
      String path, List<JsonValue> stored, List<JsonValue> replayed) {
    for (int i = 0; i < Math.min(stored.size(), replayed.size()); i++) {
      Optional<FirstDifference> found = of(path + "[" + i + "]", stored.get(i), replayed.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return stored.size() == replayed.size()
        ? Optional.empty()
        : Optional.of(
            new FirstDifference(path, stored.size() + " elements", replayed.size() + " elements"));
  }

  private static Optional<FirstDifference> ofObjects(
      String before, JsonObject stored, JsonObject replayed) {
    for (String key : replayed.keys()) {
      String place = before + key;
      JsonValue now = replayed.value(key);
      Optional<FirstDifference> found = stored.has(key)
          ? of(place, stored.value(key), now)
          : Optional.of(new FirstDifference(place, "nothing", now.received()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
