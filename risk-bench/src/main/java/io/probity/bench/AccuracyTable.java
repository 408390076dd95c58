package io.probity.bench;

import io.probity.metrics.Auc;
import io.probity.metrics.Bootstrap;
import io.probity.metrics.Brier;
import io.probity.metrics.DeLong;
import io.probity.metrics.Estimate;
import io.probity.metrics.Interval;
import io.probity.metrics.Ks;
import io.probity.metrics.LogLoss;
import io.probity.metrics.PairedDeLong;
import io.probity.metrics.PairedLogLoss;
import io.probity.metrics.RankedOutcomes;
import io.probity.training.split.Folds;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The figures of several sets of held-out PDs on the same records, as Markdown. */
final class AccuracyTable {

  private static final double LEVEL = 0.95;
  private static final int REPLICATES = 300;

  private final int[] target;
  private final Folds folds;

  AccuracyTable(int[] target, Folds folds) {
    this.target = target.clone();
    this.folds = folds;
  }

  /**
   * Returns a table.
   *
   * @param pds the PDs of each family or peer by name; the last is what the others are compared with
   */
  String of(Map<String, double[]> pds, Map<String, Double> seconds) {
    String reference = pds.keySet().stream().reduce((first, second) -> second).orElseThrow();
    StringBuilder text =
        new StringBuilder("| model | AUC, mean of folds | AUC, all (95%) | KS (95%) | Brier (95%)"
            + " | log-loss (95%) | AUC less " + reference + " (p) | log-loss less " + reference
            + " (s.e.) | seconds |\n|---|---|---|---|---|---|---|---|---|\n");
    Bootstrap bootstrap = Bootstrap.withinClasses(target, REPLICATES, 1);
    double[] beside = pds.getOrDefault(reference, new double[0]);
    pds.forEach((name, pd) -> text.append("| ")
        .append(name)
        .append(figures(pd, bootstrap))
        .append(name.equals(reference) ? " | | " : paired(pd, beside))
        .append(" | ")
        .append(seconds.containsKey(name) ? number(seconds.get(name), 1) : "")
        .append(" |\n"));
    return text.toString();
  }

  private String figures(double[] pd, Bootstrap bootstrap) {
    RankedOutcomes outcomes = RankedOutcomes.of(pd, target);
    DeLong auc = DeLong.of(outcomes);
    double ofFolds = 0;
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] rows = folds.in(fold);
      ofFolds += Auc.of(at(pd, rows), at(target, rows)).value() / folds.count();
    }
    return " | "
        + number(ofFolds, 4)
        + " | "
        + withInterval(auc.auc(), auc.interval(LEVEL))
        + " | "
        + withInterval(
            Ks.of(outcomes).value(),
            bootstrap.interval(LEVEL, rows -> Ks.of(ranked(pd, rows)).value()))
        + " | "
        + withInterval(
            Brier.of(outcomes).value(),
            bootstrap.interval(LEVEL, rows -> Brier.of(ranked(pd, rows)).value()))
        + " | "
        + withInterval(
            LogLoss.of(outcomes).value(),
            bootstrap.interval(LEVEL, rows -> LogLoss.of(ranked(pd, rows)).value()));
  }

  private String paired(double[] pd, double[] reference) {
    PairedDeLong auc =
        PairedDeLong.of(RankedOutcomes.of(pd, target), RankedOutcomes.of(reference, target));
    Estimate loss = PairedLogLoss.difference(pd, reference, target);
    return String.format(
        Locale.ROOT,
        " | %+.4f (%.2f) | %+.5f (%.5f)",
        auc.difference(),
        auc.test().pValue(),
        loss.value(),
        loss.standardError());
  }

  private RankedOutcomes ranked(double[] pd, int[] rows) {
    return RankedOutcomes.of(at(pd, rows), at(target, rows));
  }

  private static double[] at(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static int[] at(int[] values, int[] rows) {
    return Arrays.stream(rows).map(row -> values[row]).toArray();
  }

  private static String withInterval(double value, Interval interval) {
    return number(value, 4) + " (" + number(interval.low(), 4) + " to " + number(interval.high(), 4)
        + ")";
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
