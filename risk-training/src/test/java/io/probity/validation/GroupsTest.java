package io.probity.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupsTest {

  private static final Field AGE = Field.of("age", FieldKind.NUMBER, FieldRole.PROTECTED);

  @Test
  void ofCells_cuts_takeTheLowerEnd() {
    Groups groups = Groups.ofCells(AGE, new double[] {61, 62, 17, Double.NaN}, 25, 62);

    assertThat(groups.labels())
        .containsExactly("below 25", "[25, 62)", "62 and above", Groups.MISSING);
    assertThat(IntStream.range(0, 4).map(groups::code)).containsExactly(1, 2, 0, 3);
  }

  @Test
  void ofCells_fewNumbers_areGroupsOfTheirOwn() {
    Groups groups = Groups.ofCells(AGE, new double[] {1, 0, 1});

    assertThat(groups.labels()).containsExactly("0", "1");
  }

  @Test
  void ofCells_manyNumbers_areQuarters() {
    double[] ages = IntStream.range(20, 60).asDoubleStream().toArray();

    Groups groups = Groups.ofCells(AGE, ages);

    // 40 ages from 20 on: quarters begin at the 10th, 20th and 30th, which are 30, 40 and 50
    assertThat(groups.labels()).containsExactly("below 30", "[30, 40)", "[40, 50)", "50 and above");
    assertThat(groups.counts()).containsExactly(10, 10, 10, 10);
  }

  @Test
  void ofCells_category_keepsUnseenLevelsApart() {
    Field sex = Field.of("sex", FieldKind.CATEGORY, FieldRole.PROTECTED)
        .withRules(FieldRules.NONE.withLevels(List.of("m", "f", "x")));

    Groups groups = Groups.ofCells(sex, new double[] {1, 0, -1, Double.NaN});

    assertThat(groups.labels()).containsExactly("m", "f", Groups.MISSING, Groups.UNSEEN);
    assertThatThrownBy(() -> Groups.ofCells(sex, new double[] {1}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only a number can be cut");
  }

  @Test
  void ofCells_cutsThatFall_areRefused() {
    assertThatThrownBy(() -> Groups.ofCells(AGE, new double[] {1}, 62, 25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be finite and rise");
  }

  @Test
  void ofDays_sortsSlicesByTimeWithMissingFirst() {
    // day 0 is 1970-01-01; 31 is 1970-02-01; 365 is 1971-01-01
    Groups months = Groups.ofDays("MONTH", new double[] {365, 31, Double.NaN, 0}, TimeSlice.MONTH);

    assertThat(months.labels()).containsExactly(Groups.MISSING, "1970-01", "1970-02", "1971-01");
  }

  @Test
  void codeOf_unknownGroup_namesTheNearest() {
    Groups groups = Groups.ofNames("sex", List.of("male", "female"));

    assertThatThrownBy(() -> groups.codeOf("femal"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("female");
  }
}
