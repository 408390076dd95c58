package io.probity.cli;

import io.probity.validation.TimeSlice;
import java.util.Locale;

/**
 * The column of the day of a record and the length of its slices, as written on the command line:
 * {@code opened} or {@code opened:month}.
 *
 * @param name the name of the column
 * @param length of a slice; a quarter where none is stated
 */
record TimeColumn(String name, TimeSlice length) {

  static TimeColumn parse(String text) {
    for (TimeSlice length : TimeSlice.values()) {
      String ending = ":" + length.name().toLowerCase(Locale.ROOT);
      if (text.toLowerCase(Locale.ROOT).endsWith(ending)) {
        return new TimeColumn(text.substring(0, text.length() - ending.length()), length);
      }
    }
    return new TimeColumn(text, TimeSlice.QUARTER);
  }
}
