package io.probity.training;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.util.Optional;

/**
 * Where the records of a run lie and how they are read. Paths are as the plan states them; the command
 * line takes them from the folder of the plan.
 *
 * @param csv the path of the records
 * @param schema the path of the data dictionary
 * @param target the target where it is not the dictionary's; empty for the dictionary's
 * @param weight the weight where it is not the dictionary's; empty for the dictionary's
 * @param horizonMonths the months within which the target counts, where the dictionary does not say
 * @param separator what separates fields
 * @param streamed whether the records are read in passes instead of held; see {@link StreamedTraining}
 */
public record PlanData(
    String csv,
    String schema,
    Optional<String> target,
    Optional<String> weight,
    Optional<Integer> horizonMonths,
    char separator,
    boolean streamed) {

  static PlanData read(JsonObject json) {
    String csv = json.text("csv");
    String schema = json.text("schema");
    Optional<String> target = json.nullableValue("target").map(JsonValue::text);
    Optional<String> weight = json.nullableValue("weight").map(JsonValue::text);
    Optional<Integer> horizon = json.nullableValue("horizonMonths").map(JsonValue::whole);
    String separator = json.optionalValue("separator").map(JsonValue::text).orElse(",");
    boolean streamed = json.flag("streamed", false);
    json.finish();
    return json.build(
        () -> new PlanData(csv, schema, target, weight, horizon, one(separator), streamed));
  }

  private static char one(String separator) {
    if (separator.length() != 1) {
      throw new IllegalArgumentException(
          "a separator must be one character, not \"" + separator + "\"");
    }
    return separator.charAt(0);
  }

  void write(JsonText out, String key) {
    out.beginObject(key).put("csv", csv).put("schema", schema);
    target.ifPresent(name -> out.put("target", name));
    weight.ifPresent(name -> out.put("weight", name));
    horizonMonths.ifPresent(months -> out.put("horizonMonths", months));
    out.put("separator", String.valueOf(separator)).put("streamed", streamed).endObject();
  }
}
