/**
 * What an analyst looks at: reports of models, validations and decisions as text for a terminal and as
 * JSON. {@link io.probity.report.TextTable} and {@link io.probity.report.BarChart} lay out; {@link
 * io.probity.report.Evaluation} is what {@code risk evaluate} found, the other report classes say what
 * stands in the reports of the other commands.
 */
@NullMarked
package io.probity.report;

import org.jspecify.annotations.NullMarked;
