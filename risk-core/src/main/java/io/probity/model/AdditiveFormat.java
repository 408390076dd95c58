package io.probity.model;

import io.probity.binning.Binning;
import io.probity.binning.BinningJson;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How additive models are stored: their bins, then effects with their ranges, points and pairs. */
final class AdditiveFormat implements PredictorFormat {

  private static final String BINNING = "binning.json";
  private static final String ADDITIVE = "predictor/additive.json";

  @Override
  public String family() {
    return AdditiveModel.FAMILY;
  }

  @Override
  public List<String> entryNames() {
    return List.of(BINNING, ADDITIVE);
  }

  @Override
  public Map<String, byte[]> write(Predictor predictor) {
    if (!(predictor instanceof AdditiveModel model)) {
      throw new IllegalArgumentException("not an additive model: " + predictor.family());
    }
    JsonText out = JsonText.pretty().beginObject().put("intercept", model.intercept());
    out.beginList("terms");
    for (AdditiveModel.Term term : model.terms()) {
      out.beginObject().put("feature", term.binning().feature());
      out.put("effects", array(term.effects()));
      out.put("low", array(term.low())).put("high", array(term.high()));
      out.put("points", whole(term.points())).endObject();
    }
    out.endList().beginList("pairs");
    for (AdditiveModel.Pair pair : model.pairs()) {
      out.beginObject();
      out.put(
          "features",
          List.of(model.features().get(pair.first()), model.features().get(pair.second())));
      out.put("rows", whole(pair.rowOf())).put("columns", whole(pair.columnOf()));
      out.put("size", new int[] {pair.effects().size(), pair.effects().get(0).size()});
      out.put("effects", array(pair.effects().stream().flatMap(List::stream).toList()));
      out.put("points", whole(pair.points().stream().flatMap(List::stream).toList()));
      out.endObject();
    }
    out.endList().endObject();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    List<Binning> binnings =
        model.terms().stream().map(AdditiveModel.Term::binning).toList();
    entries.put(BINNING, BinningJson.write(binnings));
    entries.put(ADDITIVE, out.toBytes());
    return entries;
  }

  @Override
  public Predictor read(Entries entries, Schema schema) {
    List<Binning> binnings = BinningJson.read(entries.json(BINNING), schema);
    JsonObject json = entries.json(ADDITIVE);
    double intercept = json.number("intercept");
    List<JsonObject> stored = json.objects("terms");
    if (stored.size() != binnings.size()) {
      json.violation("each binned feature needs one term", stored.size() + " terms", "");
    }
    List<AdditiveModel.Term> terms = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      terms.add(readTerm(stored.get(i), binnings.get(i)));
    }
    List<String> names = binnings.stream().map(Binning::feature).toList();
    List<AdditiveModel.Pair> pairs =
        json.objects("pairs").stream().map(pair -> readPair(pair, names)).toList();
    json.finish();
    return json.build(() -> AdditiveModel.of(intercept, terms, pairs));
  }

  private static AdditiveModel.Term readTerm(JsonObject json, Binning binning) {
    if (!json.text("feature").equals(binning.feature())) {
      json.violation("terms must stand in the order of the bins", json.text("feature"), "");
    }
    List<Double> effects = list(json.numbers("effects"));
    List<Double> low = list(json.numbers("low"));
    List<Double> high = list(json.numbers("high"));
    List<Integer> points = wholeNumbers(json, "points");
    json.finish();
    return json.build(() -> new AdditiveModel.Term(binning, effects, low, high, points));
  }

  private static AdditiveModel.Pair readPair(JsonObject json, List<String> names) {
    List<String> features = json.value("features").texts();
    if (features.size() != 2 || !names.containsAll(features)) {
      json.violation(
          "a pair needs two features of the model", features.toString(), "they are " + names);
    }
    List<Integer> rowOf = wholeNumbers(json, "rows");
    List<Integer> columnOf = wholeNumbers(json, "columns");
    List<Integer> size = wholeNumbers(json, "size");
    List<Double> effects = list(json.numbers("effects"));
    List<Integer> points = wholeNumbers(json, "points");
    boolean fits = size.size() == 2
        && points.size() == effects.size()
        && size.stream().allMatch(side -> side >= 1 && side <= effects.size())
        && (long) size.get(0) * size.get(1) == effects.size();
    if (!fits) {
      json.violation(
          "the effects and points of a pair must fill rows x columns",
          effects.size() + " effects and " + points.size() + " points for " + size,
          "");
    }
    json.finish();
    return json.build(() -> new AdditiveModel.Pair(
        names.indexOf(features.get(0)),
        names.indexOf(features.get(1)),
        rowOf,
        columnOf,
        rows(effects, size.get(1)),
        rows(points, size.get(1))));
  }

  private static <T> List<List<T>> rows(List<T> cells, int columns) {
    List<List<T>> rows = new ArrayList<>();
    for (int start = 0; start < cells.size(); start += columns) {
      rows.add(cells.subList(start, start + columns));
    }
    return rows;
  }

  private static List<Integer> wholeNumbers(JsonObject json, String key) {
    return json.value(key).list().stream().map(JsonValue::whole).toList();
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int[] whole(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
