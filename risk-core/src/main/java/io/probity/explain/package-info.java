/**
 * Why a decision came out as it did: {@link io.probity.explain.Reason}s, ranked by the stage that
 * they belong to. Points and money are never added up. {@link io.probity.explain.ReasonTexts} holds
 * the words of every reason and refuses a policy in which one is missing.
 */
@NullMarked
package io.probity.explain;

import org.jspecify.annotations.NullMarked;
