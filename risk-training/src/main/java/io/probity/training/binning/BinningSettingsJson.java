package io.probity.training.binning;

import io.probity.binning.ZeroCellRule;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import io.probity.schema.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The JSON form of binning settings. Every key may be left out and then has its default; what is
 * written names every option.
 */
public final class BinningSettingsJson {

  private BinningSettingsJson() {}

  /** Reads settings; absent keys have their defaults. */
  public static BinningSettings read(JsonObject json) {
    BinningSettings defaults = BinningSettings.DEFAULT;
    Divergence divergence = json.choice("divergence", Divergence.class, defaults.divergence());
    BinSizes sizes =
        json.optionalObject("sizes").map(BinningSettingsJson::sizes).orElse(defaults.sizes());
    BinShape shape =
        json.optionalObject("shape").map(BinningSettingsJson::shape).orElse(defaults.shape());
    NeighbourRules neighbours = json.optionalObject("neighbours")
        .map(BinningSettingsJson::neighbours)
        .orElse(defaults.neighbours());
    CutRules cuts =
        json.optionalObject("cuts").map(BinningSettingsJson::cuts).orElse(defaults.cuts());
    CategoryRules categories = json.optionalObject("categories")
        .map(BinningSettingsJson::categories)
        .orElse(defaults.categories());
    ZeroCellRule zeroCells = json.choice("zeroCells", ZeroCellRule.class, defaults.zeroCells());
    OutsideBins outside = json.choice("outside", OutsideBins.class, defaults.outside());
    json.finish();
    return new BinningSettings(
        divergence, sizes, shape, neighbours, cuts, categories, zeroCells, outside);
  }

  private static BinSizes sizes(JsonObject json) {
    BinSizes defaults = BinSizes.DEFAULT;
    int minBins = json.whole("minBins", defaults.minBins());
    int maxBins = json.whole("maxBins", defaults.maxBins());
    Range share = range(json, "share", defaults.share());
    Range count = range(json, "count", defaults.count());
    Range goods = range(json, "goods", defaults.goods());
    Range bads = range(json, "bads", defaults.bads());
    json.finish();
    return json.build(() -> new BinSizes(minBins, maxBins, share, count, goods, bads));
  }

  private static BinShape shape(JsonObject json) {
    Trend trend = json.choice("trend", Trend.class, BinShape.DEFAULT.trend());
    double gain = json.number("autoPeakGain", BinShape.DEFAULT.autoPeakGain());
    double penalty = json.number("unevenPenalty", BinShape.DEFAULT.unevenPenalty());
    json.finish();
    return json.build(() -> new BinShape(trend, gain, penalty));
  }

  private static NeighbourRules neighbours(JsonObject json) {
    NeighbourRules none = NeighbourRules.NONE;
    double rateGap = json.number("minRateGap", none.minRateGap());
    double woeGap = json.number("minWoeGap", none.minWoeGap());
    double pValue = json.number("maxPValue", none.maxPValue());
    SignificanceTest test = json.choice("test", SignificanceTest.class, none.test());
    double stable = json.number("stableShare", none.stableShare());
    json.finish();
    return json.build(() -> new NeighbourRules(rateGap, woeGap, pValue, test, stable));
  }

  private static CutRules cuts(JsonObject json) {
    CutRules defaults = CutRules.DEFAULT;
    int preBins = json.whole("maxPreBins", defaults.maxPreBins());
    double share = json.number("minPreBinShare", defaults.minPreBinShare());
    List<Double> candidates = numbers(json, "candidates");
    List<Double> fixed = numbers(json, "fixed");
    List<Range> excluded = new ArrayList<>();
    for (JsonValue range : json.optionalValue("excluded").map(JsonValue::list).orElse(List.of())) {
      excluded.add(range(range, "excluded"));
    }
    CutPlacement placement = json.choice("placement", CutPlacement.class, defaults.placement());
    OptionalInt digits = json.nullableValue("digits")
        .map(value -> OptionalInt.of(value.whole()))
        .orElse(OptionalInt.empty());
    json.finish();
    return json.build(
        () -> new CutRules(preBins, share, candidates, fixed, excluded, placement, digits));
  }

  private static CategoryRules categories(JsonObject json) {
    CategoryRules defaults = CategoryRules.DEFAULT;
    double rareShare = json.number("rareShare", defaults.rareShare());
    double prior = json.number("priorRecords", defaults.priorRecords());
    List<List<String>> together = new ArrayList<>();
    json.optionalValue("together")
        .map(JsonValue::list)
        .orElse(List.of())
        .forEach(group -> together.add(group.texts()));
    json.finish();
    return json.build(() -> new CategoryRules(rareShare, prior, together));
  }

  private static List<Double> numbers(JsonObject json, String key) {
    List<Double> numbers = new ArrayList<>();
    json.optionalValue(key)
        .map(JsonValue::list)
        .orElse(List.of())
        .forEach(value -> numbers.add(value.number()));
    return numbers;
  }

  private static Range range(JsonObject json, String key, Range otherwise) {
    return json.optionalValue(key).map(value -> range(value, key)).orElse(otherwise);
  }

  private static Range range(JsonValue value, String key) {
    List<JsonValue> ends = value.list();
    if (ends.size() != 2) {
      value.violation(key + " must be [low, high], with null for an open end", "");
      return new Range(0, 0);
    }
    double low = ends.get(0).isNull() ? Double.NEGATIVE_INFINITY : ends.get(0).number();
    double high = ends.get(1).isNull() ? Double.POSITIVE_INFINITY : ends.get(1).number();
    return value.build(() -> new Range(low, high));
  }

  /** Writes all settings under a key. */
  public static void write(JsonText out, String key, BinningSettings settings) {
    out.beginObject(key).put("divergence", settings.divergence().name());
    BinSizes sizes = settings.sizes();
    out.beginObject("sizes").put("minBins", sizes.minBins()).put("maxBins", sizes.maxBins());
    writeRange(out, "share", sizes.share());
    writeRange(out, "count", sizes.count());
    writeRange(out, "goods", sizes.goods());
    writeRange(out, "bads", sizes.bads());
    out.endObject();
    BinShape shape = settings.shape();
    out.beginObject("shape").put("trend", shape.trend().name());
    out.put("autoPeakGain", shape.autoPeakGain());
    out.put("unevenPenalty", shape.unevenPenalty()).endObject();
    NeighbourRules neighbours = settings.neighbours();
    out.beginObject("neighbours").put("minRateGap", neighbours.minRateGap());
    out.put("minWoeGap", neighbours.minWoeGap()).put("maxPValue", neighbours.maxPValue());
    out.put("test", neighbours.test().name()).put("stableShare", neighbours.stableShare());
    out.endObject();
    writeCuts(out, settings.cuts());
    CategoryRules categories = settings.categories();
    out.beginObject("categories").put("rareShare", categories.rareShare());
    out.put("priorRecords", categories.priorRecords())
        .putLists("together", categories.together())
        .endObject();
    out.put("zeroCells", settings.zeroCells().name());
    out.put("outside", settings.outside().name()).endObject();
  }

  private static void writeCuts(JsonText out, CutRules cuts) {
    out.beginObject("cuts").put("maxPreBins", cuts.maxPreBins());
    out.put("minPreBinShare", cuts.minPreBinShare());
    out.put("candidates", array(cuts.candidates())).put("fixed", array(cuts.fixed()));
    out.beginList("excluded");
    for (Range range : cuts.excluded()) {
      out.beginList();
      writeEnds(out, range);
      out.endList();
    }
    out.endList().put("placement", cuts.placement().name());
    cuts.digits().ifPresent(digits -> out.put("digits", digits));
    out.endObject();
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void writeRange(JsonText out, String key, Range range) {
    out.beginList(key);
    writeEnds(out, range);
    out.endList();
  }

  private static void writeEnds(JsonText out, Range range) {
    for (double end : new double[] {range.low(), range.high()}) {
      if (Double.isInfinite(end)) {
        out.addNull();
      } else {
        out.add(end);
      }
    }
  }
}
