package io.probity.training.tribuo;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON form of what the tribuo family trains: {@code {"trainer": "full.class.Name", "parameters":
 * {"epochs": 5}}}. A parameter is a number, a text, a flag, or a part in the same form with {@code
 * class} in the place of {@code trainer}.
 */
public final class TribuoSettingsJson {

  private TribuoSettingsJson() {}

  /** Reads a trainer. */
  public static TribuoComponent read(JsonObject json) {
    return read(json, "trainer");
  }

  private static TribuoComponent read(JsonObject json, String typeKey) {
    String type = json.text(typeKey);
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, TribuoComponent> parts = new LinkedHashMap<>();
    json.optionalObject("parameters").ifPresent(object -> {
      for (String key : object.keys()) {
        JsonValue value = object.value(key);
        if (value.isText()) {
          parameters.put(key, value.text());
        } else if (value.isNumber()) {
          parameters.put(key, value.decimal().toPlainString());
        } else if (value.isFlag()) {
          parameters.put(key, String.valueOf(value.flag()));
        } else {
          parts.put(key, read(value.object(), "class"));
        }
      }
      object.finish();
    });
    json.finish();
    return json.build(() -> new TribuoComponent(type, parameters, parts));
  }

  /** Writes a trainer under a key. */
  public static void write(JsonText out, String key, TribuoComponent component) {
    write(out, key, "trainer", component);
  }

  private static void write(JsonText out, String key, String typeKey, TribuoComponent component) {
    out.beginObject(key).put(typeKey, component.type()).beginObject("parameters");
    component.parameters().forEach(out::put);
    component.parts().forEach((name, part) -> write(out, name, "class", part));
    out.endObject().endObject();
  }
}
