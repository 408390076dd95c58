/**
 * The command {@code risk}: one class a subcommand. {@link io.probity.cli.Main} runs them and turns
 * errors into one sentence and an exit code; {@link io.probity.cli.Console} is what they print to.
 */
@NullMarked
package io.probity.cli;

import org.jspecify.annotations.NullMarked;
