/**
 * Why a decision came out as it did: {@link io.probity.explain.Reason}s, ranked by the stage that
 * they belong to. Points and money are never added up.
 */
@NullMarked
package io.probity.explain;

import org.jspecify.annotations.NullMarked;
