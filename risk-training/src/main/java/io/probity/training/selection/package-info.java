/**
 * Which features enter a model: {@link io.probity.training.selection.SelectionPlan} says by which
 * rules, {@link io.probity.training.selection.FeatureSelection} applies those that need no regression,
 * {@link io.probity.training.selection.StepwiseSearch} those that do, and the {@link
 * io.probity.training.selection.Funnel} gives every field that was dropped its reason.
 */
@NullMarked
package io.probity.training.selection;

import org.jspecify.annotations.NullMarked;
