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
    RecordScanner scanner = new RecordScanner(',');
    for (int i = 0; i < 20_000; i++) {
      String text = "x".repeat(random.nextInt(20)) + random.nextInt(3_000);
      scanner.reset(CsvChunk.ofRecord(("a," + text).getBytes(StandardCharsets.UTF_8)), 1);
      assertThat(scanner.next()).isTrue();
      int found = texts.find(scanner, 1);
      Integer known = expected.get(text);
      assertThat(found).isEqualTo(known == null ? FieldTexts.NEW : known);
      if (known == null) {
        expected.put(text, texts.add(scanner, 1));
      }
    }
    assertThat(texts.size()).isEqualTo(expected.size());
  }
}
