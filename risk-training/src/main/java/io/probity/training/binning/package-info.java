/**
 * Optimal binning: how the bins of a feature are found.
 *
 * <p>Entry point: {@link io.probity.training.binning.BinningTrainer}, which turns the cells of a
 * feature and the {@link io.probity.training.binning.Outcomes} of its records into a {@link
 * io.probity.binning.Binning}, or says why it cannot ({@link
 * io.probity.training.binning.BinningResult}). Every option stands in {@link
 * io.probity.training.binning.BinningSettings}.
 *
 * <p>Numbers are cut into at most 64 pre-bins, categories are ordered by smoothed bad rate; {@link
 * io.probity.training.binning.OptimalPartition} then finds the best of all partitions of contiguous
 * pre-bins by dynamic programming. {@link io.probity.training.binning.BinningAnalysis} describes the
 * result.
 *
 * <p>Counts are held as whole numbers of units ({@link io.probity.training.binning.Outcomes}) and
 * objectives in fixed point, so that no result depends on the order of the records.
 */
@NullMarked
package io.probity.training.binning;

import org.jspecify.annotations.NullMarked;
