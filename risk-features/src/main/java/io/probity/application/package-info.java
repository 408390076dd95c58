/**
 * What a lending service sends: {@link io.probity.application.LoanApplication}, built in Java or read
 * from JSON.
 */
@NullMarked
package io.probity.application;

import org.jspecify.annotations.NullMarked;
