package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedOutcomesTest {

  @Test
  void of_tiedScores_areOneGroup() {
    RankedOutcomes outcomes =
        RankedOutcomes.of(new double[] {0.3, 0.1, 0.3, 0.2}, new int[] {1, 0, 0, 1});

    assertThat(outcomes.groups()).isEqualTo(3);
    assertThat(outcomes.score(2)).isEqualTo(0.3);
    assertThat(outcomes.goods(2)).isEqualTo(1.0);
    assertThat(outcomes.bads(2)).isEqualTo(1.0);
    assertThat(outcomes.totalGoods()).isEqualTo(2.0);
    assertThat(outcomes.totalBads()).isEqualTo(2.0);
    assertThat(outcomes.badRate()).isEqualTo(0.5);
    assertThat(outcomes.rows()).isEqualTo(4);
  }

  @Test
  void of_negativeZero_tiesWithZero() {
    assertThat(RankedOutcomes.of(new double[] {-0.0, 0.0}, new int[] {1, 0}).groups())
        .isEqualTo(1);
  }

  @Test
  void of_weightZero_countsAsAbsent() {
    RankedOutcomes outcomes = RankedOutcomes.of(
        new double[] {0.1, 0.2, 0.3, 0.4}, new int[] {0, 1, 1, 0}, new double[] {1, 0, 2, 0});

    assertThat(outcomes.groups()).isEqualTo(2);
    assertThat(outcomes.score(1)).isEqualTo(0.3);
    assertThat(outcomes.totalWeight()).isEqualTo(3.0);
    assertThat(Auc.of(outcomes).value()).isEqualTo(1.0);
  }

  @Test
  void of_oneRow_isOneGroup() {
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {0.2}, new int[] {0});

    assertThat(outcomes.groups()).isEqualTo(1);
    assertThat(outcomes.badRate()).isEqualTo(0.0);
  }

  @Test
  void of_empty_isRefused() {
    assertThatThrownBy(() -> RankedOutcomes.of(new double[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one record with a weight above 0 is needed");
    assertThatThrownBy(
            () -> RankedOutcomes.of(new double[] {1, 2}, new int[] {0, 1}, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one record with a weight above 0 is needed");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void of_scoreNotFinite_namesTheRow(double score) {
    assertThatThrownBy(() -> RankedOutcomes.of(new double[] {0.1, score}, new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "score must be finite, but row 1 has " + score + "; drop or repair that record");
  }

  @Test
  void of_targetOtherThanZeroAndOne_namesTheRow() {
    assertThatThrownBy(() -> RankedOutcomes.of(new double[] {0.1, 0.2}, new int[] {0, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("target must be 0 for good or 1 for bad, but row 1 has 2");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.0, Double.NaN, Double.POSITIVE_INFINITY})
  void of_weightOutOfRange_namesTheRow(double weight) {
    assertThatThrownBy(() ->
            RankedOutcomes.of(new double[] {0.1, 0.2}, new int[] {0, 1}, new double[] {weight, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a weight must be finite and at least 0, but row 0 has " + weight);
  }

  @Test
  void of_hugeWeights_areRefusedBeforeTheyOverflow() {
    assertThatThrownBy(() -> RankedOutcomes.of(
            new double[] {0.1, 0.2}, new int[] {0, 1}, new double[] {1e200, 1e200}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the sum of all weights must be from 1.0E-100 to 1.0E100");
  }

  @Test
  void of_lengthsThatDiffer_areRefused() {
    assertThatThrownBy(() -> RankedOutcomes.of(new double[] {0.1}, new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("as many targets as scores are needed, not 2 and 1");
    assertThatThrownBy(
            () -> RankedOutcomes.of(new double[] {0.1}, new int[] {0}, new double[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("as many weights as scores are needed, not 2 and 1");
  }

  @Test
  void figures_oneClassOnly_sayWhichIsMissing() {
    RankedOutcomes goods = RankedOutcomes.of(new double[] {0.1, 0.2}, new int[] {0, 0});
    RankedOutcomes bads = RankedOutcomes.of(new double[] {0.1, 0.2}, new int[] {1, 1});

    assertThatThrownBy(() -> Auc.of(goods))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("AUC needs goods and bads, but there are no bads");
    assertThatThrownBy(() -> Ks.of(bads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("KS needs goods and bads, but there are no goods");
  }

  @Test
  void resampled_rowsDrawnTwice_countTwice() {
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {0.1, 0.2, 0.3}, new int[] {0, 1, 1});
    RankedOutcomes drawn = outcomes.resampled(new int[] {0, 2, 2});

    assertThat(drawn.groups()).isEqualTo(2);
    assertThat(drawn.bads(1)).isEqualTo(2.0);
    assertThat(drawn.rows()).isEqualTo(3);
    assertThat(drawn.resampled(new int[] {1, 0}).totalBads()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void resampled_equalsRankingTheDrawnRowsAnew(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 200);
    int[] rows = Bootstrap.withinClasses(data.target(), 5, seed).draw(3);
    double[] score = new double[rows.length];
    int[] target = new int[rows.length];
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      score[i] = data.score()[rows[i]];
      target[i] = data.target()[rows[i]];
      weights[i] = data.weights()[rows[i]];
    }

    assertThat(Auc.of(data.ranked().resampled(rows)))
        .isEqualTo(Auc.of(RankedOutcomes.of(score, target)));
    assertThat(DeLong.of(data.weighted().resampled(rows)))
        .isEqualTo(DeLong.of(RankedOutcomes.of(score, target, weights)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void figures_rowsShuffled_areTheSameToTheLastBit(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 300);
    RankedOutcomes outcomes = data.weighted();
    RankedOutcomes shuffled = data.shuffled(seed + 7).weighted();

    assertThat(Auc.of(shuffled)).isEqualTo(Auc.of(outcomes));
    assertThat(DeLong.of(shuffled)).isEqualTo(DeLong.of(outcomes));
    assertThat(Ks.of(shuffled)).isEqualTo(Ks.of(outcomes));
    assertThat(PrecisionRecall.of(shuffled)).isEqualTo(PrecisionRecall.of(outcomes));
    assertThat(Gains.of(shuffled).table(7)).isEqualTo(Gains.of(outcomes).table(7));
    assertThat(LogLoss.of(shuffled)).isEqualTo(LogLoss.of(outcomes));
    assertThat(CalibrationTable.equalFrequency(shuffled, 7).bins())
        .isEqualTo(CalibrationTable.equalFrequency(outcomes, 7).bins());
    assertThat(CalibrationRegression.of(shuffled)).isEqualTo(CalibrationRegression.of(outcomes));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void figures_wholeWeights_equalRepeatedRows(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 200);
    RankedOutcomes weighted = data.weighted();
    RankedOutcomes repeated = data.repeated();

    assertThat(Auc.of(weighted)).isEqualTo(Auc.of(repeated));
    assertThat(DeLong.of(weighted).variance())
        .isCloseTo(DeLong.of(repeated).variance(), within(1e-15));
    assertThat(Ks.of(weighted)).isEqualTo(Ks.of(repeated));
    assertThat(KolmogorovSmirnov.of(weighted).exactPValue())
        .isEqualTo(KolmogorovSmirnov.of(repeated).exactPValue());
    assertThat(HMeasure.of(weighted, CostPrior.SYMMETRIC))
        .isEqualTo(HMeasure.of(repeated, CostPrior.SYMMETRIC));
    assertThat(Brier.of(weighted).value()).isCloseTo(Brier.of(repeated).value(), within(1e-14));
    assertThat(Spiegelhalter.of(weighted)).isEqualTo(Spiegelhalter.of(repeated));
    assertThat(CalibrationRegression.of(weighted)).isEqualTo(CalibrationRegression.of(repeated));
    assertThat(CalibrationTable.byQuantiles(weighted, 5).bins())
        .isEqualTo(CalibrationTable.byQuantiles(repeated, 5).bins());
    assertThat(CalibrationTable.equalFrequency(weighted, 5).bins())
        .isEqualTo(CalibrationTable.equalFrequency(repeated, 5).bins());
  }
}
