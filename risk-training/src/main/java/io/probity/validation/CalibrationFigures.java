package io.probity.validation;

import io.probity.metrics.Brier;
import io.probity.metrics.BrierDecomposition;
import io.probity.metrics.CalibrationErrorBand;
import io.probity.metrics.CalibrationRegression;
import io.probity.metrics.CalibrationTable;
import io.probity.metrics.Estimate;
import io.probity.metrics.HosmerLemeshow;
import io.probity.metrics.Interval;
import io.probity.metrics.LogLoss;
import io.probity.metrics.Proportion;
import io.probity.metrics.RankedOutcomes;
import io.probity.metrics.Spiegelhalter;
import io.probity.metrics.TestResult;
import java.util.function.DoubleUnaryOperator;

/** Whether the PDs are right. */
final class CalibrationFigures {

  private static final String FRACTIONAL = "no interval and no test, since weights are not whole";

  private final ScoredSample sample;
  private final RankedOutcomes ranked;
  private final ValidationSettings settings;
  private final Resampled resampled;
  private final boolean whole;
  private final CalibrationTable equalWidth;

  CalibrationFigures(
      ScoredSample sample,
      RankedOutcomes ranked,
      ValidationSettings settings,
      Resampled resampled) {
    this.sample = sample;
    this.ranked = ranked;
    this.settings = settings;
    this.resampled = resampled;
    this.whole = sample.hasWholeWeights();
    this.equalWidth = CalibrationTable.equalWidth(ranked, settings.calibrationBins());
  }

  /** Returns the table over bins of equal width, which the calibration error is read off. */
  CalibrationTable equalWidth() {
    return equalWidth;
  }

  void collect(Figures.Collector figures) {
    figures.add(Measure.MEAN_PD, () -> Figure.of(equalWidth.meanPd()));
    figures.add(Measure.BAD_RATE, this::badRate);
    figures.add(Measure.EXPECTED_OVER_OBSERVED, this::expectedOverObserved);
    collectRegression(figures);
    collectTests(figures);
    collectError(figures);
    collectLosses(figures);
  }

  private Figure badRate() {
    Figure.Known rate = Figure.of(ranked.badRate());
    return whole ? rate.within(badRateInterval(), IntervalMethod.WILSON) : rate.noting(FRACTIONAL);
  }

  private Interval badRateInterval() {
    return new Proportion(ranked.totalBads(), ranked.totalWeight()).wilson(settings.level());
  }

  /** The PDs are given, so the ends follow from those of the bad rate. */
  private Figure expectedOverObserved() {
    Figure.Known ratio = Figure.of(equalWidth.expectedOverObserved());
    Interval rate = badRateInterval();
    return whole
        ? ratio.within(
            new Interval(equalWidth.meanPd() / rate.high(), equalWidth.meanPd() / rate.low()),
            IntervalMethod.WILSON)
        : ratio.noting(FRACTIONAL);
  }

  private void collectRegression(Figures.Collector figures) {
    Attempt<CalibrationRegression> fit = Attempt.of(() -> CalibrationRegression.of(ranked));
    figures.add(Measure.SLOPE, () -> tested(fit.orRefuse().slope(), 1.0));
    figures.add(Measure.INTERCEPT, () -> tested(fit.orRefuse().intercept(), 0.0));
    figures.add(
        Measure.INTERCEPT_IN_THE_LARGE, () -> tested(fit.orRefuse().interceptInTheLarge(), 0.0));
    figures.add(Measure.SLOPE_AND_INTERCEPT, () -> {
      TestResult test = fit.orRefuse().likelihoodRatio();
      if (!whole) {
        throw new IllegalArgumentException(
            "the likelihood ratio test needs weights that are whole numbers of records");
      }
      return Figure.of(test).noting("2 degrees of freedom");
    });
  }

  private Figure tested(Estimate estimate, double hypothesis) {
    return whole
        ? Figure.of(estimate, settings.level())
            .withPValue(estimate.test(hypothesis).pValue())
        : Figure.of(estimate.value()).noting(FRACTIONAL);
  }

  private void collectTests(Figures.Collector figures) {
    figures.add(Measure.HOSMER_LEMESHOW, () -> {
      CalibrationTable table = CalibrationTable.byQuantiles(ranked, settings.calibrationBins());
      HosmerLemeshow test = sample.origin() == SampleOrigin.LEARNED_FROM
          ? HosmerLemeshow.onFittedSample(table)
          : HosmerLemeshow.onOtherSample(table);
      return Figure.of(test.statistic())
          .withPValue(test.pValue())
          .noting(test.degreesOfFreedom() + " degrees of freedom");
    });
    figures.add(Measure.SPIEGELHALTER, () -> Figure.of(Spiegelhalter.of(ranked)));
  }

  private void collectError(Figures.Collector figures) {
    Figure.Known error = Figure.of(equalWidth.expectedError());
    Attempt<CalibrationErrorBand> band = Attempt.of(this::band);
    figures.add(
        Measure.ECE,
        () -> band.result().map(found -> error.withPValue(found.pValue())).orElse(error));
    figures.add(Measure.ECE_NULL_MEAN, () -> Figure.of(band.orRefuse().mean()));
    figures.add(Measure.ECE_NULL_95, () -> Figure.of(band.orRefuse().percentile95()));
    figures.add(Measure.MCE, () -> Figure.of(equalWidth.maximumError()));
  }

  private CalibrationErrorBand band() {
    Resampling resampling = settings.resampling();
    if (resampling.calibrationReplicates() == 0) {
      throw new IllegalArgumentException("no simulation was asked for");
    }
    return CalibrationErrorBand.of(
        equalWidth, resampling.calibrationReplicates(), resampling.seed());
  }

  private void collectLosses(Figures.Collector figures) {
    Attempt<LogLoss> logLoss = Attempt.of(() -> LogLoss.of(ranked));
    figures.add(Measure.LOG_LOSS, () -> {
      double value = logLoss.orRefuse().value();
      if (!(value <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "the log-loss is infinite: a bad has a PD of 0, or a good one of 1");
      }
      return mean(Measure.LOG_LOSS, value, pd -> -StrictMath.log1p(-pd), pd -> -StrictMath.log(pd));
    });
    figures.add(Measure.LOG_LOSS_SKILL, () -> Figure.of(logLoss.orRefuse().skill()));
    Attempt<Brier> brier = Attempt.of(() -> Brier.of(ranked));
    figures.add(
        Measure.BRIER,
        () -> mean(
            Measure.BRIER, brier.orRefuse().value(), pd -> pd * pd, pd -> (1 - pd) * (1 - pd)));
    figures.add(Measure.BRIER_SKILL, () -> Figure.of(brier.orRefuse().skill()));
    BrierDecomposition parts = equalWidth.brierDecomposition();
    figures.add(Measure.BRIER_RELIABILITY, () -> Figure.of(parts.reliability()));
    figures.add(Measure.BRIER_RESOLUTION, () -> Figure.of(parts.resolution()));
    figures.add(Measure.BRIER_UNCERTAINTY, () -> Figure.of(parts.uncertainty()));
    figures.add(Measure.BRIER_WITHIN_VARIANCE, () -> Figure.of(parts.withinVariance()));
    figures.add(Measure.BRIER_WITHIN_COVARIANCE, () -> Figure.of(parts.withinCovariance()));
  }

  /** Returns a mean loss with the normal interval of a mean; by resamples where weights are not whole. */
  private Figure mean(
      Measure measure, double mean, DoubleUnaryOperator lossOfGood, DoubleUnaryOperator lossOfBad) {
    if (!whole) {
      return resampled.interval(measure, Figure.of(mean));
    }
    if (!(ranked.totalWeight() >= 2)) {
      return Figure.of(mean).noting("no interval: there is one record only");
    }
    double squares = 0.0;
    for (int group = 0; group < ranked.groups(); group++) {
      double pd = ranked.score(group);
      squares += squared(ranked.goods(group), lossOfGood, pd, mean)
          + squared(ranked.bads(group), lossOfBad, pd, mean);
    }
    double records = ranked.totalWeight();
    double error = Math.sqrt(squares / (records - 1.0) / records);
    return Figure.of(new Estimate(mean, error), settings.level());
  }

  private static double squared(double weight, DoubleUnaryOperator loss, double pd, double mean) {
    if (weight == 0) {
      return 0.0;
    }
    double gap = loss.applyAsDouble(pd) - mean;
    return weight * gap * gap;
  }
}
