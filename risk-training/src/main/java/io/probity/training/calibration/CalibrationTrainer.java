package io.probity.training.calibration;

import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.training.split.Folds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fits a calibration on log-odds of records that the predictor did not learn from.
 *
 * <ul>
 *   <li>PLATT: logit(PD) = intercept + slope x, by maximum likelihood.
 *   <li>BETA: logit(PD) = intercept + a ln(p) - b ln(1 - p) with p = 1 / (1 + e^-x), by maximum
 *       likelihood under a, b of at least 0: a parameter that would be negative is 0 and the rest is
 *       fitted again.
 *   <li>ISOTONIC: bad rates that never fall, by pooling adjacent violators. Records of equal log-odds
 *       share a rate. Each block of equal rate has a knot at its smallest and one at its largest
 *       log-odds; the curve is linear in log-odds between knots and level outside. Where the first
 *       block has no bads or the last no goods, half a good and half a bad of mean weight are added
 *       at that end before pooling, so that every knot lies in (0, 1).
 *   <li>AUTO: each method is fitted without a fold and judged on it, in turn; of those whose log-loss
 *       over all folds is at most (1 + margin) times the smallest, the plainest is fitted on all
 *       records. The order is NONE, PLATT, BETA, ISOTONIC.
 * </ul>
 *
 * <p>A curve never falls: where the bad rate does not rise with the log-odds it is level, with a
 * warning. With fewer bads or goods than the plan asks for the log-odds stay as they are; where they
 * separate goods from bads, so that PLATT or BETA have no finite curve, PLATT is fitted to SMOOTHED
 * targets. Both are said in a warning. A long-run default rate is met over the same records.
 *
 * <p>Weights are frequencies; a record of weight 0 is as if absent. The result does not depend on the
 * order of records of weight 1. A trainer holds a plan only; one may serve many threads.
 *
 * @param plan every option
 */
public record CalibrationTrainer(CalibrationPlan plan) {

  private static final List<CalibrationMethod> CURVES = List.of(
      CalibrationMethod.NONE,
      CalibrationMethod.PLATT,
      CalibrationMethod.BETA,
      CalibrationMethod.ISOTONIC);

  /**
   * Fits the calibration.
   *
   * @param badLogOdds the uncalibrated log-odds of bad, finite, one a record, each from a model that
   *     learned without the record's fold
   * @param target 1 for bad, 0 for good, one a record
   * @param weights the weight of each record, finite and 0 or more, not all 0
   * @param folds the folds of the records, best those that the log-odds were made with; they choose
   *     the method where the plan says AUTO
   * @throws IllegalArgumentException if a length or a value is wrong, or there is no record
   */
  public CalibrationTraining train(
      double[] badLogOdds, int[] target, double[] weights, Folds folds) {
    CalibrationRecords records = CalibrationRecords.of(badLogOdds, target, weights);
    if (!records.hasBoth(plan.leastOfEach())) {
      return finish(uncorrected(records), List.of(), records);
    }
    List<CalibrationTraining.Comparison> compared = List.of();
    CalibrationMethod method = plan.method();
    if (method == CalibrationMethod.AUTO) {
      compared = compare(records, folds);
      method = plainest(compared);
    }
    return finish(CurveFit.orPlainer(method, plan, records.pooled()), compared, records);
  }

  private CurveFit.Fitted uncorrected(CalibrationRecords records) {
    List<String> warnings = plan.method() == CalibrationMethod.NONE
        ? List.of()
        : List.of("there are "
            + records.count(1)
            + " bads and "
            + records.count(0)
            + " goods, and a calibration needs "
            + plan.leastOfEach()
            + " of each: the log-odds stay as they are; add records, or lower leastOfEach");
    return new CurveFit.Fitted(CalibrationMethod.NONE, new CalibrationCurve.Identity(), warnings);
  }

  private CalibrationTraining finish(
      CurveFit.Fitted fitted,
      List<CalibrationTraining.Comparison> compared,
      CalibrationRecords records) {
    PooledRecords pooled = records.pooled();
    Calibration plain = plan.calibration(fitted.curve());
    Optional<LongRunShift> shift = plan.longRunRate().isPresent()
        ? Optional.of(records.shift(plain, plan.longRunRate().getAsDouble()))
        : Optional.empty();
    Calibration calibration = shift.map(LongRunShift::calibration).orElse(plain);
    return new CalibrationTraining(
        calibration,
        fitted.method(),
        compared,
        pooled.badRate(),
        pooled.meanPd(calibration),
        shift,
        fitted.warnings());
  }

  private List<CalibrationTraining.Comparison> compare(CalibrationRecords records, Folds folds) {
    List<PooledRecords> others = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      int left = fold;
      others.add(records.where(row -> folds.of(row) != left).pooled());
    }
    List<CalibrationTraining.Comparison> compared = new ArrayList<>();
    for (CalibrationMethod method : CURVES) {
      compared.add(comparison(method, records, others, folds));
    }
    return compared;
  }

  private CalibrationTraining.Comparison comparison(
      CalibrationMethod method,
      CalibrationRecords records,
      List<PooledRecords> others,
      Folds folds) {
    try {
      List<Calibration> byFold = new ArrayList<>();
      for (PooledRecords outside : others) {
        byFold.add(plan.calibration(CurveFit.of(method, plan, outside)));
      }
      double[] pd = new double[records.size()];
      for (int row = 0; row < pd.length; row++) {
        pd[row] = byFold.get(folds.of(row)).pd(records.logOdds(row));
      }
      return new CalibrationTraining.Comparison(method, OptionalDouble.of(records.logLoss(pd)), "");
    } catch (IllegalArgumentException refused) {
      return new CalibrationTraining.Comparison(
          method, OptionalDouble.empty(), String.valueOf(refused.getMessage()));
    }
  }

  /** Returns the plainest method near the best; NONE always has a figure. */
  private CalibrationMethod plainest(List<CalibrationTraining.Comparison> compared) {
    double best = compared.stream()
        .flatMapToDouble(comparison -> comparison.logLoss().stream())
        .min()
        .orElseThrow();
    double enough = best * (1.0 + plan.margin());
    return compared.stream()
        .filter(comparison -> comparison.logLoss().orElse(Double.POSITIVE_INFINITY) <= enough)
        .map(CalibrationTraining.Comparison::method)
        .findFirst()
        .orElseThrow();
  }
}
