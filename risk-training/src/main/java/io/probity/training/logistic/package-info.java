/**
 * Logistic regression: how the coefficients of a scorecard are learned, and what is known of them.
 *
 * <p>Entry point: {@link io.probity.training.logistic.LogisticTrainer}, which turns a {@link
 * io.probity.training.logistic.LogisticSample} (a {@link io.probity.training.logistic.DesignMatrix}
 * with target, weights and offset) into a {@link io.probity.training.logistic.LogisticFit}. Every
 * option stands in {@link io.probity.training.logistic.LogisticSettings}; {@link
 * io.probity.training.logistic.Penalty} shrinks coefficients, {@link
 * io.probity.training.logistic.Separation} says whether finite estimates exist at all.
 *
 * <p>Beside the fit stand {@link io.probity.training.logistic.ScoreTest} (what a further column would
 * bring, without a refit), {@link io.probity.training.logistic.RobustErrors} and {@link
 * io.probity.training.logistic.CaseDiagnostics}.
 *
 * <p>The modelled quantity is the log-odds of bad: intercept + sum of coefficient times column +
 * offset. Inside, columns are centred and scaled, so that their units do not matter. Rows are summed
 * in blocks of a fixed size and the blocks in their order: the same input gives the same bits on
 * every machine.
 */
@NullMarked
package io.probity.training.logistic;

import org.jspecify.annotations.NullMarked;
