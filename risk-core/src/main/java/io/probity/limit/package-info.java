/**
 * From what an applicant earns and owes to a credit limit. {@link io.probity.limit.LimitRules} is the
 * entry point: it assesses what is affordable ({@link io.probity.limit.AffordabilityRules}), applies
 * the lender's strategy and caps phase by phase, and returns a {@link io.probity.limit.LimitTrace}
 * that shows every step and names the binding one.
 *
 * <p>{@link io.probity.limit.Pricing} is the price of an amount by its components, {@link
 * io.probity.limit.PricedOffer} finds rate and amount together, and {@link
 * io.probity.limit.OfferValue} the offer that earns most; none of them passes what is affordable.
 *
 * <p>Amounts are whole minor units of one currency inside and {@link java.math.BigDecimal} at the edge.
 * No rule can lift the limit above what is affordable.
 */
@NullMarked
package io.probity.limit;

import org.jspecify.annotations.NullMarked;
