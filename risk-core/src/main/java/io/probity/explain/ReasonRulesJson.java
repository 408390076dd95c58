package io.probity.explain;

import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.input.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code reasons} of a policy. */
public final class ReasonRulesJson {

  private ReasonRulesJson() {}

  /**
   * Reads the rules.
   *
   * @param fields the fields that there are; empty where the model is not known yet
   * @throws io.probity.input.InvalidInputException if a rule is broken, with its JSON path
   */
  public static ReasonRules read(JsonObject policy, ReasonTexts texts, Collection<String> fields) {
    Optional<JsonObject> json = policy.optionalObject("reasons");
    return json.map(rules -> rules(rules, texts, fields)).orElse(ReasonRules.DEFAULT);
  }

  private static ReasonRules rules(JsonObject json, ReasonTexts texts, Collection<String> fields) {
    ReasonReference reference =
        json.choice("reference", ReasonReference.class, ReasonReference.MEAN);
    List<ReasonRules.Group> groups = new ArrayList<>();
    for (JsonObject group : json.optionalObjects("groups")) {
      String code = texts.code(group);
      List<String> names = names(group, "features", fields);
      ReasonText text = texts.rule(group, code);
      group.finish();
      groups.add(group.build(() -> new ReasonRules.Group(code, names, text)));
    }
    List<String> inquiries =
        json.has("inquiries") ? names(json, "inquiries", fields) : List.<String>of();
    json.finish();
    return json.build(() -> new ReasonRules(reference, groups, inquiries));
  }

  private static List<String> names(JsonObject json, String key, Collection<String> fields) {
    List<String> names = new ArrayList<>();
    for (JsonValue value : json.value(key).list()) {
      String name = value.text();
      if (!fields.isEmpty() && !fields.contains(name)) {
        value.violation("there is no field \"" + name + "\"", NearestName.remedy(name, fields));
      }
      names.add(name);
    }
    return names;
  }
}
