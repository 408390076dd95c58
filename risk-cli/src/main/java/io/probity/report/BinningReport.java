package io.probity.report;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.input.DecimalText;
import io.probity.input.JsonText;
import io.probity.training.BinningRun;
import io.probity.training.binning.BinningAnalysis;
import io.probity.training.binning.BinningResult;
import io.probity.training.selection.Funnel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The bins of features: tables and charts for people, JSON and CSV records for machines. */
public final class BinningReport {

  /** The header of the CSV form: one record a bin. */
  public static final List<String> CSV_HEADER = List.of(
      "feature",
      "bin",
      "label",
      "records",
      "share",
      "goods",
      "bads",
      "bad_rate",
      "woe",
      "woe_error",
      "woe_low",
      "woe_high",
      "iv",
      "origin");

  private final BinningRun run;
  private final Set<String> wanted;

  /**
   * A report of some features.
   *
   * @param wanted the names of the features; empty for all
   */
  public BinningReport(BinningRun run, Set<String> wanted) {
    this.run = run;
    this.wanted = Set.copyOf(wanted);
  }

  private List<BinningResult> results() {
    return run.results().stream()
        .filter(result -> wanted.isEmpty() || wanted.contains(result.field().name()))
        .sorted(Comparator.comparingDouble(BinningReport::iv).reversed())
        .toList();
  }

  private static double iv(BinningResult result) {
    return result.binning().map(binning -> binning.table().informationValue()).orElse(-1.0);
  }

  /**
   * Returns the report for people: for each feature its figures, its bins and a chart of bad rates;
   * then what the selection makes of all.
   */
  public String text(int width, boolean unicode) {
    StringBuilder text = new StringBuilder();
    for (BinningResult result : results()) {
      text.append(
              result instanceof BinningResult.Binned binned
                  ? feature(binned, width, unicode)
                  : result.field().name() + ": not binned, "
                      + ((BinningResult.NotBinned) result).message())
          .append("\n\n");
    }
    return text.append(funnel(width)).toString();
  }

  private static String feature(BinningResult.Binned binned, int width, boolean unicode) {
    Binning binning = binned.fitted();
    BinningAnalysis analysis = BinningAnalysis.of(binning);
    StringBuilder text = new StringBuilder(DisplayWidth.safe(binning.feature()))
        .append(": IV ")
        .append(Figures.decimals(analysis.informationValue(), 4))
        .append(" ± ")
        .append(Figures.decimals(1.96 * analysis.informationValueError(), 4))
        .append(", trend ")
        .append(binned.trend())
        .append(", ")
        .append(binning.valueBins())
        .append(" of ")
        .append(binned.preBins())
        .append(" pre-bins, quality ")
        .append(Figures.decimals(analysis.quality(), 3))
        .append('\n');
    binning
        .origin()
        .edits()
        .forEach(edit -> text.append("  by hand: ")
            .append(edit.what())
            .append(" (")
            .append(DisplayWidth.safe(edit.by() + ": " + edit.why()))
            .append(")\n"));
    return text.append(table(binning, analysis, width))
        .append(chart(binning, width, unicode))
        .toString();
  }

  private static String table(Binning binning, BinningAnalysis analysis, int width) {
    TextTable table = TextTable.of(
        ">Bin",
        "Values",
        ">Records",
        ">Share",
        ">Bads",
        ">Bad rate",
        ">WOE",
        ">95% interval",
        ">IV");
    BinTable counts = binning.table();
    for (BinningAnalysis.WoeEstimate woe : analysis.woe()) {
      int bin = woe.bin();
      table.add(
          Integer.toString(bin),
          binning.bin(bin).label(),
          Figures.count(counts.count(bin)),
          Figures.percent(counts.share(bin)),
          Figures.count(counts.bads(bin)),
          Figures.percent(counts.badRate(bin)),
          Figures.decimals(binning.woe(bin), 3),
          Figures.decimals(woe.low(), 2) + " to " + Figures.decimals(woe.high(), 2),
          Figures.decimals(counts.informationValue(bin), 4));
    }
    return table.render(width);
  }

  private static String chart(Binning binning, int width, boolean unicode) {
    BarChart chart = new BarChart();
    BinTable counts = binning.table();
    for (int bin = 0; bin < binning.bins(); bin++) {
      if (counts.count(bin) > 0) {
        chart.add(
            binning.bin(bin).label(), counts.badRate(bin), Figures.percent(counts.badRate(bin)));
      }
    }
    return "Bad rate\n" + chart.render(Math.max(10, Math.min(40, width / 3)), unicode);
  }

  private String funnel(int width) {
    Map<String, BinningResult> byName = run.results().stream()
        .collect(Collectors.toMap(result -> result.field().name(), result -> result));
    TextTable table = TextTable.of("Feature", ">IV", ">Bins", ">Missing", "Selection");
    for (Funnel.Entry entry : run.funnel().entries()) {
      BinningResult result = byName.get(entry.field());
      Binning binning = result == null ? null : result.binning().orElse(null);
      table.add(
          entry.field(),
          binning == null ? "" : Figures.decimals(binning.table().informationValue(), 4),
          binning == null ? "" : Integer.toString(binning.valueBins()),
          binning == null ? "" : Figures.percent(binning.table().share(binning.missingBin())),
          fate(entry));
    }
    return "What the selection makes of "
        + run.records()
        + " records, before a regression is fitted\n\n"
        + table.render(width);
  }

  private static String fate(Funnel.Entry entry) {
    String detail = entry.detail().isEmpty() ? "" : ": " + entry.detail();
    return entry.dropped().map(reason -> reason.name() + detail).orElse("kept");
  }

  /** Returns the records of the CSV form, one a bin, without the header. */
  public List<List<String>> csv() {
    List<List<String>> records = new ArrayList<>();
    for (BinningResult result : results()) {
      result.binning().ifPresent(binning -> addBins(records, binning));
    }
    return records;
  }

  private static void addBins(List<List<String>> records, Binning binning) {
    BinTable counts = binning.table();
    String origin = binning.origin().isManual() ? "MANUAL" : "AUTO";
    for (BinningAnalysis.WoeEstimate woe : BinningAnalysis.of(binning).woe()) {
      int bin = woe.bin();
      records.add(List.of(
          binning.feature(),
          Integer.toString(bin),
          binning.bin(bin).label(),
          DecimalText.of(counts.count(bin)),
          DecimalText.of(counts.share(bin)),
          DecimalText.of(counts.goods(bin)),
          DecimalText.of(counts.bads(bin)),
          DecimalText.of(counts.badRate(bin)),
          DecimalText.of(binning.woe(bin)),
          DecimalText.of(woe.standardError()),
          DecimalText.of(woe.low()),
          DecimalText.of(woe.high()),
          DecimalText.of(counts.informationValue(bin)),
          origin));
    }
  }

  /** Returns the report for machines. */
  public String json() {
    JsonText out = JsonText.pretty().beginObject().put("records", run.records());
    out.beginList("features");
    for (BinningResult result : results()) {
      out.beginObject().put("name", result.field().name());
      if (result instanceof BinningResult.Binned binned) {
        writeBinned(out, binned);
      } else if (result instanceof BinningResult.NotBinned not) {
        out.put("notBinned", not.reason().name()).put("message", not.message());
      }
      out.endObject();
    }
    out.endList().beginList("funnel");
    for (Funnel.Entry entry : run.funnel().entries()) {
      out.beginObject().put("field", entry.field());
      out.put("dropped", entry.dropped().map(Enum::name).orElse(null));
      out.put("detail", entry.detail()).endObject();
    }
    return out.endList().endObject().toString();
  }

  private static void writeBinned(JsonText out, BinningResult.Binned binned) {
    Binning binning = binned.fitted();
    BinTable counts = binning.table();
    BinningAnalysis analysis = BinningAnalysis.of(binning);
    out.put("iv", analysis.informationValue()).put("ivError", analysis.informationValueError());
    out.put("jensenShannon", analysis.jensenShannon()).put("hellinger", analysis.hellinger());
    out.put("triangular", analysis.triangular()).put("gini", analysis.gini());
    out.put("ks", analysis.ks()).put("cramersV", analysis.cramersV());
    out.put("concentration", analysis.concentration()).put("quality", analysis.quality());
    out.put("trend", binned.trend().name()).put("preBins", binned.preBins());
    out.put("origin", binning.origin().isManual() ? "MANUAL" : "AUTO");
    out.beginList("bins");
    for (BinningAnalysis.WoeEstimate woe : analysis.woe()) {
      int bin = woe.bin();
      out.beginObject().put("bin", bin).put("label", binning.bin(bin).label());
      out.put("records", counts.count(bin)).put("share", counts.share(bin));
      out.put("goods", counts.goods(bin)).put("bads", counts.bads(bin));
      out.put("badRate", counts.badRate(bin)).put("woe", binning.woe(bin));
      out.put("woeError", woe.standardError()).put("woeLow", woe.low());
      out.put("woeHigh", woe.high()).put("iv", counts.informationValue(bin)).endObject();
    }
    out.endList().beginList("neighbours");
    for (BinningAnalysis.NeighbourComparison pair : analysis.neighbours()) {
      out.beginObject().put("bin", pair.bin()).put("chiSquare", pair.chiSquare());
      out.put("p", pair.pValue()).put("yates", pair.yates());
      if (!Double.isNaN(pair.fisher())) {
        out.put("fisher", pair.fisher());
      }
      out.put("probabilityRises", pair.probabilityRises()).endObject();
    }
    out.endList();
  }
}
