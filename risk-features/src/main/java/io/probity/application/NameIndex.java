package io.probity.application;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers names from 0 in the order in which they first come. */
final class NameIndex {

  static final int NONE = -1;

  private final Map<String, Integer> indexByName = new HashMap<>();

  int add(String name) {
    Integer known = indexByName.putIfAbsent(name, indexByName.size());
    return known == null ? indexByName.size() - 1 : known;
  }

  /** Returns the number of a name, or {@link #NONE}. */
  int of(@Nullable String name) {
    Integer index = name == null ? null : indexByName.get(name);
    return index == null ? NONE : index;
  }

  int size() {
    return indexByName.size();
  }
}
