package io.probity.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.csv.CsvFiles;
import io.probity.csv.CsvInput;
import io.probity.csv.CsvWork;
import io.probity.input.InvalidInputException;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

  private static final Schema SCHEMA = Schema.of(
      Optional.empty(), Set.of(), List.of(Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE)));
  private static final CsvReader READER = CsvReader.strict(SCHEMA);

  @TempDir
  Path folder;

  private static List<String> written(CsvRecords records) {
    List<String> written = new ArrayList<>();
    for (int row = 0; row < records.table().rows(); row++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      records.writeTo(row, out);
      written.add(records.table().numbers("x").cell(row) + "|"
          + out.toString(StandardCharsets.UTF_8) + "|" + records.texts(row));
    }
    return written;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 1 << 20})
  void records_blocksOfAnySize_keepTheBytesOfEachRecord(int chunkBytes) throws IOException {
    Path csv = Files.writeString(
        folder.resolve("a.csv"),
        "note,x\r\n\"a, b\",1\r\n\"say \"\"no\"\"\",2\n\n\"two\nlines\",3\n款,4");
    List<String> all = new ArrayList<>();
    try (CsvInput input = CsvInput.open(CsvFiles.of(List.of(csv)), ',', chunkBytes)) {
      READER.records(input, CsvWork.ALONE, CsvRecordsTest::written, all::addAll);
    }

    assertThat(all)
        .containsExactly(
            "1.0|\"a, b\",1|[a, b, 1]",
            "2.0|\"say \"\"no\"\"\",2|[say \"no\", 2]",
            "3.0|\"two\nlines\",3|[two\nlines, 3]",
            "4.0|款,4|[款, 4]");
  }

  @Test
  void records_stream_isReadUnderItsName() throws IOException {
    ByteArrayInputStream broken =
        new ByteArrayInputStream("x\n1\nnot a number\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> READER.records(
            broken, "standard input", CsvWork.ALONE, CsvRecordsTest::written, all -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("standard input:3");
  }

  @Test
  void records_headerAlone_isOneEmptyBlock() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "note,x\n");
    List<List<String>> headers = new ArrayList<>();

    CsvSummary summary = READER.records(
        List.of(csv),
        CsvWork.ALONE,
        records -> records.number() == 0 ? records.header() : List.<String>of(),
        headers::add);

    assertThat(headers).containsExactly(List.of("note", "x"));
    assertThat(summary.rows()).isZero();
  }
}
