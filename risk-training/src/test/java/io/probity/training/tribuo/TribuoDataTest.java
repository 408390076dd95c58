package io.probity.training.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.training.ShippedData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.Feature;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;

class TribuoDataTest {

  private static final ShippedData CREDIT = ShippedData.of("credit");
  private static final FeatureMatrix MATRIX = FeatureMatrix.of(
      FeatureExtractor.compile(
          CREDIT.schema().withLevelsOf(CREDIT.table().schema()),
          List.of("Income", "Home", "financed_share")),
      CREDIT.table());

  @Test
  void dataset_holdsEveryRecordWithItsLabel() {
    int[] target = CREDIT.table().target();

    MutableDataset<Label> dataset = TribuoData.fit(MATRIX).dataset(MATRIX, target);

    assertThat(dataset.size()).isEqualTo(MATRIX.rows());
    for (int row = 0; row < dataset.size(); row += 100) {
      assertThat(dataset.getExample(row).getOutput().getLabel())
          .isEqualTo(target[row] == 1 ? "bad" : "good");
    }
  }

  @Test
  void example_missingAndUnseenValues_areFeaturesOfTheirOwn() {
    TribuoData data = TribuoData.fit(MATRIX);

    List<String> names = new ArrayList<>();
    data.example(new double[] {Double.NaN, -1, Double.NaN})
        .forEach(feature -> names.add(feature.getName()));

    assertThat(names)
        .containsExactlyInAnyOrder(
            "(constant)", "Income=(missing)", "Home=(unseen)", "financed_share=(missing)");
  }

  @Test
  void fit_numbers_areStandardised() {
    TribuoData data = TribuoData.fit(MATRIX);
    double sum = 0;
    double squares = 0;
    int count = 0;
    double[] cells = new double[3];
    for (int row = 0; row < MATRIX.rows(); row++) {
      MATRIX.copyRow(row, cells);
      for (Feature feature : data.example(cells)) {
        if (feature.getName().equals("Income")) {
          sum += feature.getValue();
          squares += feature.getValue() * feature.getValue();
          count++;
        }
      }
    }

    assertThat(sum / count).isCloseTo(0, within(1e-9));
    assertThat(squares / count).isCloseTo(1, within(1e-9));
  }
}
