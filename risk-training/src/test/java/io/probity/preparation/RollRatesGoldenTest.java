package io.probity.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roll rates and vintages against values of independent tools. */
class RollRatesGoldenTest {

  private static final String CASE = "/golden/12_rollrate_vintage/";

  @TempDir
  Path folder;

  private static byte[] bytes(String name) {
    try (InputStream in = RollRatesGoldenTest.class.getResourceAsStream(CASE + name)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static JsonObject expected() {
    return JsonObject.parse(bytes("expected.json"), "expected.json", JsonLimits.FILE)
        .object("expected");
  }

  /** The same panel under our names of the columns. */
  private static String panel() {
    return new String(bytes("input.csv"), StandardCharsets.UTF_8)
        .replace(
            "loan,month,mob,status,dpd,balance",
            "application_id,month,months_on_book,status,days_past_due,balance");
  }

  private TargetResult result() {
    try {
      Path file = Files.writeString(folder.resolve("performance.csv"), panel());
      return TargetBuilder.of(new DefaultDefinition(90, 12))
          .build(file, folder.resolve("target.csv"), WorkProgress.NONE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static double[][] matrix(JsonValue rows) {
    return rows.list().stream().map(JsonValue::numbers).toArray(double[][]::new);
  }

  @Test
  void counts_andMatrices_matchTheIndependentTools() {
    JsonObject expected = expected();
    RollRates rates = result().rollRates();
    double[][] counts = matrix(expected.value("transition_counts"));
    double[][] matrix = matrix(expected.value("transition_matrix"));
    double[][] weighted = matrix(expected.value("transition_matrix_balance_weighted"));

    assertThat(RollRates.STATES).isEqualTo(expected.value("states").texts());
    for (int from = 0; from < RollRates.BUCKETS; from++) {
      for (int to = 0; to < RollRates.STATES.size(); to++) {
        assertThat(rates.count(from, to)).isEqualTo((long) counts[from][to]);
        assertThat(rates.rate(from, to)).isCloseTo(matrix[from][to], within(1e-12));
        assertThat(rates.balanceRate(from, to)).isCloseTo(weighted[from][to], within(1e-12));
      }
    }
  }

  @Test
  void after_threeAndTwelveMonths_matchesTheIndependentTools() {
    RollRates rates = result().rollRates();
    for (int months : new int[] {3, 12}) {
      double[][] power = matrix(expected().value("matrix_power_" + months + "_with_absorbing"));
      for (int from = 0; from < power.length; from++) {
        assertThat(rates.after(months)[from]).containsExactly(power[from], within(1e-12));
      }
    }
  }

  @Test
  void oneMonth_countsOnlyItsPairs() {
    Map<String, List<PanelMonth>> loans = new LinkedHashMap<>();
    for (String line : panel().lines().skip(1).toList()) {
      String[] cells = line.split(",");
      if (cells[1].equals("2025-06") || cells[1].equals("2025-07")) {
        loans
            .computeIfAbsent(cells[0], id -> new ArrayList<>())
            .add(new PanelMonth(
                YearMonth.parse(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[4]),
                new BigDecimal(cells[5]),
                PanelStatus.valueOf(cells[3])));
      }
    }
    RollRates rates = RollRates.of(List.copyOf(loans.values()));
    double[][] counts = matrix(expected().value("transition_counts_2025-06_to_2025-07"));

    for (int from = 0; from < RollRates.BUCKETS; from++) {
      for (int to = 0; to < RollRates.STATES.size(); to++) {
        assertThat(rates.count(from, to)).isEqualTo((long) counts[from][to]);
      }
    }
    assertThat(rates.rate(4, 0)).isNaN();
    assertThat(rates.after(1)[4][4]).isEqualTo(1.0);
  }

  @Test
  void cohorts_everBad_matchTheVintagesOfTheIndependentTools() {
    JsonObject vintages = expected().object("vintages");
    List<Cohort> cohorts = result().cohorts();

    assertThat(cohorts).hasSize(3);
    for (Cohort cohort : cohorts) {
      JsonObject vintage = vintages.object(cohort.opened().toString());
      double[] rates = vintage.value("ever90_count_rate").numbers();
      assertThat(cohort.loans()).isEqualTo((long) vintage.number("loans"));
      assertThat(cohort.everBad()).hasSize(rates.length);
      for (int month = 0; month < rates.length; month++) {
        assertThat(cohort.everBadShare(month)).isCloseTo(rates[month], within(1e-12));
      }
      assertThat(cohort.everBadShare(rates.length)).isNaN();
    }
  }
}
