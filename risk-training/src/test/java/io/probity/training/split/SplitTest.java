package io.probity.training.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

  private static final Schema SCHEMA = Schema.of(
      Optional.empty(),
      Set.of(),
      List.of(
          Field.of("y", FieldKind.NUMBER, FieldRole.TARGET),
          Field.of("customer", FieldKind.TEXT, FieldRole.ID),
          Field.of("day", FieldKind.DATE, FieldRole.DATE),
          Field.of("sample", FieldKind.CATEGORY, FieldRole.SEGMENT)));

  @TempDir
  Path folder;

  private Table table(int rows) {
    StringBuilder csv = new StringBuilder("y,customer,day,sample\n");
    SplittableRandom random = new SplittableRandom(5);
    for (int row = 0; row < rows; row++) {
      csv.append(random.nextInt(5) == 0 ? 1 : 0).append(",C").append(random.nextInt(rows / 3));
      csv.append(",2026-").append(row < rows / 2 ? "01" : "06").append("-15,");
      csv.append(row % 4 == 0 ? "test" : "train").append('\n');
    }
    try {
      return CsvReader.strict(SCHEMA)
          .read(Files.writeString(folder.resolve("a.csv"), csv))
          .table();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int bads(int[] target, int[] rows) {
    return Arrays.stream(rows).map(row -> target[row]).sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20_261_121})
  void of_stratified_keepsTheShareOfBadsAndLosesNobody(long seed) {
    Table table = table(3_000);
    int[] target = table.target();
    int all = Arrays.stream(target).sum();

    Split split = Split.of(new SplitPlan.Stratified(0.3, Optional.empty()), table, target, seed);

    assertThat(bads(target, split.judge())).isEqualTo((int) Math.round(0.3 * all));
    assertThat(split.judge().length)
        .isEqualTo((int) (Math.round(0.3 * all) + Math.round(0.3 * (3_000 - all))));
    assertThat(IntStream.concat(Arrays.stream(split.learn()), Arrays.stream(split.judge()))
            .sorted())
        .containsExactly(IntStream.range(0, 3_000).boxed().toArray(Integer[]::new));
    assertThat(split.judge())
        .isSorted()
        .isEqualTo(Split.of(new SplitPlan.Stratified(0.3, Optional.empty()), table, target, seed)
            .judge())
        .isNotEqualTo(
            Split.of(new SplitPlan.Stratified(0.3, Optional.empty()), table, target, seed + 1)
                .judge());
  }

  @Test
  void of_grouped_keepsCustomersTogether() {
    Table table = table(3_000);
    int[] target = table.target();

    Split split =
        Split.of(new SplitPlan.Stratified(0.3, Optional.of("customer")), table, target, 1);

    Set<String> learned = new HashSet<>();
    for (int row : split.learn()) {
      learned.add(table.texts("customer").text(row));
    }
    for (int row : split.judge()) {
      assertThat(learned).doesNotContain(table.texts("customer").text(row));
    }
    assertThat(split.judge().length).isBetween(750, 1_050);
    double rate = (double) bads(target, split.judge()) / split.judge().length;
    assertThat(rate).isBetween(0.16, 0.24);
  }

  @Test
  void of_foldsOutOfTimeAndByColumn() {
    Table table = table(300);
    int[] target = table.target();

    Split folds = Split.of(new SplitPlan.CrossValidated(5, Optional.empty()), table, target, 1);
    Split time =
        Split.of(new SplitPlan.OutOfTime("day", LocalDate.of(2026, 3, 1)), table, target, 1);
    Split column = Split.of(new SplitPlan.ByColumn("sample", Set.of("test")), table, target, 1);

    assertThat(folds.learn()).hasSize(300);
    assertThat(folds.judge()).isEmpty();
    Folds five = folds.folds().orElseThrow();
    int total = 0;
    for (int fold = 0; fold < 5; fold++) {
      assertThat(five.in(fold)).hasSize(60);
      assertThat(five.outside(fold)).hasSize(240);
      assertThat(bads(target, five.in(fold)))
          .isBetween(Arrays.stream(target).sum() / 5, Arrays.stream(target).sum() / 5 + 1);
      total += five.in(fold).length;
    }
    assertThat(total).isEqualTo(300);
    assertThat(time.judge()).containsExactly(IntStream.range(150, 300).toArray());
    assertThat(column.judge())
        .containsExactly(IntStream.range(0, 75).map(i -> 4 * i).toArray());
  }

  @Test
  void rowsAt_someRecords_keepTheirSides() {
    Table table = table(300);
    int[] target = table.target();
    Split split = Split.of(SplitPlan.stratified(0.3), table, target, 1);
    int[] some = Split.sample(target, 100, 2);

    Split part = split.rowsAt(some);

    assertThat(part.learn().length + part.judge().length).isEqualTo(some.length);
    assertThat(Arrays.stream(part.learn()).map(i -> some[i]).boxed().toList())
        .isSubsetOf(Arrays.stream(split.learn()).boxed().toList());
    assertThat(Arrays.stream(part.judge()).map(i -> some[i]).boxed().toList())
        .isSubsetOf(Arrays.stream(split.judge()).boxed().toList());
    assertThat(Split.sample(target, 300, 2))
        .containsExactly(IntStream.range(0, 300).toArray());
    Split folds = Split.of(new SplitPlan.CrossValidated(5, Optional.empty()), table, target, 1);
    assertThatThrownBy(() -> folds.rowsAt(some)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void of_impossibleSplits_areNamed() {
    Table table = table(300);
    int[] target = table.target();

    assertThatThrownBy(
            () -> Split.of(new SplitPlan.ByColumn("sampel", Set.of("x")), table, target, 1))
        .hasMessageContaining("did you mean \"sample\"?");
    assertThatThrownBy(
            () -> Split.of(new SplitPlan.ByColumn("sample", Set.of("x")), table, target, 1))
        .hasMessageContaining("leaves one side without records; received 0 of 300");
    assertThatThrownBy(() ->
            Split.of(new SplitPlan.OutOfTime("sample", LocalDate.of(2026, 1, 1)), table, target, 1))
        .hasMessageContaining("needs a column of dates");
    assertThatThrownBy(() -> new SplitPlan.Stratified(1, Optional.empty()))
        .hasMessageContaining("[0, 0.9]");
    assertThatThrownBy(() -> new SplitPlan.CrossValidated(1, Optional.empty()))
        .hasMessageContaining("from 2 to 100");
  }
}
