package io.probity.metrics;

/**
 * One point of a ROC curve.
 *
 * @param falsePositiveRate the share of goods at or above the threshold
 * @param truePositiveRate the share of bads at or above the threshold
 * @param threshold the score
 */
public record RocPoint(double falsePositiveRate, double truePositiveRate, double threshold) {}
