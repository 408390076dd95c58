/**
 * What the families of models have in common for a training run: a {@link
 * io.probity.training.family.FamilyTrainer} learns from records, a {@link
 * io.probity.training.family.FamilyTraining} is what came of it.
 */
@NullMarked
package io.probity.training.family;

import org.jspecify.annotations.NullMarked;
