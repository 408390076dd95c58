/**
 * What loans are expected to lose and what capital they need, from PD, LGD and EAD.
 *
 * <p>{@link io.probity.capital.PortfolioLoss} is the entry point: expected loss, loss in bad times and
 * capital of a portfolio. {@link io.probity.capital.OneFactor} gives the PD in bad times, {@link
 * io.probity.capital.RetailClass} the capital of the three retail classes.
 */
@NullMarked
package io.probity.capital;

import org.jspecify.annotations.NullMarked;
