package io.probity.model;

import io.probity.binning.Binning;
import io.probity.binning.BinningJson;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How scorecards are stored: their bins, then coefficients and points. */
final class ScorecardFormat implements PredictorFormat {

  private static final String BINNING = "binning.json";
  private static final String SCORECARD = "predictor/scorecard.json";

  @Override
  public String family() {
    return Scorecard.FAMILY;
  }

  @Override
  public List<String> entryNames() {
    return List.of(BINNING, SCORECARD);
  }

  @Override
  public Map<String, byte[]> write(Predictor predictor) {
    if (!(predictor instanceof Scorecard scorecard)) {
      throw new IllegalArgumentException("not a scorecard: " + predictor.family());
    }
    JsonText out = JsonText.pretty().beginObject().put("intercept", scorecard.intercept());
    out.beginList("terms");
    for (Scorecard.Term term : scorecard.terms()) {
      writeTerm(out, term);
    }
    out.endList().endObject();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    List<Binning> binnings =
        scorecard.terms().stream().map(Scorecard.Term::binning).toList();
    entries.put(BINNING, BinningJson.write(binnings));
    entries.put(SCORECARD, out.toBytes());
    return entries;
  }

  private static void writeTerm(JsonText out, Scorecard.Term term) {
    Binning binning = term.binning();
    int missing = binning.missingBin();
    out.beginObject().put("feature", binning.feature()).put("coefficient", term.coefficient());
    out.put("se", term.standardError());
    writePoints(out, "points", term.points().subList(0, missing));
    out.put("missingPoints", term.points().get(missing));
    writePoints(out, "specialPoints", term.points().subList(missing + 1, binning.bins()));
    out.endObject();
  }

  private static void writePoints(JsonText out, String key, List<Integer> points) {
    out.put(key, points.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public Predictor read(Entries entries, Schema schema) {
    List<Binning> binnings = BinningJson.read(entries.json(BINNING), schema);
    JsonObject json = entries.json(SCORECARD);
    double intercept = json.number("intercept");
    List<JsonObject> stored = json.objects("terms");
    if (stored.size() != binnings.size()) {
      json.violation("each binned feature needs one term", stored.size() + " terms", "");
    }
    List<Scorecard.Term> terms = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      terms.add(readTerm(stored.get(i), binnings.get(i)));
    }
    json.finish();
    return json.build(() -> Scorecard.of(intercept, terms));
  }

  private static Scorecard.Term readTerm(JsonObject json, Binning binning) {
    if (!json.text("feature").equals(binning.feature())) {
      json.violation("terms must stand in the order of the bins", json.text("feature"), "");
    }
    List<Integer> points = new ArrayList<>();
    json.value("points").list().forEach(value -> points.add(value.whole()));
    points.add(json.whole("missingPoints"));
    json.value("specialPoints").list().forEach(value -> points.add(value.whole()));
    double coefficient = json.number("coefficient");
    double standardError = json.number("se");
    json.finish();
    return json.build(() -> new Scorecard.Term(binning, coefficient, standardError, points));
  }
}
