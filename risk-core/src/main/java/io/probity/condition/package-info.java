/**
 * Conditions of a policy: all, any, not, comparisons, sets, ranges, is-missing and is-special over the
 * fields of a schema and over PD, score and grade. {@link io.probity.condition.Condition} is read
 * from JSON, checked against what it may speak of ({@link io.probity.condition.ConditionScope}) and
 * compiled to read the cells of one vector. There is no expression language, so no condition can run
 * code.
 */
@NullMarked
package io.probity.condition;

import org.jspecify.annotations.NullMarked;
