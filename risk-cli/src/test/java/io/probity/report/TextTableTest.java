package io.probity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void render_numbersToTheRightAndTextsToTheLeft() {
    String text =
        TextTable.of("Name", ">Count").add("a", "1").add("longer", "1,000").render(80);

    assertThat(text).isEqualTo("""
            Name    Count
            -------------
            a           1
            longer  1,000
            """);
  }

  @Test
  void render_wideCharacters_takeTwoColumns() {
    assertThat(TextTable.of("名称", ">N").add("购车", "1").add("ab", "22").render(80))
        .isEqualTo("""
            名称   N
            --------
            购车   1
            ab    22
            """);
  }

  @Test
  void render_narrowTerminal_cutsTexts() {
    String text = TextTable.of("Name", ">N").add("a very long text indeed", "1").render(16);

    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(16));
    assertThat(text).contains("…");
  }

  @Test
  void add_controlCharacters_cannotSteerTheTerminal() {
    assertThat(TextTable.of("A").add("x\u001b[2J\ny").render(80)).contains("x?[2J?y");
  }

  @Test
  void add_wrongNumberOfCells_isRefused() {
    assertThatThrownBy(() -> TextTable.of("A", "B").add("x")).hasMessageContaining("2 cells");
  }

  @Test
  void barChart_longestBarFillsTheWidth() {
    String blocks = new BarChart().add("a", 1, "").add("b", 0.5, "").render(4, true);
    String signs = new BarChart().add("a", 1, "x").add("b", 0, "y").render(4, false);

    assertThat(blocks).contains("████").contains("██ ");
    assertThat(signs).isEqualTo("a  #### x\nb       y\n");
  }
}
