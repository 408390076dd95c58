/**
 * How well a model does: {@link io.probity.validation.Validation} puts the figures of the metrics
 * package together for one set of records.
 */
@NullMarked
package io.probity.validation;

import org.jspecify.annotations.NullMarked;
