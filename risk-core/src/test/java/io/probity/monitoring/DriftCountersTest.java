package io.probity.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.audit.AuditFixture;
import io.probity.decision.Outcome;
import io.probity.model.RiskModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftCountersTest {

  private static final RiskModel MODEL = AuditFixture.ENGINE.model();

  private static DecidedRecord record(SplittableRandom random) {
    boolean missing = random.nextInt(5) == 0;
    return new DecidedRecord(
        LocalDate.of(2026, 3, 1),
        MODEL.id(),
        "",
        random.nextBoolean() ? Outcome.APPROVE : Outcome.DECLINE,
        500 + random.nextInt(100),
        Currency.getInstance("USD"),
        random.nextInt(1_000_000),
        List.of(missing ? 2 : random.nextInt(2), random.nextInt(2)),
        missing ? List.of(0) : List.of(),
        List.of(),
        List.of("R" + random.nextInt(3)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void merge_partsInAnyOrder_isTheWhole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DriftCounters whole = DriftCounters.of(MODEL);
    List<DriftCounters> parts = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      DriftCounters counters = DriftCounters.of(MODEL);
      for (int i = 0; i < 250; i++) {
        DecidedRecord decision = record(random);
        whole.add(decision);
        counters.add(decision);
      }
      parts.add(0, counters);
    }
    DriftCounters merged = DriftCounters.of(MODEL);
    parts.forEach(merged::merge);

    assertThat(merged.decisions()).isEqualTo(1_000);
    assertThat(merged.feature(0)).isEqualTo(whole.feature(0));
    assertThat(merged.score()).isEqualTo(whole.score());
    assertThat(merged.missingRate(0)).isEqualTo(whole.missingRate(0)).isBetween(0.15, 0.25);
    assertThat(merged.meanLimits()).isEqualTo(whole.meanLimits());
    assertThat(merged.outcomesAgainst(whole).psi()).isZero();
    assertThat(merged.reasonsAgainst(whole).psi()).isZero();
  }

  @Test
  void merge_empty_staysEmpty() {
    DriftCounters counters = DriftCounters.of(MODEL);

    counters.merge(DriftCounters.of(MODEL));
    assertThat(counters.decisions()).isZero();
    assertThat(counters.approvalRate()).isZero();
  }
}
