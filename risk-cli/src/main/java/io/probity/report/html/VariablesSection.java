package io.probity.report.html;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.input.JsonText;
import io.probity.metrics.Interval;
import io.probity.metrics.Proportion;
import io.probity.model.AdditiveModel;
import io.probity.model.Predictor;
import io.probity.model.Scorecard;
import io.probity.report.Figures;
import io.probity.training.TrainingResult;
import io.probity.training.binning.BinningAnalysis;
import io.probity.training.binning.BinningResult;
import io.probity.training.selection.Funnel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The variables: what they are worth, which were dropped and why, and the bins of each. */
final class VariablesSection {

  private static final double LEVEL = 0.95;

  private final ModelReport report;
  private final List<Binning> binnings;
  private final Map<String, Funnel.Entry> fate = new HashMap<>();

  private VariablesSection(ModelReport report) {
    this.report = report;
    this.binnings = binnings(report).stream()
        .filter(bins -> bins.table().totalGoods() > 0 && bins.table().totalBads() > 0)
        .sorted(Comparator.comparingDouble((Binning bins) -> bins.table().informationValue())
            .reversed())
        .toList();
    report
        .training()
        .ifPresent(training ->
            training.funnel().entries().forEach(entry -> fate.put(entry.field(), entry)));
  }

  static Section of(ModelReport report) {
    VariablesSection section = new VariablesSection(report);
    List<Block> blocks = new ArrayList<>();
    if (!section.binnings.isEmpty()) {
      blocks.add(section.ranking());
    }
    report.training().map(TrainingResult::funnel).ifPresent(funnel -> {
      blocks.add(section.funnelCounts(funnel));
      blocks.add(section.funnel(funnel));
    });
    if (!section.binnings.isEmpty()) {
      blocks.add(new Block.Picker(
          Words.of("variables.choose"),
          section.binnings.stream().map(section::panel).toList()));
    }
    return new Section("variables", Words.of("variables.title"), blocks);
  }

  /** Returns the bins of each candidate, or of what the model uses where no training is known. */
  private static List<Binning> binnings(ModelReport report) {
    return report
        .training()
        .map(training -> training.trained().candidates().stream()
            .flatMap(result -> result.binning().stream())
            .toList())
        .orElseGet(() -> ofModel(report.model().predictor()));
  }

  static List<Binning> ofModel(Predictor predictor) {
    if (predictor instanceof Scorecard card) {
      return card.terms().stream().map(Scorecard.Term::binning).toList();
    }
    return predictor instanceof AdditiveModel model
        ? model.terms().stream().map(AdditiveModel.Term::binning).toList()
        : List.of();
  }

  private Block ranking() {
    return Chart.of("ranking", Words.of("variables.ranking"), out -> {
      out.beginList("labels");
      binnings.forEach(bins -> out.add(bins.feature()));
      out.endList().beginList("values");
      binnings.forEach(bins -> out.add(bins.table().informationValue()));
      out.endList().beginList("errors");
      binnings.forEach(bins -> out.add(BinningAnalysis.of(bins).informationValueError()));
      out.endList().beginList("kept");
      binnings.forEach(bins -> out.add(isKept(bins.feature()) ? 1L : 0L));
      out.endList();
    });
  }

  private boolean isKept(String feature) {
    return report.model().features().contains(feature);
  }

  private Block funnelCounts(Funnel funnel) {
    Map<String, Long> counts = new HashMap<>();
    funnel.entries().forEach(entry -> counts.merge(reason(entry), 1L, Long::sum));
    return Chart.of("funnel", Words.of("variables.funnelCounts"), out -> {
      long left = funnel.entries().size();
      out.beginList("steps");
      step(out, "reason.all", left, 0);
      for (Funnel.Reason reason : Funnel.Reason.values()) {
        String key = key(reason);
        long dropped = counts.getOrDefault(key, 0L);
        if (dropped > 0) {
          left -= dropped;
          step(out, key, left, dropped);
        }
      }
      out.endList();
    });
  }

  private static void step(JsonText out, String key, long left, long dropped) {
    out.beginObject().put("key", key).put("left", left).put("dropped", dropped).endObject();
  }

  private static String key(Funnel.Reason reason) {
    return "reason." + reason.name().toLowerCase(Locale.ROOT);
  }

  private static String reason(Funnel.Entry entry) {
    return entry.dropped().map(VariablesSection::key).orElse("reason.kept");
  }

  private Block funnel(Funnel funnel) {
    Map<String, Double> values = new HashMap<>();
    for (BinningResult result : report.training().orElseThrow().trained().candidates()) {
      result
          .binning()
          .ifPresent(bins -> values.put(bins.feature(), bins.table().informationValue()));
    }
    DataTable.Builder table = DataTable.of(
        Words.of("variables.funnel"),
        "column.field",
        "column.label",
        ">column.iv",
        "column.selection",
        "column.detail");
    for (Funnel.Entry entry : funnel.entries()) {
      table.add(
          Cell.text(entry.field()),
          Cell.of(FieldWords.label(report.model().schema(), entry.field())),
          values.containsKey(entry.field())
              ? Cell.decimals(values.get(entry.field()), 4)
              : Cell.EMPTY,
          Cell.of(Words.of(reason(entry))),
          Cell.text(entry.detail()));
    }
    return table.build();
  }

  private Block.Panel panel(Binning binning) {
    BinningAnalysis analysis = BinningAnalysis.of(binning);
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.text(Words.of(
        isKept(binning.feature()) ? "variables.kept" : "variables.notKept",
        Figures.decimals(analysis.informationValue(), 4),
        Figures.decimals(1.96 * analysis.informationValueError(), 4),
        Integer.toString(binning.valueBins()))));
    Funnel.Entry entry = fate.get(binning.feature());
    if (entry != null && entry.dropped().isPresent()) {
      blocks.add(Block.text(Words.of(reason(entry))));
    }
    blocks.add(chart(binning, analysis));
    blocks.add(table(binning, analysis));
    return new Block.Panel(
        binning.feature(), FieldWords.label(report.model().schema(), binning.feature()), blocks);
  }

  private static Block chart(Binning binning, BinningAnalysis analysis) {
    BinTable counts = binning.table();
    List<BinningAnalysis.WoeEstimate> shown = analysis.woe();
    return Chart.of("bins", Words.of("variables.bins", binning.feature()), out -> {
      out.beginList("bins");
      for (BinningAnalysis.WoeEstimate woe : shown) {
        int bin = woe.bin();
        Interval rate = badRate(counts, bin);
        out.beginObject().put("label", binning.bin(bin).label());
        out.put("share", counts.share(bin)).put("rate", counts.badRate(bin));
        out.put("low", rate.low()).put("high", rate.high());
        out.put("woe", binning.woe(bin)).endObject();
      }
      out.endList();
      out.put("overall", counts.totalBads() / (counts.totalGoods() + counts.totalBads()));
    });
  }

  private static Interval badRate(BinTable counts, int bin) {
    return new Proportion(counts.bads(bin), counts.count(bin)).wilson(LEVEL);
  }

  private static Block table(Binning binning, BinningAnalysis analysis) {
    BinTable counts = binning.table();
    DataTable.Builder table = DataTable.of(
        Words.of("variables.table", binning.feature()),
        "column.bin",
        ">column.records",
        ">column.share",
        ">column.bads",
        ">column.badRate",
        "column.interval",
        ">column.woe",
        "column.interval",
        ">column.iv");
    for (BinningAnalysis.WoeEstimate woe : analysis.woe()) {
      int bin = woe.bin();
      table.add(
          Cell.text(binning.bin(bin).label()),
          Cell.count(counts.count(bin)),
          Cell.percent(counts.share(bin)),
          Cell.count(counts.bads(bin)),
          Cell.percent(counts.badRate(bin)),
          Cell.percents(badRate(counts, bin)),
          Cell.decimals(binning.woe(bin), 3),
          Cell.interval(Figures.decimals(woe.low(), 2) + " to " + Figures.decimals(woe.high(), 2)),
          Cell.decimals(counts.informationValue(bin), 4));
    }
    return table.build();
  }
}
