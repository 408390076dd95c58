package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.input.JsonObject;
import java.util.List;

/**
 * A protected field that the model or an input of the policy uses, which a law permits.
 *
 * @param field its name
 * @param permission who permits it and why
 */
public record SensitiveInput(String field, Condition.Permission permission) {

  static List<SensitiveInput> readAll(JsonObject policy) {
    return policy.optionalObjects("sensitiveInputs").stream()
        .map(SensitiveInput::read)
        .toList();
  }

  private static SensitiveInput read(JsonObject json) {
    String field = json.text("field");
    Condition.Permission permission =
        new Condition.Permission(notBlank(json, "jurisdiction"), notBlank(json, "reason"));
    json.finish();
    return new SensitiveInput(field, permission);
  }

  private static String notBlank(JsonObject json, String key) {
    String text = json.text(key);
    if (text.isBlank()) {
      json.value(key).violation("a permission needs its " + key, "state it");
    }
    return text;
  }
}
