package io.probity.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.probity.file.Sha256;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open CSV: RFC 4180, UTF-8 with or without a byte order mark, a header of unique names, records
 * of as many fields as the header. Knows the digest of what was read.
 */
final class CsvSource implements Closeable {

  private final String name;
  private final MessageDigest digest;
  private final InputStream bytes;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private long lastLine = 1;

  private CsvSource(
      String name, MessageDigest digest, InputStream bytes, CsvReader<CsvRecord> reader) {
    this.name = name;
    this.digest = digest;
    this.bytes = bytes;
    this.reader = reader;
    this.records = reader.iterator();
    this.header = readHeader();
  }

  static CsvSource open(Path file, char separator) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(
          Violation.of(name, "must be a CSV file, but it is a folder", ""));
    }
    MessageDigest digest = Sha256.newDigest();
    InputStream bytes =
        new BufferedInputStream(new DigestInputStream(Files.newInputStream(file), digest), 1 << 16);
    try {
      Reader characters = new InputStreamReader(
          bytes,
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT));
      CsvReader<CsvRecord> reader = CsvReader.builder()
          .fieldSeparator(separator)
          .allowUnclosedQuote(false)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .ofCsvRecord(withoutByteOrderMark(characters));
      return new CsvSource(name, digest, bytes, reader);
    } catch (CharacterCodingException notUtf8) {
      bytes.close();
      throw notUtf8(name, 1);
    } catch (IOException | RuntimeException failed) {
      bytes.close();
      throw failed;
    }
  }

  String name() {
    return name;
  }

  List<String> header() {
    return header;
  }

  /** Returns the next record, or null after the last. Its field count may differ from the header. */
  @Nullable
  CsvRecord next() {
    CsvRecord record = next(lastLine);
    if (record != null) {
      lastLine = record.getStartingLineNumber();
    }
    return record;
  }

  private @Nullable CsvRecord next(long line) {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException broken) {
      throw new InvalidInputException(new Violation(
          name, "not a CSV: " + broken.getMessage(), "", "check for a quote that is never closed"));
    } catch (UncheckedIOException failed) {
      if (failed.getCause() instanceof CharacterCodingException) {
        throw notUtf8(name, line);
      }
      throw failed;
    }
  }

  /** Returns the place of a record, or of one of its fields if the column is not negative. */
  String place(long line, int column) {
    return column < 0
        ? name + ":" + line
        : name + ":" + line + ":" + (column + 1) + " (" + header.get(column) + ")";
  }

  /** Returns the violation of a record that has more or fewer fields than the header. */
  Violation ragged(CsvRecord record) {
    return new Violation(
        place(record.getStartingLineNumber(), -1),
        "a record must have as many fields as the header, which has " + header.size(),
        record.getFieldCount() + " fields",
        "check for a stray separator or an unquoted line break");
  }

  /** Returns the SHA-256 of all bytes, once the last record was read. */
  String sha256Hex() {
    return Sha256.of(digest);
  }

  @Override
  public void close() throws IOException {
    try (bytes) {
      reader.close();
    }
  }

  private List<String> readHeader() {
    CsvRecord first = next(1);
    if (first == null) {
      throw new InvalidInputException(new Violation(
          name, "the file is empty", "", "it needs a header and at least one record"));
    }
    List<String> names = first.getFields();
    if (names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"))) {
      throw new InvalidInputException(new Violation(
          name + ":1",
          "the header has one column, so the fields seem to be separated otherwise",
          names.get(0),
          "state the separator (--separator ';' or --separator tab)"));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String column = names.get(i);
      if (column.isBlank()) {
        throw new InvalidInputException(
            new Violation(name + ":1:" + (i + 1), "a column needs a name", "", "name it"));
      }
      if (!seen.add(column)) {
        throw new InvalidInputException(new Violation(
            name + ":1:" + (i + 1),
            "two columns have the same name",
            column,
            "rename or remove one"));
      }
    }
    return names;
  }

  private static Reader withoutByteOrderMark(Reader reader) throws IOException {
    PushbackReader pushback = new PushbackReader(reader, 1);
    int first = pushback.read();
    if (first >= 0 && first != '\uFEFF') {
      pushback.unread(first);
    }
    return pushback;
  }

  private static InvalidInputException notUtf8(String name, long line) {
    return new InvalidInputException(new Violation(
        name + ":" + line,
        "the file must be UTF-8, but bytes at or after this line are not",
        "",
        "save it as UTF-8"));
  }
}
