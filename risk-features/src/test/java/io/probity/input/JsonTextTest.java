package io.probity.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @Test
  void compact_everyKindOfValue_isOneLine() {
    JsonText out = JsonText.compact().beginObject().put("a", "x\"\\\n\u0001\u00fc\ud83d\ude00");
    out.put("b", (String) null).put("c", 1.5).put("d", -3L).put("e", new BigDecimal("1E+3"));
    out.put("f", true).putNull("g").beginList("h").beginObject().endObject().beginList();
    out.endList().add(0.25).addNull().endList().put("i", List.of());

    assertThat(out.endObject().toString())
        .isEqualTo(
            "{\"a\":\"x\\\"\\\\\\n\\u0001\u00fc\\uD83D\\uDE00\",\"b\":null,\"c\":1.5,\"d\":-3,"
                + "\"e\":1000,\"f\":true,\"g\":null,\"h\":[{},[],0.25,null],\"i\":[]}");
  }

  /** The writer of lines is our own; that of pages is Jackson's. Both must say the same. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void compact_randomDocument_isThePrettyOneWithoutWhitespace(long seed) {
    for (int i = 0; i < 300; i++) {
      long document = seed * 1_000 + i;
      String line = write(JsonText.compact().beginObject(), new SplittableRandom(document), 0);
      String page = write(JsonText.pretty().beginObject(), new SplittableRandom(document), 0);

      assertThat(line).isEqualTo(page.replaceAll("[ \n]", ""));
    }
  }

  private static String write(JsonText out, SplittableRandom random, int depth) {
    int keys = random.nextInt(6);
    for (int i = 0; i < keys; i++) {
      String key = text(random);
      switch (random.nextInt(8)) {
        case 0 -> out.put(key, text(random));
        case 1 -> out.put(key, Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
        case 2 -> out.put(key, random.nextLong());
        case 3 -> out.put(key, BigDecimal.valueOf(random.nextLong(), random.nextInt(-9, 9)));
        case 4 -> out.put(key, random.nextBoolean());
        case 5 -> out.put(key, List.of(text(random), text(random)));
        case 6 -> out.put(key, new double[] {random.nextInt(9), random.nextGaussian(), 1e-7});
        default -> {
          if (depth < 4) {
            out.beginObject(key);
            write(out, random, depth + 1);
          } else {
            out.putNull(key);
          }
        }
      }
    }
    out.endObject();
    return depth == 0 ? out.toString() : "";
  }

  /** A writer that is used again, and so remembers keys, writes what a new one writes. */
  @Test
  void clear_manyDocuments_areWrittenAsByNewWriters() {
    JsonText again = JsonText.compact();
    JsonText page = JsonText.pretty();
    for (int i = 0; i < 2_000; i++) {
      long document = i % 1_500;
      write(again.clear().beginObject(), new SplittableRandom(document), 1);
      write(page.clear().beginObject(), new SplittableRandom(document), 1);
      JsonText line = JsonText.compact().beginObject();
      write(line, new SplittableRandom(document), 1);

      assertThat(again).hasToString(line.toString());
      assertThat(again.view()).isEqualTo(ByteBuffer.wrap(line.toBytes()));
      assertThat(page.toString().replaceAll("[ \n]", "")).isEqualTo(line.toString());
    }
  }

  @Test
  void clear_afterALargeOrUnfinishedDocument_beginsAnew() {
    JsonText out = JsonText.compact().beginObject().put("a", "x".repeat(3 << 20));
    assertThatThrownBy(out::view).isInstanceOf(IllegalStateException.class);

    assertThat(out.clear().beginObject().put("b", 1L).endObject()).hasToString("{\"b\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "-0.05",
        "12.5",
        "-7",
        "123456789012345678",
        "0.000000000000000001",
        "1234567890123456789.5",
        "99999999999999999.9",
        "1E+3",
        "1E-19"
      })
  void compact_exactNumber_isItsPlainText(String number) {
    BigDecimal exact = new BigDecimal(number);

    assertThat(JsonText.compact().beginObject().put("a", exact).endObject())
        .hasToString("{\"a\":" + exact.toPlainString() + "}");
  }

  /** Returns a text of any characters but blanks and line feeds. */
  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(20);
    for (int i = 0; i < length; i++) {
      int character = random.nextInt(3) == 0
          ? random.nextInt(Character.MAX_CODE_POINT + 1)
          : random.nextInt(0x180);
      boolean taken = character != ' '
          && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
      if (taken) {
        text.appendCodePoint(character);
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "\ud83dx", "x\ude00\ud83d"})
  void compact_halfOfASurrogatePair_isRefused(String broken) {
    assertThatThrownBy(() -> JsonText.compact().beginObject().put("a", broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("surrogate");
  }

  @Test
  void compact_piecesInTheWrongPlace_areRefused() {
    assertThatThrownBy(() -> JsonText.compact().beginObject().toBytes())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JsonText.compact().beginObject().add(1L))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JsonText.compact().beginObject().endList())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JsonText.compact().endObject())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JsonText.compact().put("a", 1L))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JsonText.compact().beginObject().beginList("a").put("b", 1L))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JsonText.compact().beginObject().endObject().beginObject())
        .isInstanceOf(IllegalStateException.class);
  }
}
