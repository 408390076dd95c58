/**
 * What a lending service sends: {@link io.probity.application.LoanApplication}, built in Java or read
 * from JSON.
 *
 * <p>Its parts are {@link io.probity.application.Applicant}, {@link
 * io.probity.application.LoanRequest}, {@link io.probity.application.IncomeHistory} (of {@link
 * io.probity.application.IncomePayment}s), {@link io.probity.application.BorrowingHistory} (of {@link
 * io.probity.application.Tradeline}s with their {@link io.probity.application.TradelineMonth}s, and of
 * {@link io.probity.application.Inquiry}s) and {@link io.probity.application.MacroContext}. Each has a
 * value that says "nothing is known", and within each null or NaN says so of one attribute.
 *
 * <p>The histories also hold their records as sorted primitive columns ({@link
 * io.probity.application.PaymentColumns}, {@link io.probity.application.TradelineColumns}, {@link
 * io.probity.application.MonthColumns}, {@link io.probity.application.InquiryColumns}), with amounts
 * as {@link io.probity.application.MoneyUnits} and days as {@link io.probity.application.DayNumbers},
 * which is what features are computed from.
 */
@NullMarked
package io.probity.application;

import org.jspecify.annotations.NullMarked;
