package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreBinsTest {

  private static final Field AMOUNT = Field.of("amount", FieldKind.NUMBER, FieldRole.FEATURE);
  private static final Field PURPOSE = Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withLevels(List.of("boat", "car")));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_numberWithItsBins_addsUpToTheCountsOfTheBins(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] cells = new double[2_000];
    int[] target = new int[cells.length];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = random.nextInt(20) == 0 ? Double.NaN : random.nextInt(500);
      target[row] = random.nextDouble() < 0.1 + cells[row] / 1_000 ? 1 : 0;
    }
    Outcomes outcomes = Outcomes.of(target);
    Binning bins = new BinningTrainer(BinningSettings.DEFAULT)
        .tryTrain(AMOUNT, cells, outcomes)
        .binning()
        .orElseThrow();

    PreBins pieces =
        PreBins.of(AMOUNT, cells, outcomes, BinningSettings.DEFAULT, Optional.of(bins));

    double[] goods = new double[bins.bins()];
    double[] bads = new double[bins.bins()];
    for (int piece = 0; piece < pieces.goods().size(); piece++) {
      double inside = piece == 0 ? Double.NEGATIVE_INFINITY : pieces.cuts().get(piece - 1);
      int bin = piece == 0 ? 0 : bins.binOf(inside);
      goods[bin] += pieces.goods().get(piece);
      bads[bin] += pieces.bads().get(piece);
    }
    goods[bins.missingBin()] += pieces.outsideGoods().get(0);
    bads[bins.missingBin()] += pieces.outsideBads().get(0);
    for (int bin = 0; bin < goods.length; bin++) {
      assertThat(goods[bin]).isEqualTo(bins.table().goods(bin));
      assertThat(bads[bin]).isEqualTo(bins.table().bads(bin));
    }
  }

  @Test
  void of_category_countsLevelsAndWhatTheSchemaDoesNotKnow() {
    double[] cells = {0, 1, 1, -1, Double.NaN};

    PreBins pieces = PreBins.of(
        PURPOSE,
        cells,
        Outcomes.of(new int[] {0, 1, 0, 1, 0}),
        BinningSettings.DEFAULT,
        Optional.empty());

    // boat: one good; car: one of each; unknown: one bad; missing: one good
    assertThat(pieces.goods()).containsExactly(1.0, 1.0, 0.0);
    assertThat(pieces.bads()).containsExactly(0.0, 1.0, 1.0);
    assertThat(pieces.outsideGoods()).containsExactly(1.0);
    assertThat(pieces.outsideBads()).containsExactly(0.0);
    assertThat(pieces.cuts()).isEmpty();
  }
}
