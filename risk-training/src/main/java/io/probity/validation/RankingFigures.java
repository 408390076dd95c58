package io.probity.validation;

import io.probity.input.DecimalText;
import io.probity.metrics.Auc;
import io.probity.metrics.CostPrior;
import io.probity.metrics.DeLong;
import io.probity.metrics.ExpectedMaximumProfit;
import io.probity.metrics.Gains;
import io.probity.metrics.HMeasure;
import io.probity.metrics.Interval;
import io.probity.metrics.Ks;
import io.probity.metrics.PrecisionRecall;
import io.probity.metrics.RankedOutcomes;
import java.util.Locale;

/** How well the PD and the score rank the records by risk. */
final class RankingFigures {

  private static final double TENTH = 0.1;
  private static final String POINT =
      "goods and bads are completely separated or all tied, so there is no interval";

  private final ScoredSample sample;
  private final RankedOutcomes ranked;
  private final ValidationSettings settings;
  private final Resampled resampled;

  RankingFigures(
      ScoredSample sample,
      RankedOutcomes ranked,
      ValidationSettings settings,
      Resampled resampled) {
    this.sample = sample;
    this.ranked = ranked;
    this.settings = settings;
    this.resampled = resampled;
  }

  void collect(Figures.Collector figures) {
    figures.add(Measure.AUC, this::auc);
    figures.add(Measure.GINI, () -> gini(auc()));
    Attempt<Ks> ks = Attempt.of(() -> Ks.of(ranked));
    figures.add(
        Measure.KS, () -> resampled.interval(Measure.KS, Figure.of(ks.orRefuse().value())));
    figures.add(Measure.KS_AT_PD, () -> Figure.of(ks.orRefuse().atScore()));
    collectScore(figures);
    figures.add(Measure.H_MEASURE, this::hMeasure);
    Attempt<ExpectedMaximumProfit> profit =
        Attempt.of(() -> ExpectedMaximumProfit.of(ranked, settings.profit()));
    figures.add(
        Measure.EMP,
        () -> resampled.interval(Measure.EMP, Figure.of(profit.orRefuse().value())));
    figures.add(Measure.EMP_REJECTED, () -> Figure.of(profit.orRefuse().rejected()));
    Attempt<PrecisionRecall> curve = Attempt.of(() -> PrecisionRecall.of(ranked));
    figures.add(
        Measure.AVERAGE_PRECISION,
        () -> resampled.interval(
            Measure.AVERAGE_PRECISION, Figure.of(curve.orRefuse().averagePrecision())));
    figures.add(
        Measure.PR_AUC,
        () -> resampled.interval(Measure.PR_AUC, Figure.of(curve.orRefuse().trapezoidArea())));
    Attempt<Gains.Row> riskiest = Attempt.of(() -> Gains.of(ranked).row(TENTH));
    figures.add(
        Measure.CAPTURE_TOP_TENTH,
        () -> resampled.interval(
            Measure.CAPTURE_TOP_TENTH, Figure.of(riskiest.orRefuse().capture())));
    figures.add(
        Measure.LIFT_TOP_TENTH,
        () -> resampled.interval(
            Measure.LIFT_TOP_TENTH, Figure.of(riskiest.orRefuse().lift())));
  }

  private void collectScore(Figures.Collector figures) {
    Attempt<RankedOutcomes> byScore = Attempt.of(sample::rankedByScore);
    figures.add(Measure.SCORE_AUC, () -> {
      RankedOutcomes outcomes = byScore.orRefuse();
      return withDeLong(Figure.of(Auc.of(outcomes).value()), outcomes);
    });
    Attempt<Ks> ks = Attempt.of(() -> Ks.of(byScore.orRefuse()));
    figures.add(Measure.SCORE_KS, () -> Figure.of(ks.orRefuse().value()));
    figures.add(Measure.SCORE_KS_AT, () -> Figure.of(-ks.orRefuse().atScore()));
  }

  private Figure.Known auc() {
    Figure.Known auc = Figure.of(Auc.of(ranked).value());
    return sample.hasWholeWeights()
        ? withDeLong(auc, ranked)
        : resampled.interval(Measure.AUC, auc);
  }

  private Figure.Known withDeLong(Figure.Known auc, RankedOutcomes outcomes) {
    Attempt<DeLong> attempt = Attempt.of(() -> DeLong.of(outcomes));
    if (attempt.result().isEmpty()) {
      return auc.noting("no interval: " + attempt.reason());
    }
    DeLong deLong = attempt.orRefuse();
    return deLong.variance() > 0
        ? auc.withStandardError(deLong.standardError())
            .within(deLong.interval(settings.level()), IntervalMethod.DELONG)
        : auc.noting(POINT);
  }

  /** The Gini coefficient is 2 AUC - 1, and so are the ends of its interval. */
  private static Figure.Known gini(Figure.Known auc) {
    Figure.Known gini = Figure.of(2.0 * auc.value() - 1.0).noting(auc.note());
    if (auc.standardError().isPresent()) {
      gini = gini.withStandardError(2.0 * auc.standardError().getAsDouble());
    }
    if (auc.interval().isPresent() && auc.method().isPresent()) {
      Interval ends = auc.interval().get();
      gini = gini.within(
          new Interval(2.0 * ends.low() - 1.0, 2.0 * ends.high() - 1.0),
          auc.method().get());
    }
    return gini;
  }

  private Figure hMeasure() {
    CostPrior prior = settings.prior().of(ranked);
    String law =
        String.format(Locale.ROOT, "costs by Beta(%s, %.4g)", DecimalText.of(prior.a()), prior.b());
    return resampled.interval(
        Measure.H_MEASURE, Figure.of(HMeasure.of(ranked, prior).value()).noting(law));
  }
}
