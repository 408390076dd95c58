package io.probity.limit;

import io.probity.lending.AnnualRate;

/**
 * The price of one amount, component by component; each is a part of the nominal annual rate.
 *
 * @param funding what the money costs
 * @param cost what running the loan costs: yearly cost / amount
 * @param expectedLoss the yearly expected loss / average balance
 * @param capital capital x hurdle / average balance
 * @param rounding what rounding up to the step adds
 * @param rate the sum, nominal
 */
public record Price(
    double funding,
    double cost,
    double expectedLoss,
    double capital,
    double rounding,
    AnnualRate rate) {}
