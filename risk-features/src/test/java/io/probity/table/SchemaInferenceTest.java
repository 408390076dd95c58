package io.probity.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaInferenceTest {

  @TempDir
  Path folder;

  private Schema infer(String text) throws IOException {
    return SchemaInference.infer(Files.writeString(folder.resolve("a.csv"), text), ',', "default");
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder("default,loan_id,income,purpose,opened,note,rare\n");
    for (int i = 0; i < count; i++) {
      rows.append(i % 2).append(",L").append(i).append(',').append(i == 3 ? "NA" : i * 1.5);
      rows.append(',').append(i % 3 == 0 ? "car" : "NA").append(",2020-01-0").append(1 + i % 9);
      rows.append(",free text ").append(i).append(",\n");
    }
    return rows.toString();
  }

  @Test
  void infer_mixedColumns_findsKindsAndRoles() throws IOException {
    Schema schema = infer(rows(40));

    assertThat(schema.field("default").role()).isEqualTo(FieldRole.TARGET);
    assertThat(schema.field("loan_id").role()).isEqualTo(FieldRole.ID);
    assertThat(schema.field("income"))
        .isEqualTo(Field.of("income", FieldKind.NUMBER, FieldRole.FEATURE));
    assertThat(schema.field("purpose").kind()).isEqualTo(FieldKind.CATEGORY);
    assertThat(schema.field("opened").kind()).isEqualTo(FieldKind.DATE);
    assertThat(schema.field("note").role()).isEqualTo(FieldRole.IGNORED);
    assertThat(schema.field("rare").kind()).isEqualTo(FieldKind.NUMBER);
    assertThat(schema.missingTokens()).containsExactly("NA");
    assertThat(schema.target())
        .hasValueSatisfying(t -> assertThat(t.horizonAssumed()).isTrue());
  }

  @Test
  void infer_fewWrongCellsInANumericColumn_staysANumberSoThatReadingReportsThem()
      throws IOException {
    StringBuilder text = new StringBuilder("default,x\n");
    for (int i = 0; i < 50; i++) {
      text.append("0,").append(i == 7 ? "12,5\"".replace(",", ";") : "" + i).append('\n');
    }
    Schema schema = infer(text.toString().replace("\"", ""));

    assertThat(schema.field("x").kind()).isEqualTo(FieldKind.NUMBER);
    assertThatThrownBy(() -> CsvReader.strict(schema).read(folder.resolve("a.csv")))
        .hasMessageContaining("a.csv:9:2 (x)");
  }

  @Test
  void infer_missingTarget_suggestsTheNearest() {
    assertThatThrownBy(() -> infer("defualt,x\n0,1\n"))
        .hasMessage("a.csv:1: the target column \"default\" is missing; did you mean \"defualt\"?");
  }
}
