/**
 * Scorecards: {@link io.probity.training.scorecard.ScorecardTrainer} fits a logistic regression on
 * the WOE of binned features, removes features whose coefficient has the wrong sign, and makes points.
 */
@NullMarked
package io.probity.training.scorecard;

import org.jspecify.annotations.NullMarked;
