/** Independent work as tasks of the caller's executor: {@link io.probity.training.parallel.Tasks}. */
@NullMarked
package io.probity.training.parallel;

import org.jspecify.annotations.NullMarked;
