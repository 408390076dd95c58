/**
 * What is measured. JMH benchmarks of time and memory: one class a question, its run command in its
 * class comment. And {@link io.probity.bench.Bench}, the command {@code risk bench}: how good the models
 * are, one sub-command a question.
 */
@NullMarked
package io.probity.bench;

import org.jspecify.annotations.NullMarked;
