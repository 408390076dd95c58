/**
 * From raw history to a training table.
 *
 * <p>{@link io.probity.preparation.HistoryJoin} joins the five files of {@link
 * io.probity.preparation.HistoryFile} by application, builds each {@link
 * io.probity.application.LoanApplication} and hands it to {@link
 * io.probity.preparation.ApplicationFeatures}, usually those of the catalogue, {@link
 * io.probity.preparation.CatalogFeatures}; {@link io.probity.preparation.HistoryText} writes an
 * application to those files. {@link io.probity.preparation.TargetBuilder} reads a monthly panel and
 * tells the good from the bad by a {@link io.probity.preparation.DefaultDefinition}.
 *
 * <p>Both pass their records through files on disk, parted by the hash of the application's id, so
 * that memory does not grow with the number of records, and the order of the records does not matter.
 */
@NullMarked
package io.probity.preparation;

import org.jspecify.annotations.NullMarked;
