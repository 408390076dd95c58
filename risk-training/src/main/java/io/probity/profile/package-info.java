/**
 * A first look at data that nobody has described yet. {@link io.probity.profile.DataProfiler} reads a
 * CSV twice in little memory and returns a {@link io.probity.profile.DataProfile}: what each column
 * holds, what looks odd, and a data dictionary to start from.
 */
@NullMarked
package io.probity.profile;

import org.jspecify.annotations.NullMarked;
