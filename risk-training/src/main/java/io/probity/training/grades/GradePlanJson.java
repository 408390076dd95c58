package io.probity.training.grades;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import io.probity.model.MasterScale;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON form of grade plans: a list of grades with their PD bounds, or an object of the rules that
 * grades are built by.
 *
 * <pre>{@code
 * [{"name": "A", "pdBelow": 0.02}, {"name": "B", "pdBelow": 1}]
 * {"minGrades": 3, "maxGrades": 10, "minShare": 0.03, "largestWidth": 1, "separated": true,
 *  "level": 0.8, "cells": 50}
 * }</pre>
 */
public final class GradePlanJson {

  private GradePlanJson() {}

  /** Reads a grade plan; absent keys of the rules have their defaults. */
  public static GradePlan read(JsonValue json) {
    return json.isList() ? fixed(json) : built(json.object());
  }

  private static GradePlan fixed(JsonValue json) {
    List<MasterScale.Grade> grades = new ArrayList<>();
    for (JsonObject grade : json.objects()) {
      String name = grade.text("name");
      double pdBelow = grade.number("pdBelow");
      grade.finish();
      grades.add(grade.build(() -> new MasterScale.Grade(name, pdBelow)));
    }
    return json.build(() -> new GradePlan.Fixed(new MasterScale(grades)));
  }

  private static GradePlan built(JsonObject json) {
    GradePlan.Built defaults = GradePlan.Built.DEFAULT;
    int least = json.whole("minGrades", defaults.minGrades());
    int most = json.whole("maxGrades", defaults.maxGrades());
    double share = json.number("minShare", defaults.minShare());
    double width = json.number("largestWidth", defaults.largestWidth());
    boolean separated = json.flag("separated", defaults.separated());
    double level = json.number("level", defaults.level());
    int cells = json.whole("cells", defaults.cells());
    json.finish();
    return json.build(
        () -> new GradePlan.Built(least, most, share, width, separated, level, cells));
  }

  /** Writes a grade plan under a key. */
  public static void write(JsonText out, String key, GradePlan plan) {
    if (plan instanceof GradePlan.Fixed fixed) {
      out.beginList(key);
      for (MasterScale.Grade grade : fixed.scale().grades()) {
        out.beginObject()
            .put("name", grade.name())
            .put("pdBelow", grade.pdBelow())
            .endObject();
      }
      out.endList();
      return;
    }
    GradePlan.Built built = (GradePlan.Built) plan;
    out.beginObject(key).put("minGrades", built.minGrades()).put("maxGrades", built.maxGrades());
    out.put("minShare", built.minShare()).put("largestWidth", built.largestWidth());
    out.put("separated", built.separated()).put("level", built.level());
    out.put("cells", built.cells()).endObject();
  }
}
