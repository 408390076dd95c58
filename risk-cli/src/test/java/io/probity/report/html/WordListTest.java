package io.probity.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.decision.Outcome;
import io.probity.decision.Remedy;
import io.probity.explain.ReasonDirection;
import io.probity.explain.ReasonStage;
import io.probity.limit.AffordabilityTest;
import io.probity.limit.LimitPhase;
import io.probity.metrics.TrafficLight;
import io.probity.schema.FieldKind;
import io.probity.training.selection.Funnel;
import io.probity.validation.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordListTest {

  @Test
  void lists_allLanguages_haveTheSameKeysAndGaps() {
    for (WordList list : WordList.ALL) {
      assertThat(list.words().keySet())
          .as(list.language())
          .isEqualTo(WordList.ENGLISH.words().keySet());
      list.words()
          .forEach((key, words) -> assertThat(gaps(words))
              .as(list.language() + " " + key)
              .isEqualTo(gaps(WordList.ENGLISH.words().get(key))));
    }
  }

  private static List<String> gaps(String words) {
    return Pattern.compile("\\{\\d}")
        .matcher(words)
        .results()
        .map(match -> match.group())
        .sorted()
        .toList();
  }

  @Test
  void lists_everyNamedValue_hasWords() {
    List<String> keys = new ArrayList<>();
    Arrays.stream(Measure.values()).forEach(measure -> keys.add("measure." + measure.key()));
    add(keys, "reason.", Funnel.Reason.values());
    add(keys, "outcome.", Outcome.values());
    add(keys, "kind.", FieldKind.values());
    add(keys, "light.", TrafficLight.values());
    add(keys, "records.", ModelReport.Records.values());
    add(keys, "summary.records.", ModelReport.Records.values());
    add(keys, "stage.", ReasonStage.values());
    add(keys, "direction.", ReasonDirection.values());
    add(keys, "phase.", LimitPhase.values());
    add(keys, "lever.", Remedy.Lever.values());
    add(keys, "rule.", AffordabilityTest.values());
    add(keys, "capacity.room.", AffordabilityTest.values());

    assertThat(WordList.ENGLISH.words()).containsKeys(keys.toArray(new String[0]));
  }

  private static void add(List<String> keys, String prefix, Enum<?>[] values) {
    for (Enum<?> value : values) {
      keys.add(prefix + value.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void sentence_gaps_areFilledWithTextAsItIs() {
    assertThat(Words.of("cutoff.grade", "{1} & <b>").english())
        .isEqualTo("grade {1} & <b> or safer");
  }

  @Test
  void sentence_unknownKey_isRefused() {
    assertThatThrownBy(() -> Words.of("no.such").english()).hasMessageContaining("no.such");
  }

  @Test
  void words_neitherKeyNorText_areRefused() {
    assertThatThrownBy(() -> new Words("", List.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
