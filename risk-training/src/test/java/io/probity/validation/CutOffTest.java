package io.probity.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutOffTest {

  private static final ScoredSample SAMPLE = ScoredSample.of(
          new double[] {0.1, 0.2, 0.3}, new int[] {0, 0, 1})
      .withScores(new int[] {620, 600, 580})
      .withGrades(Groups.of("grade", List.of("A", "B", "C"), new int[] {0, 1, 2}));

  @Test
  void approvals_ofEachKind_takeTheBoundAsDocumented() {
    assertThat(CutOff.parse("pd=0.2").approvals(SAMPLE)).containsExactly(true, false, false);
    assertThat(CutOff.parse("score=600").approvals(SAMPLE)).containsExactly(true, true, false);
    assertThat(CutOff.parse("grade=B").approvals(SAMPLE)).containsExactly(true, true, false);
  }

  @Test
  void label_isInWords() {
    assertThat(CutOff.parse("pd=0.2").label()).isEqualTo("PD below 0.2");
    assertThat(CutOff.parse("score=600").label()).isEqualTo("score at least 600");
    assertThat(CutOff.parse("grade=B").label()).isEqualTo("grade B or safer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0.2", "pd", "pd=", "pd=x", "score=1.5", "lgd=0.2"})
  void parse_notACutOff_saysHowToWriteIt(String text) {
    assertThatThrownBy(() -> CutOff.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pd=0.1, score=560 or grade=C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pd=0", "pd=1.1", "pd=NaN", "pd=-1"})
  void parse_pdOutOfRange_isRefused(String text) {
    assertThatThrownBy(() -> CutOff.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be in (0, 1]");
  }

  @Test
  void approvals_withoutScores_isRefused() {
    ScoredSample bare = ScoredSample.of(new double[] {0.1}, new int[] {0});

    assertThatThrownBy(() -> new CutOff.ScoreFrom(600).approvals(bare))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the records have no scores");
  }
}
