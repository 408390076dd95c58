package io.probity.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell read from bytes is the cell read from their text. */
class CellReaderBytesTest {

  private static final Field NUMBER = Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withSpecials(List.of(
          new SpecialCode(0, "NO_HIT", List.of("-9", "9999")),
          new SpecialCode(1, "7", List.of("88")))));
  private static final Field DATE = Field.of("day", FieldKind.DATE, FieldRole.DATE);
  private static final Schema SCHEMA =
      Schema.of(Optional.empty(), Set.of("0", "-1", "NA", "1900-01-01"), List.of(NUMBER, DATE));

  private static void assertSame(CellReader reader, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Double.doubleToRawLongBits(reader.ofBytes(bytes, 0, bytes.length)))
        .as(text)
        .isEqualTo(Double.doubleToRawLongBits(reader.ofText(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "0.0",
        "-0",
        "-1",
        "-1.0",
        "NA",
        "-9",
        "-9.0",
        "-9e0",
        "9999",
        "9999.0",
        "7",
        "7.0",
        "88",
        "88.0",
        "NO_HIT",
        " 5 ",
        "NaN",
        "Infinity",
        "1e999",
        "x",
        "-1.7976931348623157e308"
      })
  void ofBytes_numbersTokensAndCodes_isWhatOfTextGives(String text) {
    assertSame(CellReader.of(SCHEMA, NUMBER), text);
  }

  @Test
  void ofBytes_days_isWhatOfTextGives() {
    CellReader reader = CellReader.of(SCHEMA, DATE);
    for (LocalDate day = LocalDate.of(1896, 1, 1);
        day.isBefore(LocalDate.of(2105, 1, 1));
        day = day.plusDays(1)) {
      assertSame(reader, day.toString());
    }
    assertSame(reader, "0000-02-29");
    assertSame(reader, "9999-12-31");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void ofBytes_wrongDays_isWhatOfTextGives(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CellReader reader = CellReader.of(SCHEMA, DATE);
    for (int i = 0; i < 20_000; i++) {
      assertSame(
          reader,
          String.format(
              "%04d-%02d-%02d", random.nextInt(3000), random.nextInt(15), random.nextInt(34)));
    }
    assertSame(reader, "2020-1-01");
    assertSame(reader, "2020-01-0x");
    assertSame(reader, "2020/01/01");
    assertSame(reader, "+999-01-01");
  }
}
