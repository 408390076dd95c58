/**
 * Which records a model learns from and which it is judged by: {@link
 * io.probity.training.split.SplitPlan} says how, {@link io.probity.training.split.Split} is the result,
 * and {@link io.probity.training.split.Folds} parts records for choices made inside the training part.
 * All depend only on the data and the seed.
 */
@NullMarked
package io.probity.training.split;

import org.jspecify.annotations.NullMarked;
