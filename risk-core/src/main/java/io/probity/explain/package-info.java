/**
 * Why a decision came out as it did: {@link io.probity.explain.Reason}s, ranked by the stage that
 * they belong to. Points and money are never added up. {@link io.probity.explain.ReasonTexts} holds
 * the words of every reason and refuses a policy in which one is missing. {@link
 * io.probity.explain.ScoreReasons} ranks what cost points against the reference that a policy chooses.
 * {@link io.probity.explain.ChangeSearch} finds the cheapest of the {@link io.probity.explain.Action}s
 * of a policy that reach a goal.
 */
@NullMarked
package io.probity.explain;

import org.jspecify.annotations.NullMarked;
