/**
 * CSV as bytes: RFC 4180, UTF-8, read in chunks that end where a record ends, so that any number of
 * threads can work on one file.
 *
 * <p>{@link io.probity.csv.CsvFiles} says which files are one table, {@link io.probity.csv.CsvInput}
 * reads them and cuts them into {@link io.probity.csv.CsvChunk}s, {@link
 * io.probity.csv.RecordScanner} finds the fields of the records in a chunk: the one place that knows
 * what a quote or a line end is. {@link io.probity.csv.PlainRecords} holds many records without quotes at
 * once, for speed. {@link io.probity.csv.CsvWork} spreads the chunks over the threads
 * that a caller gives and brings the results back in order.
 */
@NullMarked
package io.probity.csv;

import org.jspecify.annotations.NullMarked;
