/**
 * Early warning from the audit log: {@link io.probity.monitoring.DriftCounters} counts decisions in
 * fixed memory and can be merged, {@link io.probity.monitoring.DriftReport} sets them against the
 * reference population of the model. {@link io.probity.monitoring.SwapSet} and {@link
 * io.probity.monitoring.SemanticDiff} say in what two engines differ.
 */
@NullMarked
package io.probity.monitoring;

import org.jspecify.annotations.NullMarked;
