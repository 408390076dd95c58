package io.probity.monitoring;

import io.probity.portfolio.StrategyFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Adds up applications that are treated in one way. Not safe for several threads. */
final class SwapGroup {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final List<BigDecimal> changes = new ArrayList<>();
  private long knownOutcomes;
  private long bads;

  void add(BigDecimal change, int bad) {
    changes.add(change);
    knownOutcomes += bad == StrategyFigures.UNKNOWN ? 0 : 1;
    bads += bad == 1 ? 1 : 0;
  }

  long applications() {
    return changes.size();
  }

  SwapFigures figures() {
    Collections.sort(changes);
    int size = changes.size();
    BigDecimal low = changes.get((size - 1) / 2);
    BigDecimal high = changes.get(size / 2);
    return new SwapFigures(
        size,
        knownOutcomes,
        bads,
        new SwapFigures.LimitChange(
            changes.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
            size % 2 == 1 ? low : low.add(high).multiply(HALF),
            changes.get(0),
            changes.get(size - 1)));
  }
}
