/**
 * Records that are read from a CSV in passes and never held: {@link
 * io.probity.training.streaming.StreamedRecords} knows the blocks of the file, {@link
 * io.probity.training.streaming.CountingPass} counts what bins are found from, {@link
 * io.probity.training.streaming.CodingPass} turns each cell into one byte, the number of its bin.
 * {@link io.probity.training.StreamedTraining} puts them together.
 */
@NullMarked
package io.probity.training.streaming;

import org.jspecify.annotations.NullMarked;
