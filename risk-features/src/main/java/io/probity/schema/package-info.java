/**
 * The data dictionary: what each field is, where it comes from, and what its values mean.
 *
 * <p>{@link io.probity.schema.Schema} is the entry point: a list of {@link
 * io.probity.schema.Field}s, each with its kind, role, source and {@link
 * io.probity.schema.FieldRules}, read from and written to JSON. {@link
 * io.probity.schema.SpecialValues} is the one place that knows how a special code such as "no
 * bureau record" is held in a {@code double}.
 */
@NullMarked
package io.probity.schema;

import org.jspecify.annotations.NullMarked;
