package io.probity.model;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import java.util.Arrays;
import java.util.List;

/** The JSON form of the training population's reference figures. */
final class ReferenceJson {

  private ReferenceJson() {}

  static byte[] write(Reference reference) {
    JsonText out = JsonText.pretty().beginObject().put("rows", reference.rows());
    out.beginList("features");
    for (Reference.FeatureReference feature : reference.features()) {
      out.beginObject().put("name", feature.name());
      out.put("meanContribution", feature.meanContribution());
      out.put("gradeMeans", array(feature.gradeMeans()));
      if (!feature.cuts().isEmpty()) {
        out.put("cuts", array(feature.cuts()));
      }
      out.put("shares", array(feature.shares())).endObject();
    }
    out.endList().put("gradeShares", array(reference.gradeShares()));
    out.put(
        "scoreCuts", reference.scoreCuts().stream().mapToInt(Integer::intValue).toArray());
    out.put("scoreShares", array(reference.scoreShares()));
    return out.endObject().toBytes();
  }

  static Reference read(JsonObject json) {
    long rows = (long) json.number("rows");
    List<Reference.FeatureReference> features =
        json.objects("features").stream().map(ReferenceJson::feature).toList();
    List<Double> gradeShares = list(json.numbers("gradeShares"));
    List<Integer> scoreCuts =
        json.value("scoreCuts").list().stream().map(value -> value.whole()).toList();
    List<Double> scoreShares = list(json.numbers("scoreShares"));
    json.finish();
    return json.build(() -> new Reference(rows, features, gradeShares, scoreCuts, scoreShares));
  }

  private static Reference.FeatureReference feature(JsonObject json) {
    Reference.FeatureReference feature = new Reference.FeatureReference(
        json.text("name"),
        json.number("meanContribution"),
        list(json.numbers("gradeMeans")),
        json.has("cuts") ? list(json.numbers("cuts")) : List.of(),
        list(json.numbers("shares")));
    json.finish();
    return feature;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
