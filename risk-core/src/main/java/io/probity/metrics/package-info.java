/**
 * The measuring room: how well scores separate goods from bads, whether PDs are right, whether a
 * population has moved, and whether groups are treated alike.
 *
 * <p>A score is higher for riskier records, target 1 is bad, and shares are fractions, never
 * percent. {@link io.probity.metrics.RankedOutcomes} sorts scored records once; discrimination and
 * calibration start from it. A figure that is not defined for its input is an {@code
 * IllegalArgumentException} that says what is missing, never NaN; verdicts and their thresholds are
 * left to the caller.
 *
 * <ul>
 *   <li>Discrimination: {@link io.probity.metrics.Auc}, {@link io.probity.metrics.DeLong}, {@link
 *       io.probity.metrics.PairedDeLong}, {@link io.probity.metrics.Ks}, {@link
 *       io.probity.metrics.Youden}, {@link io.probity.metrics.PartialAuc}, {@link
 *       io.probity.metrics.PrecisionRecall}, {@link io.probity.metrics.Gains}, {@link
 *       io.probity.metrics.RocCurve}, {@link io.probity.metrics.RocHull}.
 *   <li>Cost and profit: {@link io.probity.metrics.HMeasure}, {@link
 *       io.probity.metrics.MinimumLoss}, {@link io.probity.metrics.ExpectedMaximumProfit}, {@link
 *       io.probity.metrics.MaximumProfit}.
 *   <li>Calibration: {@link io.probity.metrics.Brier}, {@link io.probity.metrics.LogLoss}, {@link
 *       io.probity.metrics.PairedLogLoss}, {@link io.probity.metrics.CalibrationTable}, {@link
 *       io.probity.metrics.CalibrationErrorBand}, {@link io.probity.metrics.CalibrationRegression},
 *       {@link io.probity.metrics.HosmerLemeshow}, {@link io.probity.metrics.Spiegelhalter}.
 *   <li>Stability: {@link io.probity.metrics.KolmogorovSmirnov}, {@link
 *       io.probity.metrics.Wasserstein}, {@link io.probity.metrics.Divergence}, {@link
 *       io.probity.metrics.PointsShift}; PSI is in {@link io.probity.binning.StabilityIndex}.
 *   <li>Association: {@link io.probity.metrics.Pearson}, {@link io.probity.metrics.Spearman},
 *       {@link io.probity.metrics.Kendall}, {@link io.probity.metrics.CorrelationMatrix}, {@link
 *       io.probity.metrics.ContingencyTable}, {@link io.probity.metrics.VarianceInflation}, {@link
 *       io.probity.metrics.ConditionNumber}.
 *   <li>Fairness: {@link io.probity.metrics.AdverseImpact}, {@link
 *       io.probity.metrics.StandardisedDifference}, {@link io.probity.metrics.EqualOpportunity},
 *       {@link io.probity.metrics.MantelHaenszel}.
 *   <li>Backtests of grades: {@link io.probity.metrics.BinomialTest}, {@link
 *       io.probity.metrics.GradeBacktest}, {@link io.probity.metrics.PdBounds}.
 *   <li>Tools: {@link io.probity.metrics.TwoByTwo}, {@link io.probity.metrics.Proportion}, {@link
 *       io.probity.metrics.Bootstrap}.
 * </ul>
 */
@NullMarked
package io.probity.metrics;

import org.jspecify.annotations.NullMarked;
