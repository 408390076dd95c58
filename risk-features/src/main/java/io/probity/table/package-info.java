/**
 * Records as columns: {@link io.probity.table.Table}, and the strict reader that fills it from CSV,
 * {@link io.probity.table.CsvReader}. Data that do not fit into memory are read block by block
 * ({@link io.probity.table.CsvBlock}) or record by record ({@link io.probity.table.CsvStream}), by the
 * same rules.
 *
 * <p>{@link io.probity.table.SchemaInference} proposes a data dictionary for a CSV that has none.
 */
@NullMarked
package io.probity.table;

import org.jspecify.annotations.NullMarked;
