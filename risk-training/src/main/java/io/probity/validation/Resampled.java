package io.probity.validation;

import io.probity.metrics.Auc;
import io.probity.metrics.Bootstrap;
import io.probity.metrics.Brier;
import io.probity.metrics.CostPrior;
import io.probity.metrics.ExpectedMaximumProfit;
import io.probity.metrics.Gains;
import io.probity.metrics.HMeasure;
import io.probity.metrics.Ks;
import io.probity.metrics.LogLoss;
import io.probity.metrics.PrecisionRecall;
import io.probity.metrics.RankedOutcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Percentile intervals of figures that have no analytic one. Records are drawn within goods and
 * within bads; each replicate is a task of the executor and a function of the seed and its number, so
 * that threads have no say. Work begins at once; the first interval that is asked for waits for it.
 */
final class Resampled {

  private static final double TENTH = 0.1;

  /** What is drawn again; the last three only where weights are not whole. */
  private static final List<Measure> DRAWN = List.of(
      Measure.KS,
      Measure.H_MEASURE,
      Measure.EMP,
      Measure.AVERAGE_PRECISION,
      Measure.PR_AUC,
      Measure.CAPTURE_TOP_TENTH,
      Measure.LIFT_TOP_TENTH,
      Measure.AUC,
      Measure.BRIER,
      Measure.LOG_LOSS);

  private final List<CompletableFuture<double[]>> replicates;
  private final double level;

  private Resampled(List<CompletableFuture<double[]>> replicates, double level) {
    this.replicates = replicates;
    this.level = level;
  }

  /** Begins to draw; nothing is drawn if there is one class only or no replicate is asked for. */
  static Resampled begin(
      ScoredSample sample, RankedOutcomes ranked, ValidationSettings settings, Executor executor) {
    List<CompletableFuture<double[]>> tasks = new ArrayList<>();
    Resampling resampling = settings.resampling();
    boolean bothClasses = ranked.totalBads() > 0 && ranked.totalGoods() > 0;
    if (bothClasses && resampling.bootstrapReplicates() > 0) {
      Bootstrap bootstrap = Bootstrap.withinClasses(
          sample.targetUnsafe(), resampling.bootstrapReplicates(), resampling.seed());
      CostPrior prior = settings.prior().of(ranked);
      boolean whole = sample.hasWholeWeights();
      for (int i = 0; i < bootstrap.replicates(); i++) {
        int replicate = i;
        tasks.add(CompletableFuture.supplyAsync(
            () -> figures(ranked.resampled(bootstrap.draw(replicate)), prior, settings, whole),
            executor));
      }
    }
    return new Resampled(tasks, settings.level());
  }

  private static double[] figures(
      RankedOutcomes drawn, CostPrior prior, ValidationSettings settings, boolean whole) {
    PrecisionRecall curve = PrecisionRecall.of(drawn);
    Gains.Row riskiest = Gains.of(drawn).row(TENTH);
    return new double[] {
      Ks.of(drawn).value(),
      HMeasure.of(drawn, prior).value(),
      ExpectedMaximumProfit.of(drawn, settings.profit()).value(),
      curve.averagePrecision(),
      curve.trapezoidArea(),
      riskiest.capture(),
      riskiest.lift(),
      whole ? 0.0 : Auc.of(drawn).value(),
      whole ? 0.0 : Brier.of(drawn).value(),
      whole ? 0.0 : LogLoss.of(drawn).value()
    };
  }

  /** Returns a figure with its bootstrap interval, or as it is where nothing was drawn. */
  Figure.Known interval(Measure measure, Figure.Known figure) {
    if (replicates.isEmpty()) {
      return figure;
    }
    int position = DRAWN.indexOf(measure);
    double[] values = new double[replicates.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = result(replicates.get(i))[position];
    }
    return figure.within(Bootstrap.percentile(values, level), IntervalMethod.BOOTSTRAP);
  }

  private static double[] result(CompletableFuture<double[]> task) {
    try {
      return task.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw failed;
    }
  }
}
