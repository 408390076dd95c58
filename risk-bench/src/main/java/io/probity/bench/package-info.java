/** JMH benchmarks: one class a question, its run command in its class comment. */
@NullMarked
package io.probity.bench;

import org.jspecify.annotations.NullMarked;
