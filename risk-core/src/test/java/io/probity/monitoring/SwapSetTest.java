package io.probity.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.application.LoanApplication;
import io.probity.audit.AuditFixture;
import io.probity.decision.CreditEngine;
import io.probity.decision.Decision;
import io.probity.decision.Outcome;
import io.probity.portfolio.StrategyComparison.Swap;
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

  private static SwapSet.Side side(Outcome outcome, String limit) {
    return new SwapSet.Side(outcome, 0.1, new BigDecimal(limit));
  }

  @Test
  void figures_byHand_changesOfLimitsAndObservedBads() {
    SwapSet swaps = new SwapSet();
    swaps.add("all", side(Outcome.APPROVE, "1000"), side(Outcome.DECLINE, "0"), 1);
    swaps.add("all", side(Outcome.APPROVE, "3000"), side(Outcome.DECLINE, "0"), 0);
    swaps.add("all", side(Outcome.APPROVE_REDUCED, "500.50"), side(Outcome.REFER, "0"), -1);
    swaps.add("all", side(Outcome.DECLINE, "0"), side(Outcome.APPROVE, "2000"), 1);
    swaps.add("all", side(Outcome.APPROVE, "1000"), side(Outcome.APPROVE, "1500"), 0);
    swaps.add("all", side(Outcome.APPROVE, "1000"), side(Outcome.APPROVE, "1000"), -1);

    // -1000 and -3000: sum -4000, median half of it; one bad of two
    assertThat(swaps.figures(Outcome.APPROVE, Outcome.DECLINE).orElseThrow()).satisfies(group -> {
      assertThat(group.applications()).isEqualTo(2);
      assertThat(group.limitChange().sum()).isEqualByComparingTo("-4000");
      assertThat(group.limitChange().median()).isEqualByComparingTo("-2000");
      assertThat(group.limitChange().least()).isEqualByComparingTo("-3000");
      assertThat(group.limitChange().most()).isEqualByComparingTo("-1000");
      assertThat(group.observedBadRate()).hasValue(0.5);
    });
    // swapped out: those two and the reduced one, of whom two outcomes are known
    assertThat(swaps.figures(Swap.ONLY_FIRST).orElseThrow()).satisfies(group -> {
      assertThat(group.applications()).isEqualTo(3);
      assertThat(group.knownOutcomes()).isEqualTo(2);
      assertThat(group.limitChange().median()).isEqualByComparingTo("-1000");
    });
    assertThat(swaps.figures(Swap.ONLY_SECOND).orElseThrow().observedBadRate()).hasValue(1.0);
    assertThat(swaps.figures(Swap.BOTH).orElseThrow().bads()).isZero();
    assertThat(swaps.figures(Swap.NEITHER)).isEmpty();
    assertThat(swaps.figures(Outcome.DEFER, Outcome.DEFER)).isEmpty();
    // -3000, -1000, -500.50, 500, 2000
    assertThat(swaps.otherLimits().orElseThrow().limitChange().sum())
        .isEqualByComparingTo("-2000.50");
    assertThat(swaps.otherLimits().orElseThrow().limitChange().median())
        .isEqualByComparingTo("-500.50");
    assertThat(
            swaps.figures(Outcome.APPROVE_REDUCED, Outcome.REFER).orElseThrow().observedBadRate())
        .isEmpty();
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
