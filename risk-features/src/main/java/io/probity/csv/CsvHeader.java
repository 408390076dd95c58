package io.probity.csv;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first record of a CSV: the names of its columns, none blank, none twice. */
final class CsvHeader {

  private final String file;
  private final List<String> names;
  private final byte[] bytes;

  private CsvHeader(String file, List<String> names, byte[] bytes) {
    this.file = file;
    this.names = names;
    this.bytes = bytes;
  }

  /** Returns the header that a scanner stands at. */
  static CsvHeader of(RecordScanner scanner, String file) {
    if (scanner.fields() > RecordScanner.MOST_FIELDS) {
      throw new InvalidInputException(Violation.of(
          file + ":1",
          "a table has at most " + RecordScanner.MOST_FIELDS + " columns",
          scanner.fields() + " columns"));
    }
    List<String> names = List.copyOf(scanner.texts());
    if (names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"))) {
      throw new InvalidInputException(new Violation(
          file + ":1",
          "the header has one column, so the fields seem to be separated otherwise",
          names.get(0),
          "state the separator (--separator ';' or --separator tab)"));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String column = names.get(i);
      if (column.isBlank()) {
        throw new InvalidInputException(
            new Violation(file + ":1:" + (i + 1), "a column needs a name", "", "name it"));
      }
      if (!seen.add(column)) {
        throw new InvalidInputException(new Violation(
            file + ":1:" + (i + 1),
            "two columns have the same name",
            column,
            "rename or remove one"));
      }
    }
    return new CsvHeader(file, names, scanner.recordBytes());
  }

  List<String> names() {
    return names;
  }

  /** Returns the record as it is written. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** Checks that another file has the same columns in the same order. */
  void requireSame(CsvHeader first, String firstFile) {
    int columns = Math.min(names.size(), first.names.size());
    for (int i = 0; i < columns; i++) {
      if (!names.get(i).equals(first.names.get(i))) {
        throw differs(firstFile, i, names.get(i), "there it is \"" + first.names.get(i) + "\"");
      }
    }
    if (names.size() != first.names.size()) {
      throw differs(
          firstFile, columns, names.size() + " columns", "there are " + first.names.size());
    }
  }

  private InvalidInputException differs(
      String firstFile, int column, String received, String there) {
    return new InvalidInputException(new Violation(
        file + ":1:" + (column + 1),
        "files of one table must have the same columns in the same order as " + firstFile,
        received,
        there));
  }
}
