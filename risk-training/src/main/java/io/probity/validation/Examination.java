package io.probity.validation;

import io.probity.metrics.CalibrationTable;
import io.probity.metrics.Gains;
import io.probity.metrics.RankedOutcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Judges sets of records by one set of settings. Each set is ranked once. */
final class Examination {

  private static final int TENTHS = 10;

  private final ValidationSettings settings;
  private final Executor executor;

  Examination(ValidationSettings settings, Executor executor) {
    this.settings = settings;
    this.executor = executor;
  }

  Findings findings(ScoredSample sample) {
    RankedOutcomes ranked = sample.rankedByPd();
    Resampled resampled = Resampled.begin(sample, ranked, settings, executor);
    CalibrationFigures calibration = new CalibrationFigures(sample, ranked, settings, resampled);
    Figures.Collector figures = new Figures.Collector();
    calibration.collect(figures);
    new RankingFigures(sample, ranked, settings, resampled).collect(figures);
    return new Findings(
        Counts.of(sample),
        figures.toFigures(),
        CalibrationTable.equalFrequency(ranked, settings.calibrationBins()).bins(),
        calibration.equalWidth().bins(),
        gains(ranked),
        GradeFindings.of(sample),
        settings.reference().map(reference -> StabilityFindings.of(sample, reference)),
        settings.cutOffs().stream()
            .map(cutOff -> DecisionFindings.of(sample, cutOff, settings.level()))
            .toList(),
        settings.protectedFields().stream()
            .map(field -> FairnessFigures.of(sample, settings, field))
            .toList());
  }

  private static List<Gains.Row> gains(RankedOutcomes ranked) {
    return ranked.totalBads() > 0 && ranked.totalGoods() > 0
        ? Gains.of(ranked).table(TENTHS)
        : List.of();
  }

  /** Judges each part that is large enough. */
  Breakdown breakdown(ScoredSample sample, Groups divider, boolean byTime) {
    int[][] rows = divider.rowsByGroup();
    List<Breakdown.Part> parts = new ArrayList<>();
    for (int part = 0; part < rows.length; part++) {
      if (rows[part].length > 0) {
        parts.add(part(divider.labels().get(part), sample.rowsAt(rows[part])));
      }
    }
    return new Breakdown(divider.name(), byTime, parts);
  }

  private Breakdown.Part part(String label, ScoredSample records) {
    Counts counts = Counts.of(records);
    String tooFew = tooFew(records);
    return new Breakdown.Part(
        label,
        counts,
        tooFew.isEmpty() ? Optional.of(findings(records)) : Optional.empty(),
        tooFew);
  }

  private String tooFew(ScoredSample records) {
    int bads = 0;
    for (int row = 0; row < records.rows(); row++) {
      bads += records.isBad(row) ? 1 : 0;
    }
    int goods = records.rows() - bads;
    SliceSettings slices = settings.slices();
    boolean enough = records.rows() >= slices.leastRecords()
        && Math.min(goods, bads) >= slices.leastOfEachClass();
    return enough
        ? ""
        : "too few: " + goods + " goods and " + bads + " bads, but " + slices.leastRecords()
            + " records with " + slices.leastOfEachClass() + " of each are needed";
  }
}
