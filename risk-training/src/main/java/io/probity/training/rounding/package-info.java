/**
 * Whole points without harm: which decisions change because the points of a scorecard are rounded, and
 * the rounding that changes fewest.
 *
 * <p>Entry point: {@link io.probity.training.rounding.PointsRounding}, which compares a scorecard with
 * itself over records and gives a {@link io.probity.training.rounding.RoundingReport}. The points that
 * it finds are stored in a scorecard as any others.
 */
@NullMarked
package io.probity.training.rounding;

import org.jspecify.annotations.NullMarked;
