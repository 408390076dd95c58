package io.probity.cli;

import java.util.List;

/** A record as a line of CSV, with quotes only where they are needed. */
final class CsvLine {

  private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r\n";

  private CsvLine() {}

  /**
   * Returns the line, without its end.
   *
   * @param neutralise whether cells that a spreadsheet would run are disarmed
   */
  static String of(List<String> fields, char separator, boolean neutralise) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      line.append(i == 0 ? "" : separator);
      String text = neutralise ? disarmed(fields.get(i)) : fields.get(i);
      boolean quoted = text.indexOf(separator) >= 0
          || text.indexOf('"') >= 0
          || text.indexOf('\n') >= 0
          || text.indexOf('\r') >= 0;
      line.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    return line.toString();
  }

  /** Puts an apostrophe before what a spreadsheet would run; plain numbers stay. */
  private static String disarmed(String text) {
    boolean isRun = !text.isEmpty() && RUN_BY_SPREADSHEETS.indexOf(text.charAt(0)) >= 0;
    return isRun && !isNumber(text) ? "'" + text : text;
  }

  private static boolean isNumber(String text) {
    int digits = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isExponent = digits > 0
          && (c == 'e'
              || c == 'E'
              || ((c == '-' || c == '+') && "eE".indexOf(text.charAt(i - 1)) >= 0));
      digits += c >= '0' && c <= '9' ? 1 : 0;
      if (!(c >= '0' && c <= '9') && c != '.' && !isExponent) {
        return false;
      }
    }
    return digits > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+');
  }
}
