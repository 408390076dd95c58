/**
 * Pages as HTML files that need no network: the report of a model with its model card, the what-if
 * page, the binning page and the profile of a file. {@link
 * io.probity.report.html.ModelReport} is what there is to report; {@link
 * io.probity.report.html.HtmlReport} writes the page from it and {@link
 * io.probity.report.html.ModelCard} the card; {@link io.probity.report.html.WhatIfPage}, {@link
 * io.probity.report.html.BinningPage} and {@link io.probity.report.html.ProfilePage} write the others.
 *
 * <p>A page is a list of {@link io.probity.report.html.Section}s, a section a list of {@link
 * io.probity.report.html.Block}s: sentences, tables, charts and choices among variables. Whatever is
 * shown is {@link io.probity.report.html.Words}: a key of the word lists in three languages, or text
 * of the data. A template engine escapes all of it.
 */
@NullMarked
package io.probity.report.html;

import org.jspecify.annotations.NullMarked;
