/**
 * The validation room: everything that is said of a model's PDs beside known outcomes.
 *
 * <p>{@link io.probity.validation.ModelValidation} is the entry point. It judges a {@link
 * io.probity.validation.ScoredSample} as {@link io.probity.validation.ValidationSettings} say and
 * holds {@link io.probity.validation.Findings} of all records and of each segment and slice of time
 * ({@link io.probity.validation.Breakdown}):
 *
 * <ul>
 *   <li>{@link io.probity.validation.Figures}: one {@link io.probity.validation.Figure} for each {@link
 *       io.probity.validation.Measure} of ranking and calibration, with interval and p-value, or the
 *       reason why it is not defined;
 *   <li>calibration and gains tables, and {@link io.probity.validation.GradeFindings};
 *   <li>{@link io.probity.validation.StabilityFindings}: the shares of score bands, grades and bins
 *       beside the model's reference;
 *   <li>{@link io.probity.validation.DecisionFindings} at each {@link io.probity.validation.CutOff}, and
 *       {@link io.probity.validation.FairnessFindings} for each {@link
 *       io.probity.validation.ProtectedField}.
 * </ul>
 *
 * <p>{@link io.probity.validation.Groups} are the columns that records are divided by. Two other
 * questions stand beside it: {@link io.probity.validation.ModelComparison} sets two PDs of the same
 * records against each other, {@link io.probity.validation.BinComparison} applies the cuts of a feature
 * to new records.
 *
 * <p>{@link io.probity.validation.OutcomeWindow} says whether outcomes are those that the model
 * predicts, and {@link io.probity.validation.Validation} is the short form that training makes.
 *
 * <p>The figures themselves are those of {@link io.probity.metrics}.
 */
@NullMarked
package io.probity.validation;

import org.jspecify.annotations.NullMarked;
