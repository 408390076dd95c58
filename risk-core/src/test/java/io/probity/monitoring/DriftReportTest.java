package io.probity.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.application.LoanApplication;
import io.probity.audit.AuditEraser;
import io.probity.audit.AuditException;
import io.probity.audit.AuditFixture;
import io.probity.audit.AuditLevel;
import io.probity.audit.AuditLog;
import io.probity.audit.AuditSettings;
import io.probity.audit.JsonLinesAudit;
import io.probity.decision.CreditEngine;
import io.probity.decision.TestPolicies;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftReportTest {

  private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir
  Path folder;

  private void record(CreditEngine engine, int day, boolean decides, LoanApplication... loans)
      throws IOException {
    AuditSettings settings = AuditSettings.of(AuditLevel.WRITTEN);
    try (JsonLinesAudit audit = JsonLinesAudit.open(folder, settings, new Random(1))) {
      for (LoanApplication loan : loans) {
        audit.record(AuditFixture.entry(engine, loan, FIRST.plus(Duration.ofDays(day)), decides));
      }
    }
  }

  private static LoanApplication[] loans(int from, int to) {
    return java.util.stream.IntStream.range(from, to)
        .mapToObj(AuditFixture::application)
        .toArray(LoanApplication[]::new);
  }

  private DriftReport report(String segment, int baselineDays) throws IOException {
    return DriftReport.of(AuditLog.of(folder), AuditFixture.ENGINE.model(), segment, baselineDays);
  }

  @Test
  void of_threeDaysAndTwoModels_countsWhatTheModelDecided() throws IOException {
    record(AuditFixture.ENGINE, 0, true, loans(0, 40));
    record(AuditFixture.ENGINE, 1, true, loans(40, 100));
    record(AuditFixture.ENGINE, 2, true, loans(100, 110));
    record(AuditFixture.ENGINE, 2, false, loans(110, 115)); // nobody got these
    record(AuditFixture.engine(-1.0), 2, true, loans(115, 122));

    DriftReport report = report("purpose", 2);

    assertThat(report.all().decisions()).isEqualTo(110);
    assertThat(report.ofOtherModels()).isEqualTo(7);
    assertThat(report.byDay().keySet())
        .containsExactly(
            LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
    assertThat(report.baseline().decisions()).isEqualTo(100);
    assertThat(report.bySegment()).containsOnlyKeys("boat", "car", "home");
    assertThat(report.bySegment().values().stream()
            .mapToLong(segment -> segment.all().decisions())
            .sum())
        .isEqualTo(110);
    assertThat(report.bySegment().values().stream()
            .mapToLong(segment -> segment.baseline().decisions())
            .sum())
        .isEqualTo(100);
    // "boat" is a level that the model does not know
    assertThat(report.all().unseenRate(1))
        .isEqualTo(report.bySegment().get("boat").all().decisions() / 110.0);
  }

  @Test
  void of_populationThatTurns_raisesAnAlarm() throws IOException {
    record(AuditFixture.ENGINE, 0, true, loans(0, 1_000));
    assertThat(report("", 1).byDay()).hasSize(1);
    LoanApplication poor = LoanApplication.builder("poor")
        .currency("USD")
        .field("purpose", "car")
        .field("dsti", 0.9)
        .field("income", 2_000)
        .field("income_cv", 0.5)
        .field("costs", 1_900)
        .field("dependants", 3)
        .field("debt", 1_500)
        .field("card", 0)
        .field("amount", 30_000)
        .field("term", 12)
        .field("micro_lenders", 4)
        .field("overdue", 0)
        .build();
    LoanApplication[] many = new LoanApplication[1_000];
    java.util.Arrays.fill(many, poor);
    record(AuditFixture.ENGINE, 1, true, many);

    DriftReport report = report("", 1);

    DriftCounters after = report.byDay().get(LocalDate.of(2026, 3, 2));
    assertThat(report.isAlarming()).isTrue();
    assertThat(after.feature(0).verdict()).isEqualTo(Stability.Verdict.ALARM);
    assertThat(after.outcomesAgainst(report.baseline()).verdict())
        .isEqualTo(Stability.Verdict.ALARM);
    assertThat(after.approvalRate()).isZero();
    assertThat(after.meanLimits()).isEmpty();
  }

  /** The yen has no minor unit: 2,000 yen are no 20. */
  @Test
  void of_currencyWithoutDecimals_keepsItsUnit() throws IOException {
    CreditEngine yen = CreditEngine.of(
        AuditFixture.ENGINE.model(),
        TestPolicies.policy(TestPolicies.POLICY.replace("USD", "JPY")));
    LoanApplication.Builder loan = LoanApplication.builder("yen")
        .currency("JPY")
        .field("purpose", "home")
        .field("dsti", 0.1)
        .field("income", 20_000)
        .field("income_cv", 0.05)
        .field("costs", 2_000)
        .field("dependants", 0)
        .field("debt", 0)
        .field("card", 0)
        .field("amount", 4_000)
        .field("term", 12)
        .field("micro_lenders", 0)
        .field("overdue", 0);
    BigDecimal limit = yen.decide(loan.build()).limit();
    assertThat(limit).isPositive();
    record(yen, 0, true, loan.build());

    assertThat(report("", 1).all().meanLimits())
        .hasSize(1)
        .hasEntrySatisfying("JPY", mean -> assertThat(mean).isEqualTo(limit.setScale(0)));
  }

  @Test
  void of_erasedSegment_isUnknown() throws IOException {
    record(AuditFixture.ENGINE, 0, true, loans(0, 3));
    AuditEraser.erase(folder, Set.of("application-1"));

    assertThat(report("purpose", 1).bySegment()).containsKey(DecidedRecord.UNKNOWN_SEGMENT);
  }

  @Test
  void of_emptyLog_countsNothing() throws IOException {
    record(AuditFixture.ENGINE, 0, true);

    DriftReport report = report("", 1);

    assertThat(report.all().decisions()).isZero();
    assertThat(report.isAlarming()).isFalse();
    assertThat(report.all().score().verdict()).isEqualTo(Stability.Verdict.TOO_FEW);
  }

  @Test
  void of_brokenLogOrSettings_isRefusedSayingWhy() throws IOException {
    record(AuditFixture.ENGINE, 0, true, loans(0, 3));
    Path segment = AuditLog.of(folder).segments().get(0);
    String sound = Files.readString(segment);

    assertThatThrownBy(() -> report("", 0)).hasMessageContaining("at least one day, not 0");
    Files.writeString(segment, sound.replaceFirst("\"bins\":\\[\\d+", "\"bins\":[77"));
    assertThatThrownBy(() -> report("", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not have the bins of the model");
    Files.writeString(segment, sound + "{}\n");
    assertThatThrownBy(() -> report("", 1))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("no line of a log");
  }
}
