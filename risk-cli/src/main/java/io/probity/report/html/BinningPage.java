package io.probity.report.html;

import io.probity.binning.Binning;
import io.probity.input.JsonText;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialCode;
import io.probity.training.BinningRun;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.PreBins;
import io.probity.training.editing.BinningEditJson;
import java.util.List;
import java.util.Map;

/**
 * A page on which the bins of every feature are merged, split and moved by hand, and saved as the file
 * of changes that {@code risk bin --edit} and {@code risk train --edit} read. It counts on the pieces of
 * {@link PreBins}, so that its figures are those which the changes will have.
 */
public final class BinningPage {

  private static final List<String> SCRIPTS = List.of("binning.js", "bins.js");

  private final BinningRun run;
  private final JsonText out = JsonText.compact();

  private BinningPage(BinningRun run) {
    this.run = run;
  }

  /**
   * Returns the page.
   *
   * @param name the name of the file of records
   */
  public static String page(String name, BinningRun run) {
    return new HtmlPage(
            name,
            Words.of("bins.heading", name),
            List.of(new Section("bins", Words.of("bins.title"), List.of(new Block.Desk("desk")))),
            SCRIPTS,
            Map.of("bins-data", new BinningPage(run).data()))
        .html();
  }

  private String data() {
    out.beginObject().put("records", run.records());
    BinningEditJson.write(out, "edits", run.edits());
    out.beginList("features");
    List<PreBins> pieces = run.preBins();
    for (int i = 0; i < pieces.size(); i++) {
      write(pieces.get(i), run.results().get(i));
    }
    return out.endList().endObject().toString();
  }

  private void write(PreBins pieces, BinningResult result) {
    Field field = pieces.field();
    BinningSettings settings = run.settingsOf(field.name());
    out.beginObject().put("name", field.name());
    out.beginObject("label");
    FieldWords.label(run.schema(), field.name()).write(out);
    out.endObject();
    boolean isCategory = field.kind() == FieldKind.CATEGORY;
    out.put("category", isCategory).put("unit", field.rules().unit());
    out.put("direction", field.rules().direction().name());
    out.put("unseen", field.rules().unseen().name());
    out.put("untrained", field.rules().untrained().name());
    out.put("zeroCells", settings.zeroCells().name())
        .put("outside", settings.outside().name());
    out.put("minShare", settings.sizes().share().low());
    out.put("levels", field.rules().levels());
    out.put("specials", field.rules().specials().stream().map(SpecialCode::name).toList());
    put("pieceCuts", pieces.cuts());
    put("goods", pieces.goods());
    put("bads", pieces.bads());
    put("outsideGoods", pieces.outsideGoods());
    put("outsideBads", pieces.outsideBads());
    if (result instanceof BinningResult.NotBinned refused) {
      out.put("refused", refused.message());
    }
    result.binning().ifPresent(this::writeBins);
    out.endObject();
  }

  private void writeBins(Binning binning) {
    if (binning.field().kind() == FieldKind.CATEGORY) {
      out.putLists("groups", binning.groups());
    } else {
      out.put("cuts", binning.cuts());
    }
    out.put("iv", binning.table().informationValue());
    double[] woe = new double[binning.bins()];
    for (int bin = 0; bin < woe.length; bin++) {
      woe[bin] = binning.woe(bin);
    }
    out.put("woe", woe);
  }

  private void put(String key, List<Double> values) {
    out.put(key, values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
