package io.probity.training.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.binning.Binning;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonText;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.binning.Outcomes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinningEditorTest {

  private static final Field AMOUNT = Field.of("amount", FieldKind.NUMBER, FieldRole.FEATURE);
  private static final Field PURPOSE = Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withLevels(List.of("boat", "car", "home")));
  private static final int ROWS = 3_000;

  private final double[] amounts = new double[ROWS];
  private final double[] purposes = new double[ROWS];
  private final Outcomes outcomes;

  BinningEditorTest() {
    SplittableRandom random = new SplittableRandom(7);
    int[] target = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      amounts[row] = random.nextInt(100);
      purposes[row] = random.nextInt(3);
      double chance = 0.1 + 0.003 * amounts[row] + 0.1 * purposes[row];
      target[row] = random.nextDouble() < chance ? 1 : 0;
    }
    outcomes = Outcomes.of(target);
  }

  private Binning edit(Field field, BinningEdit.Change... changes) {
    double[] cells = field == AMOUNT ? amounts : purposes;
    BinningResult start =
        new BinningTrainer(BinningSettings.DEFAULT).tryTrain(field, cells, outcomes);
    List<BinningEdit> edits = Arrays.stream(changes)
        .map(change -> new BinningEdit(field.name(), change, "A. Lee", "policy 7"))
        .toList();
    return BinningEditor.apply(BinningSettings.DEFAULT, start, cells, outcomes, edits);
  }

  @Test
  void cuts_areTakenAsTheyAreAndCountedAnew() {
    Binning binning = edit(AMOUNT, new BinningEdit.Cuts(List.of(20.0, 50.0)));

    assertThat(binning.cuts()).containsExactly(20, 50);
    assertThat(binning.table().totalGoods() + binning.table().totalBads()).isEqualTo(ROWS);
    long below = Arrays.stream(amounts).filter(amount -> amount < 20).count();
    assertThat(binning.table().count(0)).isEqualTo(below);
    assertThat(binning.woe(0)).isEqualTo(binning.table().woe(0));
    assertThat(binning.origin().edits()).singleElement().satisfies(edit -> {
      assertThat(edit.by()).isEqualTo("A. Lee");
      assertThat(edit.what()).isEqualTo("set the cuts [20.0, 50.0]");
    });
  }

  @Test
  void mergeAndSplit_changeOneCut() {
    BinningEdit.Cuts cuts = new BinningEdit.Cuts(List.of(20.0, 50.0, 80.0));

    assertThat(edit(AMOUNT, cuts, new BinningEdit.Merge(1, 2)).cuts()).containsExactly(20, 80);
    assertThat(edit(AMOUNT, cuts, new BinningEdit.Merge(0, 3)).cuts()).isEmpty();
    assertThat(edit(AMOUNT, cuts, new BinningEdit.SplitAt(60)).cuts())
        .containsExactly(20, 50, 60, 80);
    assertThat(edit(AMOUNT, cuts, new BinningEdit.Merge(1, 2)).origin().edits()).hasSize(2);
  }

  @Test
  void fix_keepsTheCutAndSearchesTheOthers() {
    Binning fixed = edit(AMOUNT, new BinningEdit.Fix(List.of(33.0)));

    assertThat(fixed.cuts()).contains(33);
    assertThat(fixed.valueBins()).isGreaterThan(2);
    assertThat(fixed.origin().isManual()).isTrue();
  }

  @Test
  void groups_leaveOtherLevelsToTheBinOfUnseenOnes() {
    Binning binning =
        edit(PURPOSE, new BinningEdit.Groups(List.of(List.of("car"), List.of("home"))));

    assertThat(binning.groups()).containsExactly(List.of("car"), List.of("home"));
    assertThat(binning.binOf(0)).isEqualTo(binning.unseenBin());
    assertThat(binning.table().totalGoods() + binning.table().totalBads()).isEqualTo(ROWS);
    assertThat(edit(PURPOSE, new BinningEdit.Merge(0, 1)).valueBins()).isLessThan(3);
  }

  @Test
  void woe_isSetAndNothingElseChanges() {
    Binning plain = edit(AMOUNT, new BinningEdit.Cuts(List.of(50.0)));
    Binning set = edit(AMOUNT, new BinningEdit.Cuts(List.of(50.0)), new BinningEdit.Woe(1, -0.25));

    assertThat(set.woe(1)).isEqualTo(-0.25);
    assertThat(set.woe(0)).isEqualTo(plain.woe(0));
    assertThat(set.table().woe(1)).isEqualTo(plain.table().woe(1));
  }

  @Test
  void impossibleChanges_areNamed() {
    assertThatThrownBy(() -> edit(AMOUNT, new BinningEdit.Groups(List.of(List.of("car")))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("edit of amount")
        .hasMessageContaining("this change is for a CATEGORY");
    assertThatThrownBy(() -> edit(PURPOSE, new BinningEdit.Groups(List.of(List.of("plane")))))
        .hasMessageContaining("the level \"plane\" of purpose is not in its schema");
    assertThatThrownBy(
            () -> edit(PURPOSE, new BinningEdit.Groups(List.of(List.of("car"), List.of("car")))))
        .hasMessageContaining("is in two groups");
    assertThatThrownBy(() -> edit(AMOUNT, new BinningEdit.Merge(0, 40)))
        .hasMessageContaining("there are value bins 0 to");
    assertThatThrownBy(() -> edit(AMOUNT, new BinningEdit.Cuts(List.of(5.0, 5.0))))
        .hasMessageContaining("must be finite and rise");
    assertThatThrownBy(() -> edit(AMOUNT, new BinningEdit.Woe(99, 0)))
        .hasMessageContaining("has bins 0 to");
    assertThatThrownBy(() -> new BinningEdit("x", new BinningEdit.SplitAt(1), "", "why"))
        .hasMessageContaining("needs who makes it and why");
  }

  private static List<BinningEdit> parse(String json) {
    return BinningEditJson.parse(json.getBytes(StandardCharsets.UTF_8), "edits.json");
  }

  @Test
  void json_everyChange_comesBackEqual() {
    String file = """
        {"by":"A. Lee","edits":[
          {"feature":"amount","merge":[0,1],"why":"small"},
          {"feature":"amount","splitAt":33.5,"why":"law","by":"B. Wu"},
          {"feature":"amount","cuts":[1,2],"why":"x"},
          {"feature":"amount","fix":[62],"why":"x"},
          {"feature":"purpose","groups":[["car","home"],["boat"]],"why":"x"},
          {"feature":"amount","woe":{"bin":2,"value":-0.5},"why":"x"}]}""";
    List<BinningEdit> edits = parse(file);
    JsonText out = JsonText.pretty().beginObject();
    BinningEditJson.write(out, "edits", edits);

    assertThat(edits).hasSize(6);
    assertThat(edits.get(1).by()).isEqualTo("B. Wu");
    assertThat(parse(out.endObject().toString())).isEqualTo(edits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"feature\":\"a\",\"why\":\"x\"} | edits[0]: an edit needs exactly one of merge",
        "{\"feature\":\"a\",\"merge\":[1,1],\"why\":\"x\"} | edits[0]: a merge needs two bins in order",
        "{\"feature\":\"a\",\"merge\":[1,2]} | the key \"why\" is missing",
        "{\"feature\":\"a\",\"merg\":[1,2],\"why\":\"x\"} | an edit needs exactly one of",
        "{\"feature\":\"a\",\"merge\":[1,2],\"why\":\" \"} | needs who makes it and why"
      })
  void json_brokenEdit_isNamed(String edit, String message) {
    assertThatThrownBy(() -> parse("{\"by\":\"A\",\"edits\":[" + edit + "]}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("edits.json at")
        .hasMessageContaining(message);
  }
}
