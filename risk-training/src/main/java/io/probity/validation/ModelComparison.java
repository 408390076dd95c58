package io.probity.validation;

import io.probity.metrics.DeLong;
import io.probity.metrics.Estimate;
import io.probity.metrics.LogLoss;
import io.probity.metrics.PairedDeLong;
import io.probity.metrics.PairedLogLoss;
import io.probity.metrics.RankedOutcomes;

/**
 * Two sets of PDs for the same records set against each other, record by record, which removes what
 * both find hard.
 *
 * <p>Differences are first minus second. The AUC is compared by DeLong's paired test; the log-loss by
 * the mean difference of the losses of each record, with PDs moved into [1e-15, 1 - 1e-15]. With
 * weights other than 1 the log-losses have a difference but neither error nor test, and with weights
 * that are not whole numbers the AUCs neither.
 *
 * @param firstAuc the AUC of the first PDs
 * @param secondAuc the AUC of the second PDs
 * @param aucDifference above 0 where the first rank better; with the p-value of no difference
 * @param firstLogLoss the log-loss of the first PDs
 * @param secondLogLoss the log-loss of the second PDs
 * @param logLossDifference below 0 where the first fit better; with the p-value of no difference
 */
public record ModelComparison(
    Figure firstAuc,
    Figure secondAuc,
    Figure aucDifference,
    Figure firstLogLoss,
    Figure secondLogLoss,
    Figure logLossDifference) {

  /**
   * Compares two sets of PDs.
   *
   * @param first a PD for each record, in [0, 1]
   * @param second a PD for each record, in [0, 1]
   * @param target 1 for bad and 0 for good
   * @param level of the intervals, such as 0.95
   * @throws IllegalArgumentException if the lengths differ or a value is not as described
   */
  public static ModelComparison of(double[] first, double[] second, int[] target, double level) {
    return of(ScoredSample.of(first, target), ScoredSample.of(second, target), level);
  }

  /**
   * Compares the PDs of two samples of the same records, in the same order.
   *
   * @throws IllegalArgumentException if rows differ in number, outcome or weight
   */
  public static ModelComparison of(ScoredSample first, ScoredSample second, double level) {
    requireSameRows(first, second);
    ScoredSample one = first.withoutAbsent();
    ScoredSample two = second.withoutAbsent();
    RankedOutcomes firstRanked = one.rankedByPd();
    RankedOutcomes secondRanked = two.rankedByPd();
    Attempt<PairedDeLong> paired = Attempt.of(() -> PairedDeLong.of(firstRanked, secondRanked));
    return new ModelComparison(
        Attempt.figure(() -> auc(paired.orRefuse().first(), level)),
        Attempt.figure(() -> auc(paired.orRefuse().second(), level)),
        Attempt.figure(() -> difference(paired.orRefuse(), level)),
        Attempt.figure(() -> Figure.of(logLoss(firstRanked))),
        Attempt.figure(() -> Figure.of(logLoss(secondRanked))),
        logLossDifference(one, two, level));
  }

  private static void requireSameRows(ScoredSample first, ScoredSample second) {
    if (first.rows() != second.rows()) {
      throw new IllegalArgumentException("both sets of PDs must be of the same records, not "
          + first.rows() + " and " + second.rows());
    }
    for (int row = 0; row < first.rows(); row++) {
      if (first.isBad(row) != second.isBad(row) || first.weight(row) != second.weight(row)) {
        throw new IllegalArgumentException(
            "both sets of PDs must be of the same records, but row " + row + " differs");
      }
    }
  }

  private static Figure auc(DeLong deLong, double level) {
    return Figure.of(deLong.auc())
        .withStandardError(deLong.standardError())
        .within(deLong.interval(level), IntervalMethod.DELONG);
  }

  private static Figure difference(PairedDeLong paired, double level) {
    return Figure.of(paired.difference())
        .withStandardError(Math.sqrt(paired.differenceVariance()))
        .within(paired.interval(level), IntervalMethod.DELONG)
        .withPValue(paired.test().pValue());
  }

  private static double logLoss(RankedOutcomes ranked) {
    return LogLoss.clipped(ranked, LogLoss.USUAL_CLIP).value();
  }

  private static Figure logLossDifference(ScoredSample first, ScoredSample second, double level) {
    if (first.isWeighted()) {
      double difference = logLoss(first.rankedByPd()) - logLoss(second.rankedByPd());
      return Figure.of(difference).noting("no error and no test, since records have weights");
    }
    return Attempt.figure(() -> {
      Estimate estimate =
          PairedLogLoss.difference(first.pdUnsafe(), second.pdUnsafe(), first.targetUnsafe());
      return Figure.of(estimate, level).withPValue(estimate.test(0.0).pValue());
    });
  }
}
