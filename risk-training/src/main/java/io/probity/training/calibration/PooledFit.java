package io.probity.training.calibration;

import java.util.List;

/**
 * A logistic regression of pooled outcomes.
 *
 * @param intercept the log-odds of bad where every column is 0
 * @param slopes one for each column; 0 for one that cannot be told from the others
 * @param logLikelihood of the outcomes
 */
record PooledFit(double intercept, List<Double> slopes, double logLikelihood) {}
