package io.probity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.schema.SpecialValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdditiveModelTest {

  private static final AdditiveModel MODEL = model();
  private static final RiskModel RISK_MODEL = RiskModel.of(parts(MODEL));

  /** dsti: below 0.4, from 0.4, missing, NO_HIT. purpose: car, home, missing; unseen goes to car. */
  private static AdditiveModel model() {
    Binning dsti = Binning.ofNumber(
        TestModels.DSTI,
        new double[] {0.4},
        BinTable.of(
            new double[] {60, 10, 5, 5},
            new double[] {8, 10, 1, 1},
            ZeroCellRule.HALF_IN_ZERO_BINS),
        new double[] {0.63, -1.39, 0.22, 0.22},
        BinOrigin.AUTO);
    Binning purpose = Binning.ofCategory(
        TestModels.PURPOSE,
        List.of(List.of("car"), List.of("home")),
        0,
        BinTable.of(
            new double[] {30, 50, 0}, new double[] {12, 8, 0}, ZeroCellRule.HALF_IN_ZERO_BINS),
        new double[] {-0.47, 0.45, -0.47},
        BinOrigin.AUTO);
    AdditiveModel unpointed = AdditiveModel.of(
        -1.5,
        List.of(
            term(dsti, List.of(-0.5, 1.25, 0.25, 0.75)), term(purpose, List.of(0.5, -0.25, 0.5))),
        List.of(new AdditiveModel.Pair(
            0,
            1,
            List.of(0, 1, 2, 2),
            List.of(0, 1, 1),
            List.of(List.of(-0.125, 0.25), List.of(0.5, 0.0), List.of(0.0, 0.0)),
            zeros(3, 2))));
    return unpointed.withPoints(
        ScorecardPoints.of(ScoreScale.DEFAULT, Calibration.IDENTITY, -1.5, 2));
  }

  private static AdditiveModel.Term term(Binning binning, List<Double> effects) {
    return new AdditiveModel.Term(
        binning,
        effects,
        effects.stream().map(effect -> effect - 0.1).toList(),
        effects.stream().map(effect -> effect + 0.2).toList(),
        Collections.nCopies(effects.size(), 0));
  }

  private static List<List<Integer>> zeros(int rows, int columns) {
    return Collections.nCopies(rows, Collections.nCopies(columns, 0));
  }

  private static ModelParts parts(AdditiveModel model) {
    ModelParts parts = TestModels.parts(Calibration.IDENTITY);
    return new ModelParts(
        parts.schema(),
        model,
        parts.calibration(),
        parts.scale(),
        parts.grades(),
        parts.reference(),
        parts.data(),
        parts.catalogVersion(),
        parts.plan());
  }

  @Test
  void badLogOdds_matchesHandCalculation() {
    // -1.5 + 1.25 + 0.5 + 0.5 for dsti 0.5 and a car
    assertThat(MODEL.badLogOdds(new double[] {0.5, 0})).isEqualTo(0.75);
    // -1.5 - 0.5 - 0.25 + 0.25 for dsti 0.2 and a home
    assertThat(MODEL.badLogOdds(new double[] {0.2, 1})).isEqualTo(-2.0);
    // -1.5 + 0.75 + 0.5 + 0 for NO_HIT and a purpose nobody saw, which counts as a car
    assertThat(MODEL.badLogOdds(new double[] {SpecialValues.cell(0), SpecialValues.UNSEEN}))
        .isEqualTo(-0.25);
    // -1.5 + 0.25 + 0.5 + 0 for missing and missing
    assertThat(MODEL.badLogOdds(new double[] {Double.NaN, Double.NaN})).isEqualTo(-0.75);
  }

  @Test
  void contributions_splitAPairHalfAndHalf() {
    double[] out = new double[2];

    MODEL.contributions(new double[] {0.5, 0}, out);

    assertThat(out).containsExactly(1.25 + 0.25, 0.5 + 0.25);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void contributions_andBase_addUpToTheLogOddsToTheLastBit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] out = new double[2];
    for (int i = 0; i < 1_000; i++) {
      double[] x = {random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(), random.nextInt(3)};
      MODEL.contributions(x, out);
      assertThat(MODEL.base() + out[0] + out[1]).isEqualTo(MODEL.badLogOdds(x));
    }
  }

  @Test
  void score_addsThePointsOfBinsAndCells() {
    // factor 20 / ln 2 = 28.853901, offset 600 - 28.853901 ln 50 = 487.122862;
    // each bin shares (487.122862 + 28.853901 * 1.5) / 2 = 265.201857
    // dsti 0.5: 265.20 - 36.07 = 229.13 -> 229; car: 265.20 - 14.43 = 250.77 -> 251; cell: -14.43
    assertThat(MODEL.score(new double[] {0.5, 0}, ScoreScale.DEFAULT)).isEqualTo(229 + 251 - 14);
    assertThat(MODEL.terms().get(0).points().get(1)).isEqualTo(229);
    assertThat(MODEL.pairs().get(0).points().get(1).get(0)).isEqualTo(-14);
  }

  @Test
  void saveAndLoad_givesTheSameModel() throws IOException {
    RiskModel loaded =
        RiskModel.read(new ByteArrayInputStream(RISK_MODEL.toBytes()), ReadLimits.DEFAULT);

    assertThat(loaded.toBytes()).isEqualTo(RISK_MODEL.toBytes());
    assertThat(loaded.predictor()).isInstanceOf(AdditiveModel.class);
    AdditiveModel read = (AdditiveModel) loaded.predictor();
    assertThat(read.pairs()).isEqualTo(MODEL.pairs());
    assertThat(read.terms().get(0).low()).isEqualTo(MODEL.terms().get(0).low());
    for (double[] x : new double[][] {{0.39, 1}, {0.4, -1}, {Double.NaN, 0}}) {
      assertThat(read.badLogOdds(x)).isEqualTo(MODEL.badLogOdds(x));
    }
  }

  @Test
  void scorer_givesReasonsWithThePairsShare() {
    Scorer scorer = RISK_MODEL.newScorer();

    scorer.evaluate(new double[] {0.5, 0});

    // contributions 1.5 and 0.75 against means of -0.1 and 0
    assertThat(scorer.reasonCount()).isEqualTo(2);
    assertThat(scorer.reasonFeature(0)).isZero();
    assertThat(scorer.reasonPoints(0)).isCloseTo(1.6 * 20 / Math.log(2), within(1e-9));
    assertThat(scorer.badLogOdds()).isEqualTo(0.75);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"intercept\" : -1.5 | \"intercept\" : \"x\" | at intercept",
        "\"intercept\" : -1.5 | \"intercept\" : NaN | NaN",
        "\"intercept\" : -1.5 | \"intercept\" : -1.5, \"extra\" : 1 | extra",
        "\"feature\" : \"dsti\" | \"feature\" : \"purpose\" | order of the bins",
        "\"features\" : [ \"dsti\", \"purpose\" ] | \"features\" : [ \"dsti\", \"dsti\" ] | order of",
        "\"features\" : [ \"dsti\", \"purpose\" ] | \"features\" : [ \"dsti\", \"age\" ] | two features",
        "\"size\" : [ 3, 2 ] | \"size\" : [ 2, 3 ] | cover",
        "\"size\" : [ 3, 2 ] | \"size\" : [ 3, 3 ] | rows x columns",
        "\"rows\" : [ 0, 1, 2, 2 ] | \"rows\" : [ 0, 1, 2 ] | each of their bins"
      })
  void read_brokenEntry_isRefusedWithTheRule(String before, String after, String message) {
    Map<String, byte[]> entries = new LinkedHashMap<>(new AdditiveFormat().write(MODEL));
    String name = "predictor/additive.json";
    String text = new String(entries.get(name), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    assertThat(text).contains(before.strip());
    entries.put(name, text.replace(before.strip(), after.strip()).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> new AdditiveFormat()
            .read(entriesOf(entries), TestModels.parts(Calibration.IDENTITY).schema()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message.strip());
  }

  private static PredictorFormat.Entries entriesOf(Map<String, byte[]> entries) {
    return new PredictorFormat.Entries() {
      @Override
      public byte[] bytes(String name) {
        return entries.get(name);
      }

      @Override
      public JsonObject json(String name) {
        return JsonObject.parse(bytes(name), name, JsonLimits.FILE);
      }
    };
  }

  @Test
  void of_badParts_areRefused() {
    AdditiveModel.Term term = MODEL.terms().get(0);
    List<Double> wrong = List.of(-0.5, Double.NaN, 0.25, 0.75);

    assertThatThrownBy(() -> AdditiveModel.of(Double.NaN, MODEL.terms(), List.of()))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> AdditiveModel.of(0, List.of(), List.of()))
        .hasMessageContaining("at least one feature");
    assertThatThrownBy(() -> AdditiveModel.of(0, List.of(term, term), List.of()))
        .hasMessageContaining("twice");
    assertThatThrownBy(() ->
            new AdditiveModel.Term(term.binning(), wrong, term.low(), term.high(), term.points()))
        .hasMessageContaining("bin 1 of dsti");
    assertThatThrownBy(() -> new AdditiveModel.Term(
            term.binning(), term.effects(), term.high(), term.low(), term.points()))
        .hasMessageContaining("low <= effect <= high");
    assertThatThrownBy(() -> AdditiveModel.of(
            0, MODEL.terms(), List.of(MODEL.pairs().get(0), MODEL.pairs().get(0))))
        .hasMessageContaining("pair of features stands twice");
  }
}
