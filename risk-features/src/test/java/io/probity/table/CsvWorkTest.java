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
import io.probity.schema.FieldRules;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table does not depend on the threads, the chunks, the compression or the number of files. */
class CsvWorkTest {

  private static final Schema SCHEMA = Schema.of(
      Optional.empty(),
      Set.of("NA"),
      List.of(
          Field.of("default", FieldKind.NUMBER, FieldRole.TARGET),
          Field.of("income", FieldKind.NUMBER, FieldRole.FEATURE)
              .withRules(FieldRules.NONE.withSpecials(
                  List.of(new SpecialCode(0, "NO_HIT", List.of("-9"))))),
          Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE),
          Field.of("opened", FieldKind.DATE, FieldRole.DATE),
          Field.of("id", FieldKind.TEXT, FieldRole.ID)));
  private static final String HEADER = "default,income,purpose,opened,id\n";

  private final ExecutorService executor = Executors.newFixedThreadPool(4);

  @TempDir
  Path folder;

  private CsvWork[] works;

  @BeforeEach
  void works() {
    works = new CsvWork[] {CsvWork.ALONE, new CsvWork(executor, 1), new CsvWork(executor, 4)};
  }

  @AfterEach
  void shutDown() {
    executor.shutdownNow();
  }

  private static String records(long seed, int count, boolean withBroken) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> purposes =
        List.of("car", "home", "\"a\nb\"", "\"x, \"\"y\"\"\"", "购车", " car ", "NA");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean broken = withBroken && random.nextInt(20) == 0;
      text.append(random.nextInt(2)).append(',');
      text.append(broken ? "Infinity" : random.nextInt(9) == 0 ? "-9" : "" + random.nextInt(999));
      text.append(',').append(purposes.get(random.nextInt(purposes.size())));
      text.append(",2020-0").append(1 + random.nextInt(9)).append("-11,L").append(i);
      text.append(broken && random.nextBoolean() ? ",more" : "");
      text.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return text.toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  /** Returns all that a table holds as a text. */
  private static String dump(Table table) {
    StringBuilder dump = new StringBuilder(table.schema().toJson());
    for (int row = 0; row < table.rows(); row++) {
      dump.append('\n').append(table.fieldsOf(row)).append(table.texts("id").text(row));
    }
    return dump.toString();
  }

  private static CsvResult read(CsvReader reader, CsvWork work, int chunkBytes, Path... paths)
      throws IOException {
    return reader.read(CsvFiles.of(List.of(paths)), work, chunkBytes);
  }

  @Test
  void read_anyThreadsAndChunks_givesTheSameTable() throws IOException {
    Path file = file("a.csv", HEADER + records(1, 500, false));
    CsvReader reader = CsvReader.strict(SCHEMA);
    CsvResult expected = reader.read(file);

    for (CsvWork work : works) {
      for (int chunkBytes : new int[] {1, 33, 257, 4_096, CsvInput.CHUNK_BYTES}) {
        CsvResult result = read(reader, work, chunkBytes, file);
        assertThat(dump(result.table())).isEqualTo(dump(expected.table()));
        assertThat(result.table().sha256()).isEqualTo(expected.table().sha256());
      }
    }
  }

  @Test
  void read_quarantine_writesTheSameRejectsForAnyThreadsAndChunks() throws IOException {
    Path file = file("a.csv", HEADER + records(2, 500, true));
    Path rejects = folder.resolve("rejects.csv");
    CsvReader reader = CsvReader.strict(SCHEMA).withMode(new CsvMode.Quarantine(rejects, 0.2));
    CsvResult expected = reader.read(file);
    byte[] expectedRejects = Files.readAllBytes(rejects);

    assertThat(expected.rejected()).isBetween(10L, 60L);
    for (CsvWork work : works) {
      for (int chunkBytes : new int[] {1, 100, 4_096}) {
        CsvResult result = read(reader, work, chunkBytes, file);
        assertThat(dump(result.table())).isEqualTo(dump(expected.table()));
        assertThat(result.rejected()).isEqualTo(expected.rejected());
        assertThat(Files.readAllBytes(rejects)).isEqualTo(expectedRejects);
      }
    }
  }

  @Test
  void stream_givesTheRecordsOfTheTable() throws IOException {
    Path file = file("a.csv", HEADER + records(3, 300, true));
    CsvReader reader = CsvReader.strict(SCHEMA)
        .withMode(new CsvMode.Quarantine(folder.resolve("rejects.csv"), 0.2));
    CsvResult expected = reader.read(file);
    byte[] rejects = Files.readAllBytes(folder.resolve("rejects.csv"));

    for (int chunkBytes : new int[] {1, 100, 4_096}) {
      try (CsvStream stream = reader.stream(CsvFiles.of(List.of(file)), chunkBytes)) {
        int row = 0;
        while (stream.advance()) {
          assertThat(stream.cell(1))
              .isEqualTo(expected.table().numbers("income").cell(row));
          assertThat(stream.text(4)).isEqualTo(expected.table().texts("id").text(row));
          row++;
        }
        stream.finish();
        assertThat(row).isEqualTo(expected.table().rows());
        assertThat(stream.rejected()).isEqualTo(expected.rejected());
        assertThat(stream.sha256()).isEqualTo(expected.table().sha256());
      }
      assertThat(Files.readAllBytes(folder.resolve("rejects.csv"))).isEqualTo(rejects);
    }
  }

  @Test
  void blocks_addUpToTheTable() throws IOException {
    Path file = file("a.csv", HEADER + records(4, 300, false));
    Table expected = CsvReader.strict(SCHEMA).read(file).table();

    for (CsvWork work : works) {
      List<Double> incomes = new ArrayList<>();
      CsvSummary summary = CsvReader.strict(SCHEMA)
          .blocks(
              CsvFiles.of(List.of(file)),
              work,
              200,
              block -> block.table().numbers("income").toArray(),
              part -> {
                for (double income : part) {
                  incomes.add(income);
                }
              });
      assertThat(incomes.stream().mapToDouble(Double::doubleValue).toArray())
          .isEqualTo(expected.numbers("income").toArray());
      assertThat(summary.rows()).isEqualTo(300);
      assertThat(summary.sha256()).isEqualTo(expected.sha256());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'0,1,\"a~b\",2020-01-01,x~0,1,car,2020-01-01,y~0,oops,car,2020-01-01,z~' | a.csv:5:2 (income)",
        "'0,1,car,2020-01-01,x~0,NaN,car,2020-01-01,z~' | a.csv:3:2 (income)",
        "'0,1,car,2020-01-01,x~0,Infinity,car,2020-01-01,z~' | a.csv:3:2 (income)",
        "'0,1,car,2020-01-01,x~0,1e999,car,2020-01-01,z~' | a.csv:3:2 (income): must be a number that a double can hold",
        "'0,1,car,2020-01-01,x~0,1,car,2020-02-30,z~' | a.csv:3:4 (opened)",
        "'0,1,car,2020-01-01,x~0,1,car~' | a.csv:3: a record must have as many fields",
        "'0,1,car,2020-01-01,x~0,1,\"car,2020-01-01,z~' | a.csv:3: not a CSV: the record that begins here has a quoted field without an end",
        "'0,1,car,2020-01-01,x~0,1,\"car\"s,2020-01-01,z~' | a.csv:3: not a CSV: after a closing quote",
      })
  void read_brokenRecord_isTheSameMessageForAnyThreadsAndChunks(String text, String message)
      throws IOException {
    Path file = file("a.csv", HEADER + text.replace('~', '\n'));
    for (CsvWork work : works) {
      for (int chunkBytes : new int[] {1, 30, 4_096}) {
        assertThatThrownBy(() -> read(CsvReader.strict(SCHEMA), work, chunkBytes, file))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageStartingWith(message);
      }
    }
  }

  @Test
  void read_twoBrokenRecords_theFirstIsTold() throws IOException {
    String text = records(5, 200, false) + "7,1,car,2020-01-01,x\n" + records(6, 200, false)
        + "8,1,car,2020-01-01,x\n";
    Path file = file("a.csv", HEADER + text);
    for (CsvWork work : works) {
      assertThatThrownBy(() -> read(CsvReader.strict(SCHEMA), work, 64, file))
          .hasMessageContaining("received \"7\"");
    }
  }

  @Test
  void read_gzip_isReadByItsContentWhateverItsName() throws IOException {
    String text = HEADER + records(7, 300, false);
    Table plain = CsvReader.strict(SCHEMA).read(file("a.csv", text)).table();
    Path compressed = Files.write(folder.resolve("b.data"), gzip(text));

    for (CsvWork work : works) {
      assertThat(dump(read(CsvReader.strict(SCHEMA), work, 512, compressed).table()))
          .isEqualTo(dump(plain));
    }
  }

  @Test
  void read_gzipCutShort_saysAfterWhichLine() throws IOException {
    byte[] whole = gzip(HEADER + records(8, 2_000, false));
    Path cut =
        Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(whole, whole.length - 9));

    assertThatThrownBy(() -> read(CsvReader.strict(SCHEMA), works[2], 4_096, cut))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageMatching(
            "cut.csv.gz:\\d{4}: the compressed file is cut short or damaged after this line;"
                + " copy or compress it again");
  }

  @Test
  void read_folder_joinsItsFilesByName() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    String first = records(9, 120, false);
    String second = records(10, 80, false);
    Files.writeString(parts.resolve("2.csv"), "\uFEFF" + HEADER + second);
    Files.write(parts.resolve("1.CSV.gz"), gzip(HEADER + first));
    Files.writeString(parts.resolve("notes.txt"), "not read");
    Files.writeString(parts.resolve(".hidden.csv"), "not read");
    Table whole =
        CsvReader.strict(SCHEMA).read(file("a.csv", HEADER + first + second)).table();

    for (CsvWork work : works) {
      assertThat(dump(read(CsvReader.strict(SCHEMA), work, 300, parts).table()))
          .isEqualTo(dump(whole));
    }
    assertThat(dump(read(
                CsvReader.strict(SCHEMA),
                works[0],
                300,
                parts.resolve("1.CSV.gz"),
                parts.resolve("2.csv"))
            .table()))
        .isEqualTo(dump(whole));
  }

  @Test
  void read_secondFileBroken_namesItAndItsOwnLine() throws IOException {
    Path first = file("1.csv", HEADER + records(11, 50, false));
    Path second = file("2.csv", HEADER + "0,1,car,2020-01-01,x\n3,1,car,2020-01-01,y\n");

    assertThatThrownBy(() -> read(CsvReader.strict(SCHEMA), works[2], 100, first, second))
        .hasMessageStartingWith("2.csv:3:1 (default): the target must be 0 (good) or 1 (bad)");
  }

  @Test
  void read_filesThatDoNotBelongTogether_areRefused() throws IOException {
    Path first = file("1.csv", HEADER + records(12, 5, false));
    Path other = file("2.csv", "default,income,opened,purpose,id\n0,1,2020-01-01,car,x\n");
    Path empty = file("3.csv", "");
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    CsvReader reader = CsvReader.strict(SCHEMA);

    assertThatThrownBy(() -> read(reader, works[0], 100, first, other))
        .hasMessage("2.csv:1:3: files of one table must have the same columns in the same order as"
            + " 1.csv; received opened; there it is \"purpose\"");
    assertThatThrownBy(() -> read(reader, works[0], 100, first, empty))
        .hasMessageStartingWith("3.csv: the file is empty");
    assertThatThrownBy(() -> read(reader, works[0], 100, first, first))
        .hasMessageStartingWith("1.csv: the same file must not be read twice");
    assertThatThrownBy(() -> read(reader, works[0], 100, nothing))
        .hasMessageStartingWith("nothing: a folder must hold files whose names end in .csv");
    assertThatThrownBy(() -> read(reader, works[0], 100))
        .hasMessageContaining("at least one CSV file must be named");
  }

  @Test
  void read_aMillionLevels_keepsThemAll() throws IOException {
    StringBuilder text = new StringBuilder("purpose\n");
    for (int i = 0; i < 1_000_000; i++) {
      text.append('p').append(i).append('\n');
    }
    Path file = file("a.csv", text.toString());
    CsvReader reader = CsvReader.strict(SCHEMA).requiring(Set.of("purpose"));

    LevelColumn levels = reader.read(List.of(file), works[2]).table().levels("purpose");

    assertThat(levels.levels()).hasSize(1_000_000);
    assertThat(levels.levels().get((int) levels.cell(123_456))).isEqualTo("p123456");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void tasks_belowOne_areRefused(int tasks) {
    assertThatThrownBy(() -> new CsvWork(Runnable::run, tasks))
        .hasMessage("at least one task is needed, not " + tasks);
  }
}
