package io.probity.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records read many at a time are those that are read one by one. */
class PlainRecordsTest {

  private static final int FIELDS = 5;
  private static final List<String> ODD = List.of(
      "\"", ",", "\n", "\r", "\r\n", "\n\n", "\0", "é", "购", "\"a,b\"", "\"\"", "\t", "a\"b");

  private static CsvChunk chunk(byte[] text) {
    return CsvChunk.ofRecord(text);
  }

  /** Writes short records, now and then with something odd in place of a byte. */
  private static byte[] text(SplittableRandom random, int oneOddIn) {
    StringBuilder text = new StringBuilder();
    String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    int records = random.nextInt(400);
    for (int i = 0; i < records; i++) {
      for (int field = 0; field < FIELDS; field++) {
        int length = random.nextInt(random.nextInt(20) == 0 ? 90 : 9);
        for (int c = 0; c < length; c++) {
          boolean odd = random.nextInt(oneOddIn) == 0;
          text.append(odd ? ODD.get(random.nextInt(ODD.size())) : "x" + random.nextInt(10));
        }
        text.append(field < FIELDS - 1 ? "," : lineEnd);
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static void add(List<String> seen, RecordScanner scanner) {
    seen.add(scanner.line() + " " + scanner.texts());
  }

  private static void addEnd(List<String> seen, RecordScanner scanner) {
    seen.add(scanner.fault() + " " + scanner.line() + " " + scanner.nextLine());
  }

  private static List<String> oneByOne(byte[] text) {
    List<String> seen = new ArrayList<>();
    RecordScanner scanner = new RecordScanner(',');
    scanner.reset(chunk(text), 1);
    while (scanner.next()) {
      add(seen, scanner);
    }
    addEnd(seen, scanner);
    return seen;
  }

  private static List<String> manyAtATime(byte[] text, PlainRecords plain) {
    List<String> seen = new ArrayList<>();
    RecordScanner scanner = new RecordScanner(',');
    scanner.reset(chunk(text), 1);
    boolean more = true;
    while (more) {
      scanner.find(plain);
      for (int record = 0; record < plain.records(); record++) {
        List<String> texts = new ArrayList<>();
        for (int field = 0; field < FIELDS; field++) {
          texts.add(plain.text(record, field));
        }
        seen.add((scanner.nextLine() + record) + " " + texts);
      }
      scanner.skip(plain);
      more = plain.records() > 0 || scanner.next();
      if (plain.records() == 0 && more) {
        add(seen, scanner);
      }
    }
    addEnd(seen, scanner);
    return seen;
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 50, 500, 5_000, 1_000_000})
  void find_anyText_givesTheRecordsOfTheScanner(int oneOddIn) {
    PlainRecords plain = new PlainRecords(',', FIELDS);
    for (int seed = 0; seed < 400; seed++) {
      byte[] text = text(new SplittableRandom(seed), oneOddIn);

      assertThat(manyAtATime(text, plain)).as("seed " + seed).isEqualTo(oneByOne(text));
    }
  }

  @Test
  void find_ordinaryLines_takesAllButTheLastFew() {
    byte[] text = "1.5,car,2020-01-01,,x\r\n".repeat(100).getBytes(StandardCharsets.UTF_8);
    PlainRecords plain = new PlainRecords(',', FIELDS);
    RecordScanner scanner = new RecordScanner(',');
    scanner.reset(chunk(text), 1);

    scanner.find(plain);

    // 2,300 bytes: 35 blocks of 64 hold 2,240, in which 97 records of 23 bytes end
    assertThat(plain.records()).isEqualTo(97);
    assertThat(plain.text(96, 0)).isEqualTo("1.5");
    assertThat(plain.text(96, 3)).isEmpty();
    assertThat(plain.text(96, 4)).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 64, 639, 640, 641, 703, 704, 705, 10_000})
  void find_manySeparatorsInARow_areNotPlain(int separators) {
    byte[] text = (",".repeat(separators) + "\n").repeat(3).getBytes(StandardCharsets.UTF_8);

    assertThat(manyAtATime(text, new PlainRecords(',', FIELDS))).isEqualTo(oneByOne(text));
  }

  @Test
  void find_oneColumn_leavesItToTheScannerWhichSkipsEmptyLines() {
    byte[] text = "1\n\n2\n".repeat(100).getBytes(StandardCharsets.UTF_8);
    PlainRecords plain = new PlainRecords(',', 1);
    RecordScanner scanner = new RecordScanner(',');
    scanner.reset(chunk(text), 1);

    scanner.find(plain);

    assertThat(plain.records()).isZero();
  }
}
