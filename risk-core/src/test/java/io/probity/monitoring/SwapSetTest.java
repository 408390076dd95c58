package io.probity.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.application.LoanApplication;
import io.probity.audit.AuditFixture;
import io.probity.decision.CreditEngine;
import io.probity.decision.Decision;
import io.probity.decision.Outcome;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SwapSetTest {

  private static final CreditEngine CALM = AuditFixture.engine(-2.0);
  private static final CreditEngine STRICT = AuditFixture.engine(1.0);

  @Test
  void add_pairsOfDecisions_areCountedOneByOne() {
    SwapSet swaps = new SwapSet();
    long swapped = 0;
    long raised = 0;
    long lowered = 0;
    BigDecimal firstLimits = BigDecimal.ZERO;
    double firstPds = 0.0;
    for (int i = 0; i < 300; i++) {
      LoanApplication application = AuditFixture.application(i);
      Decision first = CALM.decide(application);
      Decision second = STRICT.decide(application);
      swaps.add("all", first, second);
      swapped += first.outcome() == second.outcome() ? 0 : 1;
      raised += second.limit().compareTo(first.limit()) > 0 ? 1 : 0;
      lowered += second.limit().compareTo(first.limit()) < 0 ? 1 : 0;
      firstLimits = firstLimits.add(first.limit());
      firstPds += first.pd();
    }

    assertThat(swaps.decisions()).isEqualTo(300);
    assertThat(swaps.swapped()).isEqualTo(swapped).isPositive();
    assertThat(swaps.limitsRaised()).isEqualTo(raised);
    assertThat(swaps.limitsLowered()).isEqualTo(lowered).isPositive();
    assertThat(swaps.firstLimits()).isEqualByComparingTo(firstLimits);
    assertThat(swaps.secondLimits()).isLessThan(firstLimits);
    assertThat(swaps.segments().get("all").firstMean())
        .isCloseTo(firstPds / 300, org.assertj.core.api.Assertions.within(1e-12));
    long all = 0;
    for (Outcome first : Outcome.values()) {
      for (Outcome second : Outcome.values()) {
        all += swaps.count(first, second);
      }
    }
    assertThat(all).isEqualTo(300);
  }

  @Test
  void addPd_twoSegments_meansOfEach() {
    SwapSet swaps = new SwapSet();

    swaps.addPd("a", 0.1, 0.2);
    swaps.addPd("a", 0.3, 0.2);
    swaps.addPd("b", 0.5, 0.1);

    // (0.1 + 0.3) / 2 = 0.2 and (0.2 + 0.2) / 2 = 0.2
    assertThat(swaps.segments().get("a")).isEqualTo(new SwapSet.SegmentShift(2, 0.2, 0.2));
    assertThat(swaps.segments().get("b")).isEqualTo(new SwapSet.SegmentShift(1, 0.5, 0.1));
    assertThat(swaps.decisions()).isZero();
  }

  @Test
  void swapped_sameEngineOrNothing_isNone() {
    SwapSet swaps = new SwapSet();
    assertThat(swaps.swapped()).isZero();

    Decision decision = CALM.decide(AuditFixture.application(1));
    swaps.add("all", decision, decision);

    assertThat(swaps.swapped()).isZero();
    assertThat(swaps.limitsRaised() + swaps.limitsLowered()).isZero();
  }
}
