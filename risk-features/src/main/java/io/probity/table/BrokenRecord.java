package io.probity.table;

/**
 * A record that breaks the schema.
 *
 * @param line the line that it begins on, counted from the begin of its chunk, or of its file in the
 *     first chunk of a file
 * @param bytes the record as it is written
 */
@SuppressWarnings("ArrayRecordComponent")
record BrokenRecord(long line, byte[] bytes) {}
