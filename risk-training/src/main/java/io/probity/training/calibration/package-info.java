/**
 * Calibration: how the log-odds of a predictor become right PDs.
 *
 * <p>Entry point: {@link io.probity.training.calibration.CalibrationTrainer}, which turns out-of-fold
 * log-odds of bad and their outcomes into an {@link io.probity.model.Calibration}; every option stands
 * in {@link io.probity.training.calibration.CalibrationPlan}. {@link
 * io.probity.training.calibration.CalibrationTraining} holds what was compared. {@link
 * io.probity.training.calibration.LongRunShift} then moves the mean PD to a long-run default rate.
 *
 * <p>The log-odds must come from models that did not see the record (inner folds). Those of the
 * records learned from are too far apart, and a curve fitted on them keeps them there.
 */
@NullMarked
package io.probity.training.calibration;

import org.jspecify.annotations.NullMarked;
