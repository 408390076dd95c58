package io.probity.report.html;

import io.probity.input.JsonText;
import io.probity.metrics.Gains;
import io.probity.metrics.RankedOutcomes;
import io.probity.metrics.RocCurve;
import io.probity.metrics.RocPoint;
import io.probity.report.FigureText;
import io.probity.validation.Measure;
import io.probity.validation.ScoredSample;
import java.util.ArrayList;
import java.util.List;

/** How well records are ranked by risk. */
final class RankingSection {

  private static final int MOST_POINTS = 200;

  private RankingSection() {}

  static Section of(ModelReport report) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures(report, Measure.Section.RANKING));
    RankedOutcomes outcomes = outcomes(report.sample());
    if (outcomes.totalBads() > 0 && outcomes.totalGoods() > 0) {
      List<RocPoint> points = RocCurve.points(outcomes, MOST_POINTS);
      blocks.add(scores(report.sample()));
      blocks.add(Chart.of("roc", Words.of("ranking.roc"), out -> write(out, points)));
      blocks.add(Chart.of("ks", Words.of("ranking.ks"), out -> write(out, points)));
      blocks.add(gains(report.validation().overall().gains()));
      blocks.add(gainsTable(report.validation().overall().gains()));
    }
    return new Section("ranking", Words.of("ranking.title"), blocks);
  }

  static Block figures(ModelReport report, Measure.Section wanted) {
    DataTable.Builder table = DataTable.of(
        Words.of("ranking.figures"),
        "column.figure",
        ">column.value",
        "column.interval",
        "column.p",
        "column.note");
    for (Measure measure : Measure.values()) {
      if (measure.section() == wanted) {
        table.add(
            Cell.of(Words.of("measure." + measure.key())),
            Cell.figure(report.validation().figure(measure)),
            Cell.interval(FigureText.interval(report.validation().figure(measure))),
            Cell.text(FigureText.pValue(report.validation().figure(measure))),
            Cell.text(FigureText.note(report.validation().figure(measure))));
      }
    }
    return table.build();
  }

  private static RankedOutcomes outcomes(ScoredSample sample) {
    double[] pd = new double[sample.rows()];
    int[] target = new int[pd.length];
    double[] weights = new double[pd.length];
    for (int row = 0; row < pd.length; row++) {
      pd[row] = sample.pd(row);
      target[row] = sample.isBad(row) ? 1 : 0;
      weights[row] = sample.weight(row);
    }
    return RankedOutcomes.of(pd, target, weights);
  }

  private static Block scores(ScoredSample sample) {
    ScoreCounts counts = ScoreCounts.of(sample);
    return Chart.of("scores", Words.of("ranking.scores"), counts::write);
  }

  private static void write(JsonText out, List<RocPoint> points) {
    out.put("goods", points.stream().mapToDouble(RocPoint::falsePositiveRate).toArray());
    out.put("bads", points.stream().mapToDouble(RocPoint::truePositiveRate).toArray());
    out.put(
        "pds",
        points.stream()
            .mapToDouble(point -> Math.min(1.0, Math.max(0.0, point.threshold())))
            .toArray());
  }

  private static Block gains(List<Gains.Row> rows) {
    return Chart.of("gains", Words.of("ranking.gains"), out -> {
      out.put("shares", rows.stream().mapToDouble(Gains.Row::share).toArray());
      out.put("capture", rows.stream().mapToDouble(Gains.Row::capture).toArray());
      out.put("lift", rows.stream().mapToDouble(Gains.Row::lift).toArray());
    });
  }

  private static Block gainsTable(List<Gains.Row> rows) {
    DataTable.Builder table = DataTable.of(
        Words.of("ranking.gainsTable"),
        ">column.riskiest",
        ">column.capture",
        ">column.lift",
        ">column.badRate");
    rows.forEach(row -> table.add(
        Cell.percent(row.share()),
        Cell.percent(row.capture()),
        Cell.decimals(row.lift(), 2),
        Cell.percent(row.badRate())));
    return table.build();
  }
}
