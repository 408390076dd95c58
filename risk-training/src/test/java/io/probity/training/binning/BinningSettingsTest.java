package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.schema.Range;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BinningSettingsTest {

  @Test
  void sizes_outOfRange_areRefused() {
    refused(() -> BinSizes.DEFAULT.withBins(0, 3), "1 <= minBins <= maxBins <= 100, not 0 and 3");
    refused(() -> BinSizes.DEFAULT.withBins(4, 3), "not 4 and 3");
    refused(() -> BinSizes.DEFAULT.withBins(1, 101), "not 1 and 101");
    refused(() -> BinSizes.DEFAULT.withShare(-0.1, 1), "within [0, 1]");
    refused(() -> BinSizes.DEFAULT.withShare(0.1, 1.1), "within [0, 1]");
    refused(() -> BinSizes.DEFAULT.withShare(Double.NaN, 1), "low <= high");
    refused(() -> BinSizes.DEFAULT.withCount(-1, 5), "the least count of a bin");
    refused(
        () -> BinSizes.DEFAULT.withGoods(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
        "the least goods of a bin");
    refused(() -> BinSizes.DEFAULT.withBads(-1, 5), "the least bads of a bin");
  }

  @Test
  void neighbours_outOfRange_areRefused() {
    refused(() -> NeighbourRules.NONE.withMinRateGap(1.5), "in [0, 1], not 1.5");
    refused(() -> NeighbourRules.NONE.withMinWoeGap(Double.NaN), "not NaN");
    refused(() -> NeighbourRules.NONE.withMaxPValue(0, SignificanceTest.Z), "in (0, 1], not 0.0");
    refused(() -> NeighbourRules.NONE.withStableShare(-1), "in [0, 1], not -1.0");
  }

  @Test
  void shape_outOfRange_isRefused() {
    refused(() -> BinShape.DEFAULT.withAutoPeakGain(-0.1), "MONOTONE allows no peaks");
    refused(() -> BinShape.DEFAULT.withUnevenPenalty(Double.NaN), "in [0, 100], not NaN");
  }

  @Test
  void cuts_outOfRange_areRefused() {
    refused(() -> CutRules.DEFAULT.withPreBins(1, 0), "in [2, 256], not 1");
    refused(() -> CutRules.DEFAULT.withPreBins(64, 0.6), "in [0, 0.5], not 0.6");
    refused(
        () -> CutRules.DEFAULT.withPreBins(256, 0).withFixed(List.of(1.0)), "must not pass 256");
    refused(() -> CutRules.DEFAULT.withFixed(List.of(Double.NaN)), "fixed cut must be finite");
    refused(
        () -> CutRules.DEFAULT.withCandidates(List.of(Double.POSITIVE_INFINITY)),
        "candidate cut must be finite");
    refused(() -> CutRules.DEFAULT.withDigits(400), "[-300, 300], not 400");
  }

  @Test
  void cuts_givenInDisorder_areSortedOnce() {
    assertThat(CutRules.DEFAULT.withFixed(List.of(3.0, -0.0, 3.0, 0.0)).fixed())
        .containsExactly(0.0, 3.0);
    assertThat(CutRules.DEFAULT.withExcluded(List.of(new Range(1, 2))).excludes(2))
        .isTrue();
  }

  @Test
  void categories_outOfRange_areRefused() {
    refused(() -> CategoryRules.DEFAULT.withRareShare(1), "in [0, 1), not 1.0");
    refused(() -> CategoryRules.DEFAULT.withPriorRecords(-1), "at least 0, not -1.0");
    refused(
        () -> CategoryRules.DEFAULT.withTogether(List.of(List.of("a"), List.of("b", "a"))),
        "the level \"a\" is named twice");
  }

  @Test
  void preBinCounts_thatMakeNoSense_areRefused() {
    refused(() -> PreBinCounts.of(new long[] {1}, new long[] {1, 2}), "not 1 and 2");
    refused(() -> PreBinCounts.of(new long[] {1, -1}, new long[] {1, 2}), "pre-bin 1 has -1 goods");
    refused(() -> PreBinCounts.of(new long[0], new long[0]), "in [1, 256], not 0");
    PreBinCounts counts = PreBinCounts.of(new long[] {1, 4}, new long[] {1, 2});
    refused(() -> counts.withOutside(1L << 52, 0), "2^52");
    refused(() -> counts.withUnit(0), "positive and finite");
    refused(() -> counts.withFixedCuts(2), "in [1, 1], not 2");
    refused(() -> counts.withPeriods(new long[1][2], new long[2][2]), "not 1 and 2");
    refused(() -> counts.withPeriods(new long[1][3], new long[1][3]), "2 pre-bins, not 3");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
