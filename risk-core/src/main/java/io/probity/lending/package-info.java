/**
 * What a loan costs and what a borrower can carry, exact to the minor unit of the currency.
 *
 * <p>Start with {@link io.probity.lending.LoanTerms}. From terms come the {@link
 * io.probity.lending.Schedule} with its rows and totals, the {@link io.probity.lending.Instalment}
 * that affordability is tested with, and the {@link io.probity.lending.Capacity}: the largest
 * principal whose rounded instalment fits. {@link io.probity.lending.AnnuityFactor} is the primitive
 * under all of them, also for the debt service of an existing tradeline. {@link
 * io.probity.lending.CashFlows} finds the annual rate of any loan, fees included, and {@link
 * io.probity.lending.LatePayment} says what a late month costs.
 *
 * <p>Conventions, everywhere in this package:
 *
 * <ul>
 *   <li>Money is {@link io.probity.lending.Money} or {@code BigDecimal} with its ISO currency at the
 *       edge and {@code long} minor units on the decision path. Every amount of money is rounded HALF_UP
 *       to the minor unit: cents for USD, whole yen for JPY, thousandths for KWD.
 *   <li>A rate is an annual fraction, never a percentage, and says NOMINAL (12 times the monthly
 *       rate) or EFFECTIVE ((1 + monthly rate)^12 - 1).
 *   <li>A contract rate is applied as a nominal rate with 12 decimals, held as a whole number. So
 *       0.185 a year is exactly 0.185 / 12 a month, and a half cent is a half cent: no product of a
 *       balance and a rate is lost to the binary form of the rate.
 *   <li>Instalments are paid monthly, in arrears.
 * </ul>
 */
@NullMarked
package io.probity.lending;

import org.jspecify.annotations.NullMarked;
