package io.probity.model;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import java.util.List;

/** The JSON forms of the score scale and the grades. */
final class ScaleJson {

  private ScaleJson() {}

  static byte[] write(ScoreScale scale) {
    return JsonText.pretty()
        .beginObject()
        .put("basePoints", scale.basePoints())
        .put("baseOdds", scale.baseOdds())
        .put("pointsToDoubleOdds", scale.pointsToDoubleOdds())
        .endObject()
        .toBytes();
  }

  static ScoreScale readScale(JsonObject json) {
    double basePoints = json.number("basePoints");
    double baseOdds = json.number("baseOdds");
    double pointsToDoubleOdds = json.number("pointsToDoubleOdds");
    json.finish();
    return json.build(() -> new ScoreScale(basePoints, baseOdds, pointsToDoubleOdds));
  }

  static byte[] write(MasterScale grades) {
    JsonText out = JsonText.pretty().beginObject().beginList("grades");
    for (MasterScale.Grade grade : grades.grades()) {
      out.beginObject()
          .put("name", grade.name())
          .put("pdBelow", grade.pdBelow())
          .endObject();
    }
    return out.endList().endObject().toBytes();
  }

  static MasterScale readGrades(JsonObject json) {
    List<MasterScale.Grade> grades =
        json.objects("grades").stream().map(ScaleJson::readGrade).toList();
    json.finish();
    return json.build(() -> new MasterScale(grades));
  }

  private static MasterScale.Grade readGrade(JsonObject json) {
    String name = json.text("name");
    double pdBelow = json.number("pdBelow");
    json.finish();
    return json.build(() -> new MasterScale.Grade(name, pdBelow));
  }
}
