package io.probity.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.csv.CsvWork;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePartsTest {

  private static final Schema LEARNING = Schema.of(
      Optional.empty(),
      Set.of(),
      List.of(
          Field.of("id", FieldKind.TEXT, FieldRole.ID),
          Field.of("amount", FieldKind.NUMBER, FieldRole.FEATURE),
          Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)));

  @TempDir
  private Path folder;

  private Path file(String name, String records) throws IOException {
    return Files.writeString(folder.resolve(name), "id,amount,purpose\n" + records);
  }

  @Test
  void joined_partsOfATable_areTheTable() throws IOException {
    Path file = file("a.csv", "a,1,car\nb,,home\nc,3,\nd,4,car\n");
    Table whole = CsvReader.strict(LEARNING).read(file).table();

    Table joined =
        Table.joined(List.of(whole.rowsAt(new int[] {0}), whole.rowsAt(new int[] {1, 2, 3})), "x");

    assertThat(joined.rows()).isEqualTo(4);
    assertThat(joined.schema()).isEqualTo(whole.schema());
    assertThat(joined.sha256()).isEqualTo("x");
    for (int row = 0; row < 4; row++) {
      assertThat(joined.fieldsOf(row)).isEqualTo(whole.fieldsOf(row));
      assertThat(joined.texts("id").text(row)).isEqualTo(whole.texts("id").text(row));
    }
  }

  @Test
  void joined_otherLevelsOrNothing_isRefused() throws IOException {
    Table first = CsvReader.strict(LEARNING).read(file("a.csv", "a,1,car\n")).table();
    Table second = CsvReader.strict(LEARNING).read(file("b.csv", "a,1,home\n")).table();

    assertThatThrownBy(() -> Table.joined(List.of(first, second), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the same levels");
    assertThatThrownBy(() -> Table.joined(List.of(), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void read_severalFiles_saysHowManyRecordsEachBlockHolds() throws IOException {
    List<Path> files = List.of(file("a.csv", "a,1,car\nb,2,car\n"), file("b.csv", "c,3,home\n"));
    CsvReader reader = CsvReader.strict(LEARNING);
    List<Integer> rows = new ArrayList<>();
    reader.blocks(files, CsvWork.ALONE, block -> block.table().rows(), rows::add);

    assertThat(reader.read(files, CsvWork.ALONE).blockRows()).isEqualTo(rows);
    assertThat(rows.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
  }
}
