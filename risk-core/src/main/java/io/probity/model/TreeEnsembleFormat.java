package io.probity.model;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How boosted trees are stored: columns and base as JSON, then the nodes in packed form. */
final class TreeEnsembleFormat implements PredictorFormat {

  private static final String ENSEMBLE = "predictor/ensemble.json";
  private static final String TREES = "predictor/trees.bin";

  /** How the leaves are added; a file that asks for another way is refused. */
  private enum Sum {
    FLOAT_IN_ORDER
  }

  /** What a column is made of. */
  private enum Kind {
    VALUE,
    FLAG,
    LEVELS
  }

  @Override
  public String family() {
    return TreeEnsemble.FAMILY;
  }

  @Override
  public List<String> entryNames() {
    return List.of(ENSEMBLE, TREES);
  }

  @Override
  public Map<String, byte[]> write(Predictor predictor) {
    if (!(predictor instanceof TreeEnsemble ensemble)) {
      throw new IllegalArgumentException("not an ensemble of trees: " + predictor.family());
    }
    JsonText out = JsonText.pretty().beginObject().put("features", ensemble.features());
    out.beginList("columns");
    for (TreeColumn column : ensemble.columns()) {
      write(out, column, ensemble.features().get(column.feature()));
    }
    out.endList().put("baseLogOdds", (double) ensemble.baseLogOdds());
    out.put("trees", ensemble.trees().trees()).put("sum", Sum.FLOAT_IN_ORDER.name());
    out.put("binary", TREES).endObject();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(ENSEMBLE, out.toBytes());
    entries.put(TREES, TreesBinary.write(ensemble.trees()));
    return entries;
  }

  private static void write(JsonText out, TreeColumn column, String feature) {
    out.beginObject().put("feature", feature);
    if (column instanceof TreeColumn.Flag flag) {
      out.put("kind", Kind.FLAG.name()).put("code", flag.code());
    } else if (column instanceof TreeColumn.Levels levels) {
      out.put("kind", Kind.LEVELS.name());
      out.put("values", levels.values().stream().mapToDouble(Float::doubleValue).toArray());
      if (!Float.isNaN(levels.unseen())) {
        out.put("unseen", (double) levels.unseen());
      }
    } else {
      out.put("kind", Kind.VALUE.name());
    }
    out.endObject();
  }

  @Override
  public Predictor read(Entries entries, Schema schema) {
    JsonObject json = entries.json(ENSEMBLE);
    List<String> features = json.value("features").texts();
    List<Field> fields = new ArrayList<>();
    for (String feature : features) {
      fields.add(json.build(() -> schema.field(feature)));
    }
    List<TreeColumn> columns = new ArrayList<>();
    for (JsonObject column : json.objects("columns")) {
      columns.add(readColumn(column, features, fields));
    }
    float base = single(json, json.number("baseLogOdds"));
    int count = json.whole("trees");
    json.choice("sum", Sum.class);
    if (!json.text("binary").equals(TREES)) {
      json.violation("the nodes must stand in " + TREES, json.text("binary"), "");
    }
    json.finish();
    PackedTrees trees = TreesBinary.read(entries.bytes(TREES), TREES);
    if (trees.trees() != count) {
      json.violation(
          "there must be as many trees as the ensemble names", trees.trees() + " and " + count, "");
    }
    return json.build(() -> TreeEnsemble.of(features, columns, base, trees));
  }

  private static TreeColumn readColumn(JsonObject json, List<String> features, List<Field> fields) {
    int feature = features.indexOf(json.text("feature"));
    if (feature < 0) {
      json.violation(
          "a column needs a feature of the model", json.text("feature"), "they are " + features);
    }
    Field field = fields.get(feature);
    Kind kind = json.choice("kind", Kind.class);
    TreeColumn column = switch (kind) {
      case VALUE -> new TreeColumn.Value(feature);
      case FLAG -> readFlag(json, feature, field);
      case LEVELS -> readLevels(json, feature, field);
    };
    json.finish();
    boolean category = field.kind() == FieldKind.CATEGORY;
    if (kind != Kind.FLAG && category != (kind == Kind.LEVELS)) {
      json.violation(
          "a category needs LEVELS, any other field VALUE", kind + " for " + field.name(), "");
    }
    return column;
  }

  private static TreeColumn readFlag(JsonObject json, int feature, Field field) {
    int code = json.whole("code");
    List<Integer> declared =
        field.rules().specials().stream().map(SpecialCode::code).toList();
    if (!declared.contains(code)) {
      json.violation(
          "a flag needs a special code of " + field.name(), "" + code, "they are " + declared);
    }
    return new TreeColumn.Flag(feature, code);
  }

  private static TreeColumn readLevels(JsonObject json, int feature, Field field) {
    List<Float> values = new ArrayList<>();
    for (double value : json.numbers("values")) {
      values.add(single(json, value));
    }
    float unseen = json.has("unseen") ? single(json, json.number("unseen")) : Float.NaN;
    if (values.size() != field.rules().levels().size()) {
      json.violation(
          "each level of " + field.name() + " needs a number",
          values.size() + " for " + field.rules().levels(),
          "");
    }
    return new TreeColumn.Levels(feature, values, unseen);
  }

  private static float single(JsonObject json, double number) {
    float single = (float) number;
    if (single != number) {
      json.violation("must be a number of single precision", "" + number, "");
    }
    return single;
  }
}
