package io.probity.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void find_anyTexts_numbersThemInTheOrderTheyCame(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Integer> expected = new HashMap<>();
    FieldTexts texts = new FieldTexts();
    for (int i = 0; i < 20_000; i++) {
      String text = "x".repeat(random.nextInt(20)) + random.nextInt(3_000);
      byte[] bytes = ("a," + text + "b").getBytes(StandardCharsets.UTF_8);
      int found = texts.find(bytes, 2, bytes.length - 1);
      Integer known = expected.get(text);
      assertThat(found).isEqualTo(known == null ? FieldTexts.NEW : known);
      if (known == null) {
        expected.put(text, texts.add(bytes, 2, bytes.length - 1));
      }
    }
    assertThat(texts.size()).isEqualTo(expected.size());
  }
}
