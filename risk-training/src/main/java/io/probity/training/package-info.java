/**
 * From a table to a model: {@link io.probity.training.Training} splits, bins, selects, fits,
 * validates and assembles a {@link io.probity.model.RiskModel} as a {@link
 * io.probity.training.TrainingPlan} says. The same table and plan give the same model, byte for byte.
 */
@NullMarked
package io.probity.training;

import org.jspecify.annotations.NullMarked;
