/**
 * Whether data can be believed: what an analyst should look at before a model learns from it.
 *
 * <p>Entry point: {@link io.probity.training.honesty.HonestyChecks}, which gives {@link
 * io.probity.training.honesty.Finding}s. {@link io.probity.training.honesty.AgeRule} keeps the points
 * of elderly applicants within the law, {@link io.probity.training.honesty.MemoryForecast} says before
 * a run whether its memory suffices, {@link io.probity.training.honesty.TimeForecast} how long it takes.
 */
@NullMarked
package io.probity.training.honesty;

import org.jspecify.annotations.NullMarked;
