package io.probity.binning;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import java.util.ArrayList;
import java.util.List;

/** The JSON form of binnings, as it stands in a stored model. */
public final class BinningJson {

  private static final String AUTO = "AUTO";
  private static final String MANUAL = "MANUAL";

  private BinningJson() {}

  /** Writes a list of binnings as a document. */
  public static byte[] write(List<Binning> binnings) {
    JsonText out = JsonText.pretty().beginObject().beginList("features");
    for (Binning binning : binnings) {
      write(out, binning);
    }
    return out.endList().endObject().toBytes();
  }

  private static void write(JsonText out, Binning binning) {
    out.beginObject().put("name", binning.feature());
    out.put("origin", binning.origin().isManual() ? MANUAL : AUTO);
    if (binning.origin().isManual()) {
      out.beginList("edits");
      for (BinOrigin.Edit edit : binning.origin().edits()) {
        out.beginObject().put("what", edit.what()).put("by", edit.by());
        out.put("why", edit.why()).endObject();
      }
      out.endList();
    }
    out.put("zeroCells", binning.table().rule().name());
    if (binning.field().kind() == FieldKind.CATEGORY) {
      out.putLists("groups", binning.groups()).put("unseenBin", binning.unseenBin());
    } else {
      out.put("cuts", binning.cuts());
    }
    out.beginList("bins");
    for (int bin = 0; bin < binning.valueBins(); bin++) {
      writeBin(out.beginObject(), binning, bin);
    }
    out.endList();
    writeBin(out.beginObject("missing"), binning, binning.missingBin());
    out.beginList("specials");
    for (int bin = binning.missingBin() + 1; bin < binning.bins(); bin++) {
      out.beginObject().put("name", binning.bin(bin).label());
      writeBin(out, binning, bin);
    }
    out.endList().endObject();
  }

  private static void writeBin(JsonText out, Binning binning, int bin) {
    out.put("goods", binning.table().goods(bin)).put("bads", binning.table().bads(bin));
    out.put("woe", binning.woe(bin)).endObject();
  }

  /** Reads a document of binnings; their fields, levels and special codes are the schema's. */
  public static List<Binning> read(JsonObject json, Schema schema) {
    List<Binning> binnings = new ArrayList<>();
    for (JsonObject feature : json.objects("features")) {
      binnings.add(readBinning(feature, schema));
    }
    json.finish();
    return binnings;
  }

  private static Binning readBinning(JsonObject json, Schema schema) {
    Field field = json.build(() -> schema.field(json.text("name")));
    BinOrigin origin = origin(json);
    ZeroCellRule rule = json.choice("zeroCells", ZeroCellRule.class);
    List<JsonObject> bins = new ArrayList<>(json.objects("bins"));
    bins.add(json.object("missing"));
    List<JsonObject> specials = json.objects("specials");
    checkSpecials(json, field, specials);
    bins.addAll(specials);
    double[] goods = bins.stream().mapToDouble(bin -> bin.number("goods")).toArray();
    double[] bads = bins.stream().mapToDouble(bin -> bin.number("bads")).toArray();
    double[] woe = bins.stream().mapToDouble(bin -> bin.number("woe")).toArray();
    bins.forEach(JsonObject::finish);
    BinTable table = json.build(() -> BinTable.of(goods, bads, rule));
    Binning binning = json.build(() -> field.kind() == FieldKind.CATEGORY
        ? Binning.ofCategory(field, groups(json), json.whole("unseenBin"), table, woe, origin)
        : Binning.ofNumber(field, json.numbers("cuts"), table, woe, origin));
    json.finish();
    return binning;
  }

  private static BinOrigin origin(JsonObject json) {
    List<BinOrigin.Edit> edits = new ArrayList<>();
    for (JsonObject edit : json.optionalObjects("edits")) {
      String what = edit.text("what");
      String by = edit.text("by");
      String why = edit.text("why");
      edit.finish();
      edits.add(edit.build(() -> new BinOrigin.Edit(what, by, why)));
    }
    BinOrigin origin = new BinOrigin(edits);
    String stated = json.text("origin");
    if (!stated.equals(origin.isManual() ? MANUAL : AUTO)) {
      json.value("origin").violation("must be MANUAL where there are edits, else AUTO", "");
    }
    return origin;
  }

  private static void checkSpecials(JsonObject json, Field field, List<JsonObject> specials) {
    List<String> names = specials.stream().map(special -> special.text("name")).toList();
    List<String> declared =
        field.rules().specials().stream().map(SpecialCode::name).toList();
    if (!names.equals(declared)) {
      json.violation(
          "the special bins must be those of the schema: " + declared, names.toString(), "");
    }
  }

  private static List<List<String>> groups(JsonObject json) {
    List<List<String>> groups = new ArrayList<>();
    json.value("groups").list().forEach(group -> groups.add(group.texts()));
    return groups;
  }
}
