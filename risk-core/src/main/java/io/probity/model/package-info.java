/**
 * The trained model and its file. {@link io.probity.model.RiskModel} is the entry point: it is loaded
 * from one {@code .risk} file and holds the schema, the {@link io.probity.model.Predictor}, the {@link
 * io.probity.model.Calibration}, the {@link io.probity.model.ScoreScale} and the {@link
 * io.probity.model.MasterScale} of grades. {@link io.probity.model.Scorer} evaluates one applicant
 * after another without allocating. Scorecards and additive models score from flat arrays ({@code
 * CompiledSteps}), to the last bit as their own {@link io.probity.model.Predictor#badLogOdds}.
 *
 * <p>The margin of every predictor is the log-odds of bad. PD and grade follow from the unrounded
 * margin; the score is a whole number of points and rises with safety.
 */
@NullMarked
package io.probity.model;

import org.jspecify.annotations.NullMarked;
