/**
 * Strict input: what is wrong, where it stands, and what to do about it.
 *
 * <p>{@link io.probity.input.Violation} is one broken rule with its place; {@link
 * io.probity.input.InvalidInputException} carries all violations of one document or record. {@link
 * io.probity.input.JsonObject} reads JSON without mercy (unknown, duplicate and missing keys, text
 * where a number belongs), knowing the path of every value, and {@link io.probity.input.JsonText}
 * writes it the same way on every Java release.
 *
 * <p>The JSON types are public because every module reads and writes its own documents; a service
 * that embeds Probity meets only the first two.
 */
@NullMarked
package io.probity.input;

import org.jspecify.annotations.NullMarked;
