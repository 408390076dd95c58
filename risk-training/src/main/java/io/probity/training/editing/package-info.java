/**
 * Bins changed by hand: {@link io.probity.training.editing.BinningEdit}s merge, split and fix bins or
 * a WOE, and {@link io.probity.training.editing.BinningEditor} applies them and counts anew. {@link
 * io.probity.training.editing.ShapeEditor} merges, smooths and sets the effects of an additive model in
 * the same form. Every change names who made it and why.
 */
@NullMarked
package io.probity.training.editing;

import org.jspecify.annotations.NullMarked;
