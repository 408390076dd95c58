package io.probity.csv;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;

/** Why the rest of a file cannot be read as a CSV. */
public enum CsvFault {
  /** A quoted field has no closing quote. */
  UNCLOSED_QUOTE,
  /** Something other than a separator or a line end follows a closing quote. */
  TEXT_AFTER_QUOTE,
  /** A record is longer than {@link CsvInput#LONGEST_RECORD}. */
  LONG_RECORD,
  /** The bytes are not UTF-8. */
  NOT_UTF8,
  /** There is a byte 0. */
  NUL,
  /** The compressed file is cut short or changed. */
  BROKEN_GZIP;

  private static final String CHECK_QUOTES = "check for a quote that is never closed";

  /** Returns the exception that says so, at a line of a file. */
  public InvalidInputException at(String file, long line) {
    String place = file + ":" + line;
    return new InvalidInputException(
        switch (this) {
          case UNCLOSED_QUOTE ->
            new Violation(
                place,
                "not a CSV: the record that begins here has a quoted field without an end",
                "",
                CHECK_QUOTES);
          case TEXT_AFTER_QUOTE ->
            new Violation(
                place,
                "not a CSV: after a closing quote must come a separator or a line end",
                "",
                "write a quote inside a quoted field twice");
          case LONG_RECORD ->
            new Violation(
                place,
                "not a CSV: a record must not be longer than "
                    + CsvInput.LONGEST_RECORD / (1 << 20)
                    + " MiB",
                "",
                CHECK_QUOTES);
          case NOT_UTF8 ->
            new Violation(
                place,
                "the file must be UTF-8, but bytes at or after this line are not",
                "",
                "save it as UTF-8");
          case NUL ->
            new Violation(
                place,
                "a text file holds no byte 0, but there is one at or after this line",
                "",
                "save it as UTF-8; UTF-16 and binary files are not read");
          case BROKEN_GZIP ->
            new Violation(
                place,
                "the compressed file is cut short or damaged after this line",
                "",
                "copy or compress it again");
        });
  }
}
