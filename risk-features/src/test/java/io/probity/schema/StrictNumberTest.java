package io.probity.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictNumberTest {

  private static final int TEXTS = 40_000;

  /** Parses the bytes of a text at some place of a larger array, or at its very end. */
  private static double ofBytes(String text, SplittableRandom random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int from = random.nextInt(9);
    byte[] around = new byte[from + bytes.length + random.nextInt(12)];
    for (int i = 0; i < around.length; i++) {
      around[i] = (byte) "0123456789.-e,".charAt(random.nextInt(14));
    }
    System.arraycopy(bytes, 0, around, from, bytes.length);
    return StrictNumber.parse(around, from, from + bytes.length);
  }

  private static void assertSameBits(String text, SplittableRandom random) {
    long expected = Double.doubleToRawLongBits(Double.parseDouble(text));
    assertThat(Double.doubleToRawLongBits(ofBytes(text, random))).as(text).isEqualTo(expected);
    assertThat(Double.doubleToRawLongBits(StrictNumber.parse(text))).as(text).isEqualTo(expected);
  }

  private static String digits(int count, SplittableRandom random) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void parse_decimals_givesTheBitsOfJavasOwnParser(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < TEXTS; i++) {
      String sign = random.nextInt(3) == 0 ? "-" : "";
      assertSameBits(sign + digits(1 + random.nextInt(8), random), random);
      assertSameBits(
          sign + digits(random.nextInt(6), random) + "." + digits(1 + random.nextInt(6), random),
          random);
      assertSameBits(
          sign + digits(1 + random.nextInt(20), random) + "." + digits(random.nextInt(25), random),
          random);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void parse_exponents_givesTheBitsOfJavasOwnParser(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < TEXTS; i++) {
      String mantissa = digits(1 + random.nextInt(22), random);
      assertSameBits(mantissa + "e" + random.nextInt(-380, 330), random);
      assertSameBits("+" + mantissa + ".5E+" + random.nextInt(310), random);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void parse_anyDouble_comesBackToTheBit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < TEXTS; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertSameBits(Double.toString(value), random);
        assertSameBits(new BigDecimal(value).toPlainString(), random);
      }
      i += 8; // the plain text of such a number is long
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void parse_halfwayBetweenTwoDoubles_roundsAsJavasOwnParser(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 4_000; i++) {
      double value = Double.longBitsToDouble(
          ((long) random.nextInt(1023 - 80, 1023 + 80) << 52) | (random.nextLong() >>> 12));
      BigDecimal halfway = new BigDecimal(value)
          .add(new BigDecimal(Math.nextUp(value)))
          .divide(BigDecimal.valueOf(2));
      String text = halfway.toPlainString();
      assertSameBits(text, random);
      assertSameBits(text + (text.contains(".") ? "" : ".") + "0000000001", random);
      assertSameBits(text.substring(0, text.length() - 1), random);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-.0",
        "5.",
        ".5",
        "1e400",
        "-1e400",
        "1e-400",
        "4.9e-324",
        "2.4e-324",
        "2.2250738585072012e-308",
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "9007199254740993",
        "99999999",
        "00000000000000000000000000001",
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "1e99999999999999999999"
      })
  void parse_edges_givesTheBitsOfJavasOwnParser(String text) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50; i++) {
      assertSameBits(text, random);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "+-1",
        "--1",
        "1..2",
        "1.2.3",
        "1e",
        "1e+",
        "e5",
        "1e5.0",
        "1,5",
        "NaN",
        "nan",
        "Infinity",
        "-Infinity",
        "inf",
        "0x10",
        "1d",
        "1f",
        "1_0",
        " 1",
        "1 ",
        "12a",
        "1/2",
        "1:2",
        "١٢",
        "12345678a",
        "1234.678.",
        "é"
      })
  void parse_noDecimalNumber_isNaN(String text) {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 50; i++) {
      assertThat(ofBytes(text, random)).isNaN();
    }
    assertThat(StrictNumber.parse(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11})
  void parse_randomCharacters_isWhatTheTextGives(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int c = 0; c < length; c++) {
        text.append("0123456789..--+eE ".charAt(random.nextInt(18)));
      }
      assertThat(Double.doubleToLongBits(ofBytes(text.toString(), random)))
          .as(text.toString())
          .isEqualTo(Double.doubleToLongBits(StrictNumber.parse(text.toString())));
    }
  }
}
