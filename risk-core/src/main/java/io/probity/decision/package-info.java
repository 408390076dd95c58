/**
 * From an application to a decision: {@link io.probity.decision.CreditEngine} joins a model and a
 * {@link io.probity.decision.CreditPolicy}, with every name resolved and every rule compiled when it
 * is built, and decides without side effects, with a {@link io.probity.decision.DecisionWorkspace} of
 * the calling thread where speed matters. A {@link io.probity.decision.Decision} carries the
 * outcome, PD, score, grade, limit and reasons, and the trace of every step; what it costs,
 * counter-offers and what would make the request fit are worked out when asked for. {@link
 * io.probity.decision.PolicyVerifier} proves what a policy promises.
 */
@NullMarked
package io.probity.decision;

import org.jspecify.annotations.NullMarked;
