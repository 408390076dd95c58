/**
 * From single loans to a whole portfolio: what it is expected to lose, what capital it needs, and
 * which limits earn most within the lender's budgets.
 *
 * <p>{@link io.probity.portfolio.LimitOptimiser} is the entry point: it takes the {@link
 * io.probity.portfolio.LimitOptions} of all applicants and {@link
 * io.probity.portfolio.PortfolioConstraints}, and returns a {@link
 * io.probity.portfolio.LimitAllocation}: one limit each, with a proved bound, the gap to it and the
 * shadow prices. {@link io.probity.portfolio.LinearAllocation} is the exact linear program of a small
 * table, {@link io.probity.portfolio.EfficientFrontier} the most profit for each loss.
 *
 * <p>{@link io.probity.portfolio.StrategyComparison} sets two policies beside each other on the same
 * applicants, valued by a {@link io.probity.portfolio.Valuation}; {@link
 * io.probity.portfolio.ApprovedBefore} finds who is unlike anybody approved so far, {@link
 * io.probity.portfolio.MacroScenario} stresses decisions, {@link io.probity.portfolio.OutcomeFairness}
 * shows how a strategy treats protected groups, and {@link io.probity.portfolio.AlternativeSearch}
 * which treats them most alike at a stated loss of profit.
 *
 * <p>Amounts are doubles in any one unit of money: here they are added up over people, not paid.
 */
@NullMarked
package io.probity.portfolio;

import org.jspecify.annotations.NullMarked;
