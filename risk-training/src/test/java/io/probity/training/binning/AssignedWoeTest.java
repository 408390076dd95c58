package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.BinTable;
import io.probity.binning.ZeroCellRule;
import io.probity.schema.UntrainedRule;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignedWoeTest {

  @Test
  void of_untrainedBin_takesTheLowestOrNone() {
    BinTable table = table(new double[] {50, 40, 0, 10}, new double[] {5, 15, 0, 10});

    double[] worst = AssignedWoe.of(table, 2, OutsideBins.OWN_BIN, UntrainedRule.WORST);
    double[] neutral = AssignedWoe.of(table, 2, OutsideBins.OWN_BIN, UntrainedRule.NEUTRAL);

    // the last bin, a special one, is the worst: ln((10/100) / (10/30))
    assertThat(worst[3]).isCloseTo(Math.log(0.3), within(1e-15));
    assertThat(worst[2]).isEqualTo(worst[3]);
    assertThat(neutral[2]).isZero();
    assertThat(neutral[0]).isEqualTo(worst[0]);
  }

  @Test
  void of_nearestWoe_poolsTheCounts() {
    // WOE: ln 3, ln(.4/.5), missing ln(.1/.333): nearest is the second
    BinTable table = table(new double[] {50, 40, 10, 0}, new double[] {5, 15, 10, 0});

    double[] woe = AssignedWoe.of(table, 2, OutsideBins.NEAREST_WOE, UntrainedRule.WORST);

    assertThat(woe[0]).isCloseTo(Math.log(0.5 / (5 / 30.0)), within(1e-15));
    assertThat(woe[1]).isCloseTo(Math.log((50 / 100.0) / (25 / 30.0)), within(1e-15));
    assertThat(woe[2]).isEqualTo(woe[1]);
    assertThat(woe[3]).isEqualTo(woe[1]);
  }

  @Test
  void of_twoEquallyNearBins_takesTheLower() {
    // the missing bin has the WOE of the population, midway between ln 2 and -ln 2
    BinTable table = table(new double[] {40, 20, 30}, new double[] {20, 40, 30});

    double[] woe = AssignedWoe.of(table, 2, OutsideBins.NEAREST_WOE, UntrainedRule.WORST);

    assertThat(woe[2]).isEqualTo(woe[1]).isNegative();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void of_nearestWoe_keepsTheOrderOfTheValueBins(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 100; i++) {
      double[] goods = random.doubles(7, 1, 100).toArray();
      double[] bads = random.doubles(7, 1, 50).toArray();
      BinTable table = table(goods, bads);

      double[] woe = AssignedWoe.of(table, 4, OutsideBins.NEAREST_WOE, UntrainedRule.WORST);

      for (int bin = 1; bin < 4; bin++) {
        assertThat(Math.signum(woe[bin] - woe[bin - 1]))
            .isEqualTo(Math.signum(table.woe(bin) - table.woe(bin - 1)));
      }
    }
  }

  private static BinTable table(double[] goods, double[] bads) {
    return BinTable.of(goods, bads, ZeroCellRule.HALF_IN_ZERO_BINS);
  }
}
