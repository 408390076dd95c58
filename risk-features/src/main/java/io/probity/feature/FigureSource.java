package io.probity.feature;

import java.util.function.Function;

/**
 * Where a feature of the catalogue is measured, and which histories it needs. Where one is lacking the
 * feature is a special code.
 *
 * @param measures what it is a figure of
 * @param figure which figure
 */
record FigureSource(
    Function<CatalogRun, Measures> measures,
    int figure,
    boolean needsIncome,
    boolean needsBorrowing) {}
