/**
 * What an analyst looks at: reports of models, validations and decisions as text for a terminal.
 * {@link io.probity.report.TextTable} and {@link io.probity.report.BarChart} lay out; the report
 * classes say what stands in them.
 */
@NullMarked
package io.probity.report;

import org.jspecify.annotations.NullMarked;
