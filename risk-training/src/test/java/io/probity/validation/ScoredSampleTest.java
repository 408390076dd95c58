package io.probity.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.model.Scorer;
import io.probity.training.RunContext;
import io.probity.training.ShippedData;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import io.probity.training.split.SplitPlan;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoredSampleTest {

  private static final ShippedData GERMAN = ShippedData.of("german");
  private static final RiskModel MODEL = train(GERMAN);
  private static final ScoredSample SAMPLE = ScoredSample.of(MODEL, GERMAN.table());

  private static RiskModel train(ShippedData data) {
    TrainingPlan plan =
        TrainingPlan.DEFAULT.toBuilder().split(SplitPlan.stratified(0)).build();
    return Training.run(data.schema(), data.table(), plan, RunContext.quiet(Clock.systemUTC()))
        .model();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pd=0.1", "pd=0.3", "score=520", "grade=A", "grade=E", "grade=G"})
  void approves_oneRecord_isAsInTheSample(String rule) {
    CutOff cutOff = CutOff.parse(rule);
    boolean[] approvals = cutOff.approvals(SAMPLE);
    Scorer scorer = MODEL.newScorer();
    for (int row = 0; row < SAMPLE.rows(); row += 7) {
      scorer.evaluate(MODEL.extractor().extract(GERMAN.table().fieldsOf(row), null));
      assertThat(cutOff.approves(MODEL, scorer)).isEqualTo(approvals[row]);
    }
  }

  @Test
  void approves_gradeThatTheModelDoesNotHave_namesThoseItHas() {
    Scorer scorer = MODEL.newScorer();

    assertThatThrownBy(() -> CutOff.parse("grade=Z").approves(MODEL, scorer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no grade \"Z\"; its grades are [A, B");
  }

  @Test
  void of_table_scoresEachRecordAsItIsScoredAlone() {
    for (int row = 0; row < SAMPLE.rows(); row += 13) {
      double[] x = MODEL.extractor().extract(GERMAN.table().fieldsOf(row), null);
      assertThat(SAMPLE.pd(row)).isEqualTo(MODEL.pd(x));
      assertThat(SAMPLE.score(row)).isEqualTo(MODEL.predictor().score(x, MODEL.scale()));
      assertThat(SAMPLE.grades().code(row)).isEqualTo(MODEL.grades().gradeOf(MODEL.pd(x)));
    }
    assertThat(SAMPLE.usesInput("checking_status")).isTrue();
    assertThat(SAMPLE.usesInput("age")).isFalse();
  }

  @Test
  void stability_ofTheTrainingRecords_isZero() {
    Findings found = ModelValidation.of(
            SAMPLE,
            ValidationSettings.DEFAULT
                .withResampling(Resampling.NONE)
                .withReference(MODEL.reference()))
        .overall();

    StabilityFindings stability = found.stability().orElseThrow();
    assertThat(stability.features()).hasSameSizeAs(MODEL.features());
    assertThat(stability.score().psi().orThrow().value()).isLessThan(1e-12);
    assertThat(stability.grades().psi().orThrow().value()).isLessThan(1e-12);
    assertThat(stability.features())
        .allSatisfy(feature -> assertThat(feature.psi().orThrow().value()).isLessThan(1e-12));
  }

  @Test
  void binComparison_ofTheTrainingRecords_findsThemUnchanged() {
    List<BinComparison> found = BinComparison.of(MODEL, SAMPLE, 0.95);

    assertThat(found).extracting(BinComparison::feature).isEqualTo(MODEL.features());
    assertThat(((Scorecard) MODEL.predictor()).terms()).hasSameSizeAs(found);
    for (BinComparison feature : found) {
      assertThat(feature.informationValueNow()).isEqualTo(feature.informationValueThen());
      assertThat(feature.isOrderKept()).isTrue();
      assertThat(feature.bins()).allSatisfy(bin -> assertThat(bin.now()).isEqualTo(bin.then()));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.0, Double.NaN, Double.POSITIVE_INFINITY})
  void withWeights_notAWeight_namesTheRow(double weight) {
    ScoredSample two = ScoredSample.of(new double[] {0.1, 0.2}, new int[] {0, 1});

    assertThatThrownBy(() -> two.withWeights(new double[] {1, weight}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1 has " + weight);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void of_notAPd_namesTheRow(double pd) {
    assertThatThrownBy(() -> ScoredSample.of(new double[] {0.1, pd}, new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1 has " + pd);
  }

  @Test
  void of_notAnOutcomeOrOtherLengths_isRefused() {
    assertThatThrownBy(() -> ScoredSample.of(new double[] {0.1}, new int[] {2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 for good or 1 for bad");
    assertThatThrownBy(() -> ScoredSample.of(new double[] {0.1}, new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("as many outcomes as PDs");
  }
}
