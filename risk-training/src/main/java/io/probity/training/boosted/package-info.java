/**
 * Boosted trees. {@link io.probity.training.boosted.BoostedTrainer} is the entry point: it turns the
 * cells of records into columns of numbers, chooses depth, caution and rounds by inner folds and trains
 * with XGBoost, monotone in the directions of the schema; its {@link
 * io.probity.training.boosted.BoostedTraining} holds the trees in our own form. {@link
 * io.probity.training.boosted.BinaryXgboostTrainer} does the boosting and is a trainer of Tribuo's.
 */
@NullMarked
package io.probity.training.boosted;

import org.jspecify.annotations.NullMarked;
