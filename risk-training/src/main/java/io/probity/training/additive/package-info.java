/**
 * Additive models: {@link io.probity.training.additive.AdditiveTrainer} boosts one step function a
 * feature in turn on bin codes, averages bags, and adds the strongest pairs as small tables. Monotone
 * by the schema's directions; the same model for any number of threads.
 */
@NullMarked
package io.probity.training.additive;

import org.jspecify.annotations.NullMarked;
