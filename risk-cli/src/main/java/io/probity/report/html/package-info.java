/**
 * The report of a model as one HTML file that needs no network, and its model card. {@link
 * io.probity.report.html.ModelReport} is what there is to report; {@link
 * io.probity.report.html.HtmlReport} writes the page from it and {@link
 * io.probity.report.html.ModelCard} the card.
 *
 * <p>A page is a list of {@link io.probity.report.html.Section}s, a section a list of {@link
 * io.probity.report.html.Block}s: sentences, tables, charts and choices among variables. Whatever is
 * shown is {@link io.probity.report.html.Words}: a key of the word lists in three languages, or text
 * of the data. A template engine escapes all of it.
 */
@NullMarked
package io.probity.report.html;

import org.jspecify.annotations.NullMarked;
