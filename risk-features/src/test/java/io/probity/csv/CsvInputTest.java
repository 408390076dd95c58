package io.probity.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.probity.input.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in chunks of any size are those of an independent reader, at the same lines. */
class CsvInputTest {

  private static final int[] CHUNKS = {1, 2, 3, 5, 8, 13, 64, 1 << 16};

  @TempDir
  Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a.csv"), bytes);
  }

  /** Returns the records as "line [fields]", and at the end the fault, if there is one. */
  private static List<String> read(Path file, int chunkBytes) throws IOException {
    List<String> found = new ArrayList<>();
    try (CsvInput input = CsvInput.open(CsvFiles.of(List.of(file)), ',', chunkBytes)) {
      found.add("1 " + input.header());
      RecordScanner scanner = new RecordScanner(',');
      long line = 0;
      CsvChunk chunk = input.next();
      while (chunk != null) {
        long before = chunk.firstLine() > 0 ? 0 : line;
        scanner.reset(chunk, chunk.firstLine());
        while (scanner.next()) {
          found.add((before + scanner.line()) + " " + scanner.texts());
        }
        if (scanner.fault() != null) {
          found.add((before + scanner.line()) + " " + scanner.fault());
          return found;
        }
        line = before + scanner.nextLine();
        input.release(chunk);
        chunk = input.next();
      }
    } catch (InvalidInputException headerIsWrong) {
      found.add(String.valueOf(headerIsWrong.getMessage()));
    }
    return found;
  }

  private static String field(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(5);
    boolean quoted = random.nextInt(3) == 0;
    String alphabet = quoted ? "ab,\"\n\r\t é中😀.9" : "ab 19.-\té中😀";
    int[] characters = alphabet.codePoints().toArray();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(characters[random.nextInt(characters.length)]);
    }
    return quoted ? '"' + text.toString().replace("\"", "\"\"") + '"' : text.toString();
  }

  private static String table(SplittableRandom random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "").append("h,i\n");
    int records = random.nextInt(12);
    for (int i = 0; i < records; i++) {
      int fields = 1 + random.nextInt(4);
      for (int f = 0; f < fields; f++) {
        text.append(f > 0 ? "," : "").append(field(random));
      }
      String end = List.of("\n", "\r\n", "\r", "\n\n").get(random.nextInt(4));
      text.append(i == records - 1 && random.nextBoolean() ? "" : end);
    }
    return text.toString();
  }

  private static List<String> byFastCsv(String text) {
    List<String> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      for (CsvRecord one : reader) {
        records.add(one.getStartingLineNumber() + " " + one.getFields());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return records;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void next_wellFormedFiles_givesTheRecordsOfFastCsvForAnyChunk(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 150; i++) {
      String text = table(random);
      List<String> expected = byFastCsv(text);
      Path file = file(text.getBytes(StandardCharsets.UTF_8));
      for (int chunkBytes : CHUNKS) {
        assertThat(read(file, chunkBytes)).as(text + chunkBytes).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void next_anyBytes_givesTheSameForAnyChunk(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] alphabet = "ab,,\"\"\"\n\n\r19é".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      for (int b = 0; b < bytes.length; b++) {
        boolean odd = random.nextInt(400) == 0;
        bytes[b] = odd ? (byte) random.nextInt(256) : alphabet[random.nextInt(alphabet.length)];
      }
      byte[] header = "h\n".getBytes(StandardCharsets.UTF_8);
      byte[] all = new byte[header.length + bytes.length];
      System.arraycopy(header, 0, all, 0, header.length);
      System.arraycopy(bytes, 0, all, header.length, bytes.length);
      Path file = file(all);
      List<String> expected = read(file, 1 << 16);
      for (int chunkBytes : CHUNKS) {
        assertThat(read(file, chunkBytes))
            .as(new String(all, StandardCharsets.ISO_8859_1))
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void next_randomBytes_areUtf8WhereJavasDecoderSaysSo(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[3 + random.nextInt(20)];
      bytes[0] = 'h';
      bytes[1] = '\n';
      for (int b = 2; b < bytes.length; b++) {
        int lead = List.of(0x41, 0xC2, 0xC3, 0xE0, 0xE4, 0xED, 0xF0, 0xF4, 0x80, 0xA0, 0xBF, 0x90)
            .get(random.nextInt(12));
        bytes[b] = (byte) lead;
      }
      boolean isUtf8;
      try {
        StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
        isUtf8 = true;
      } catch (java.nio.charset.CharacterCodingException notUtf8) {
        isUtf8 = false;
      }
      List<String> found = read(file(bytes), 4);
      assertThat(found.get(found.size() - 1).endsWith("NOT_UTF8")).isEqualTo(!isUtf8);
    }
  }

  @Test
  void next_faults_areNamedWithTheLineTheirRecordBeginsOn() throws IOException {
    assertThat(read(file("h\na\n\"b\nc\n".getBytes(StandardCharsets.UTF_8)), 2))
        .containsExactly("1 [h]", "2 [a]", "3 UNCLOSED_QUOTE");
    assertThat(read(file("h\na\n\"b\"c\n".getBytes(StandardCharsets.UTF_8)), 2))
        .containsExactly("1 [h]", "2 [a]", "3 TEXT_AFTER_QUOTE");
    assertThat(read(file(new byte[] {'h', '\n', 'a', '\n', 0, '\n'}), 2))
        .containsExactly("1 [h]", "2 [a]", "3 NUL");
  }

  @Test
  void next_recordAboveTheLimit_isRefusedInsteadOfFillingTheMemory() throws IOException {
    byte[] bytes = new byte[CsvInput.LONGEST_RECORD + 100];
    java.util.Arrays.fill(bytes, (byte) 'x');
    bytes[1] = '\n';
    bytes[2] = '"';

    assertThat(read(file(bytes), 1 << 16)).containsExactly("1 [x]", "2 LONG_RECORD");
  }

  @ParameterizedTest
  @ValueSource(chars = {'"', '\n', '\r', 'é', 0})
  void separator_thatCannotBe_isRefused(char separator) {
    assertThatThrownBy(() -> new RecordScanner(separator))
        .hasMessageContaining("a separator must be one character of ASCII");
  }
}
