package io.probity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.csv.CsvWork;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.SpecialCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataProfilerTest {

  @TempDir
  Path folder;

  private DataProfile profile(String text, String target) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    return DataProfiler.profile(List.of(file), ',', Optional.ofNullable(target), CsvWork.ALONE);
  }

  private static FieldProfile field(DataProfile profile, String name) {
    return profile.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** 1,000 loans, every fifth bad; the last column follows from the outcome. */
  private static String loans() {
    StringBuilder text = new StringBuilder(
        "bad,loan_id,age,utilisation,months,purpose,opened,note,constant,days_late\n");
    for (int i = 0; i < 1_000; i++) {
      int bad = i % 5 == 0 ? 1 : 0;
      text.append(bad).append(",L").append(i).append(',');
      text.append(i % 100 == 7 ? "999" : Integer.toString(20 + i % 50)).append(',');
      text.append(i % 10 == 3 ? "-1" : i == 11 ? "n.a." : "0." + (100 + i % 800))
          .append(',');
      text.append(i % 4 == 1 ? "" : Integer.toString(i == 0 ? 5_000 : i % 30)).append(',');
      text.append(i % 3 == 0 ? "car" : "home").append(',');
      text.append(i % 2 == 0 ? "2025-03-14" : "2025-04-01")
          .append(",free text ")
          .append(i);
      text.append(",7,").append(bad == 1 ? 90 + i % 3 : i % 5).append('\n');
    }
    return text.toString();
  }

  @Test
  void profile_loans_findsKindsMissingAndInvalid() throws IOException {
    DataProfile profile = profile(loans(), "bad");

    assertThat(profile.rows()).isEqualTo(1_000);
    assertThat(profile.bads()).isEqualTo(200);
    assertThat(profile.goods()).isEqualTo(800);
    assertThat(profile.fields()).hasSize(10);
    assertThat(field(profile, "loan_id").role()).isEqualTo(FieldRole.ID);
    assertThat(field(profile, "note").role()).isEqualTo(FieldRole.IGNORED);
    assertThat(field(profile, "note").distinct()).isEqualTo(1_000);
    assertThat(field(profile, "purpose").kind()).isEqualTo(FieldKind.CATEGORY);
    assertThat(field(profile, "purpose").levels())
        .containsExactlyEntriesOf(
            new java.util.TreeMap<>(Map.of("car", 334L, "home", 666L)).descendingMap());
    FieldProfile utilisation = field(profile, "utilisation");
    assertThat(utilisation.invalid()).isEqualTo(1);
    assertThat(utilisation.missing()).isEqualTo(1);
    assertThat(utilisation.remarks()).anyMatch(remark -> remark.contains("are no number"));
    assertThat(field(profile, "constant").remarks())
        .containsExactly("every record has the same value: ignore it");
  }

  @Test
  void profile_codes_areFoundAndProposedAsSpecials() throws IOException {
    DataProfile profile = profile(loans(), "bad");

    assertThat(field(profile, "age").codes()).containsExactly(Map.entry(999.0, 10L));
    assertThat(field(profile, "age").numbers().orElseThrow().largest()).isEqualTo(69);
    assertThat(field(profile, "utilisation").codes()).containsExactly(Map.entry(-1.0, 100L));
    assertThat(profile.proposed().field("age").rules().specials())
        .containsExactly(new SpecialCode(0, "CODE_999", List.of("999")));
    assertThat(profile.proposed().field("utilisation").rules().specials())
        .containsExactly(new SpecialCode(0, "CODE_MINUS_1", List.of("-1")));
    assertThat(profile.proposed().field("note").role()).isEqualTo(FieldRole.IGNORED);
  }

  @Test
  void profile_numbers_haveQuartilesAndOutliers() throws IOException {
    FieldProfile months = field(profile(loans(), "bad"), "months");

    assertThat(months.missing()).isEqualTo(250);
    FieldProfile.NumberRange range = months.numbers().orElseThrow();
    // i % 4 is 0, 2 or 3, so the 30 values are spread evenly but for the one outlier
    assertThat(range.least()).isZero();
    assertThat(range.median()).isCloseTo(14.5, within(1.0));
    assertThat(range.largest()).isEqualTo(5_000);
    assertThat(range.outliers()).isEqualTo(1);
  }

  @Test
  void profile_leak_isSuspectedAndAnHonestColumnIsNot() throws IOException {
    DataProfile profile = profile(loans(), "bad");

    assertThat(field(profile, "days_late").power().orElseThrow().auc()).hasValue(1.0);
    assertThat(field(profile, "days_late").remarks())
        .anyMatch(r -> r.startsWith("leakage suspect"));
    assertThat(field(profile, "purpose").remarks()).isEmpty();
    assertThat(field(profile, "purpose").power().orElseThrow().informationValue())
        .isLessThan(0.01);
    assertThat(field(profile, "bad").power()).isEmpty();
  }

  @Test
  void profile_smallTable_matchesHandCalculation() throws IOException {
    // goods at 1, 1, 2; bads at 2, 3. Pairs of a bad and a good: 3 against 1, 1, 2 and 2 against
    // 1, 1 are in order, 2 against 2 is tied: (5 + 0.5) / 6.
    DataProfile profile = profile("y,x\n0,1\n0,1\n0,2\n1,2\n1,3\n", "y");

    FieldProfile.Power power = field(profile, "x").power().orElseThrow();
    assertThat(power.auc())
        .hasValueSatisfying(auc -> assertThat(auc).isCloseTo(5.5 / 6, within(1e-12)));
    // bins 1, 2, 3 with goods 2, 1, 0 and bads 0, 1, 1; half a record in bins 1 and 3:
    // (2.5/3 - .5/2) ln((2.5/3)/(.5/2)) + (1/3 - 1/2) ln((1/3)/(1/2)) + (.5/3 - 1.5/2)
    // ln((.5/3)/(1.5/2))
    double expected = (2.5 / 3 - 0.25) * Math.log((2.5 / 3) / 0.25)
        + (1.0 / 3 - 0.5) * Math.log((1.0 / 3) / 0.5)
        + (0.5 / 3 - 0.75) * Math.log((0.5 / 3) / 0.75);
    assertThat(power.informationValue()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void profile_dates_giveTheBadRateByMonth() throws IOException {
    DataProfile profile = profile(loans(), "bad");

    // even i are in March, odd ones in April; multiples of ten are the bads of March
    assertThat(profile.dateField()).isEqualTo("opened");
    assertThat(profile.months())
        .containsExactly(
            new DataProfile.Month(YearMonth.of(2025, 3), 500, 100, 400),
            new DataProfile.Month(YearMonth.of(2025, 4), 500, 100, 400));
  }

  @Test
  void profile_withoutTarget_judgesNothing() throws IOException {
    DataProfile profile = profile(loans(), null);

    assertThat(profile.bads() + profile.goods()).isZero();
    assertThat(profile.fields()).allMatch(field -> field.power().isEmpty());
    assertThat(field(profile, "bad").kind()).isEqualTo(FieldKind.NUMBER);
  }

  @Test
  void profile_targetOfOneClassOrOdd_judgesNothingAndSaysSo() throws IOException {
    DataProfile profile = profile("y,x\n0,1\n0,2\n2,3\n,4\n", "y");

    assertThat(field(profile, "y").missing()).isEqualTo(2);
    assertThat(field(profile, "y").remarks()).hasSize(1);
    assertThat(field(profile, "x").power()).isEmpty();
  }

  @Test
  void profile_raggedRecords_areCounted() throws IOException {
    DataProfile profile = profile("y,x\n0,1\n0\n1,2\n1,2,3\n", "y");

    assertThat(profile.rows()).isEqualTo(2);
    assertThat(profile.ragged()).isEqualTo(2);
  }

  @Test
  void profile_columnWithoutAnyValue_isToldToBeIgnored() throws IOException {
    FieldProfile empty = field(profile("y,x\n0,\n1,\n", "y"), "x");

    assertThat(empty.present()).isZero();
    assertThat(empty.numbers()).isEmpty();
    assertThat(empty.remarks()).containsExactly("no record has a value: ignore it");
  }

  @Test
  void profile_noRecord_isRefused() {
    assertThatThrownBy(() -> profile("y,x\n", "y")).hasMessageContaining("holds no valid record");
  }

  @Test
  void profile_anyThreadsAndParts_isTheSame() throws IOException {
    String header = loans().lines().findFirst().orElseThrow() + "\n";
    StringBuilder text = new StringBuilder(header);
    for (int i = 0; i < 40; i++) {
      text.append(loans(), header.length(), loans().length());
    }
    Path file = Files.writeString(folder.resolve("large.csv"), text); // more than one chunk
    assertThat(Files.size(file)).isGreaterThan(2_000_000);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      DataProfile alone =
          DataProfiler.profile(List.of(file), ',', Optional.of("bad"), CsvWork.ALONE);
      DataProfile three =
          DataProfiler.profile(List.of(file), ',', Optional.of("bad"), new CsvWork(executor, 3));

      assertThat(three).isEqualTo(alone);
      assertThat(alone.rows()).isEqualTo(40_000);
    } finally {
      executor.shutdown();
    }
  }
}
