package io.probity.input;

import org.jspecify.annotations.Nullable;

/** Where a value stands in a document. Becomes a text only when somebody asks, for a message. */
final class JsonPath {

  static final JsonPath ROOT = new JsonPath(null, "", -1);

  private final @Nullable JsonPath parent;
  private final String key;
  private final int index; // -1 for a key

  private JsonPath(@Nullable JsonPath parent, String key, int index) {
    this.parent = parent;
    this.key = key;
    this.index = index;
  }

  JsonPath key(String child) {
    return new JsonPath(this, child, -1);
  }

  JsonPath index(int child) {
    return new JsonPath(this, "", child);
  }

  /** Returns the path with dots and brackets, such as {@code limit.steps[0].rule}. */
  @Override
  public String toString() {
    if (parent == null) {
      return "";
    }
    String before = parent.toString();
    if (index >= 0) {
      return before + "[" + index + "]";
    }
    return before.isEmpty() ? key : before + "." + key;
  }
}
