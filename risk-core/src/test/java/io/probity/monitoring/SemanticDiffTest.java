package io.probity.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.audit.AuditFixture;
import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.decision.TestPolicies;
import io.probity.model.AdditiveModel;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.MasterScale;
import io.probity.model.ModelParts;
import io.probity.model.PackedTrees;
import io.probity.model.Predictor;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import io.probity.model.TrainingData;
import io.probity.model.TreeColumn;
import io.probity.model.TreeEnsemble;
import io.probity.monitoring.SemanticDiff.Difference;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import io.probity.schema.SpecialValues;
import io.probity.schema.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticDiffTest {

  private static List<Difference> policies(String first, String second) {
    return SemanticDiff.of(TestPolicies.policy(first), TestPolicies.policy(second));
  }

  @Test
  void of_same_saysNothing() {
    assertThat(SemanticDiff.of(TestModels.scorecard(), TestModels.scorecard())).isEmpty();
    assertThat(policies(TestPolicies.POLICY, TestPolicies.POLICY)).isEmpty();
  }

  @Test
  void of_otherSpacingOfThePolicy_saysNothing() {
    assertThat(policies(TestPolicies.POLICY, TestPolicies.POLICY.replace("\n", "  \n")))
        .isEmpty();
  }

  @Test
  void of_otherCalibration_saysItAndThePointsThatFollow() {
    RiskModel first = AuditFixture.engine(-2.0).model();
    RiskModel second = AuditFixture.engine(-1.0).model();

    List<Difference> differences = SemanticDiff.of(first, second);

    assertThat(differences).extracting(Difference::place).contains("calibration, intercept");
    assertThat(SemanticDiff.of(second, first))
        .extracting(Difference::first)
        .containsExactlyElementsOf(differences.stream().map(Difference::second).toList());
  }

  @Test
  void of_changedFigure_namesThePathAndBothValues() {
    String second = TestPolicies.POLICY.replace("\"ceiling\":50000", "\"ceiling\":40000");

    assertThat(policies(TestPolicies.POLICY, second)).singleElement().satisfies(difference -> {
      assertThat(difference.place()).endsWith(".ceiling");
      assertThat(difference.first()).isEqualTo("50000");
      assertThat(difference.second()).isEqualTo("40000");
    });
  }

  @Test
  void of_rulesInOtherOrder_areMatchedByTheirCodes() {
    String rule = TestPolicies.POLICY.replaceAll(
        "(?s).*\"knockOuts\":\\[(\\{.*?}}})].*", "$1"); // the only one
    String other = rule.replace("OVERDUE", "ARREARS").replace("\"above\":0", "\"above\":2");
    String both = TestPolicies.POLICY.replace(rule, rule + "," + other);
    String turned = TestPolicies.POLICY.replace(rule, other + "," + rule);

    assertThat(policies(both, turned)).isEmpty();
    assertThat(policies(TestPolicies.POLICY, turned)).singleElement().satisfies(difference -> {
      assertThat(difference.place()).isEqualTo("policy.knockOuts[ARREARS]");
      assertThat(difference.first()).isEqualTo("-");
      assertThat(difference.second()).contains("above: 2");
    });
    String stricter = TestPolicies.POLICY.replace("\"above\":0", "\"above\":1");
    assertThat(policies(TestPolicies.POLICY, stricter))
        .extracting(Difference::place)
        .containsExactly("policy.knockOuts[OVERDUE].when.above");
  }

  private static List<String> lines(RiskModel first, RiskModel second) {
    return SemanticDiff.of(first, second).stream()
        .map(found -> found.place() + ": " + found.first() + " -> " + found.second())
        .toList();
  }

  private static RiskModel model(Predictor predictor, Field... further) {
    ModelParts parts = TestModels.parts(Calibration.IDENTITY);
    return RiskModel.of(new ModelParts(
        Schema.of(
            parts.schema().target(),
            parts.schema().missingTokens(),
            further.length == 0 ? parts.schema().fields() : List.of(further)),
        predictor,
        parts.calibration(),
        parts.scale(),
        parts.grades(),
        parts.reference(),
        parts.data(),
        parts.catalogVersion(),
        parts.plan()));
  }

  private static AdditiveModel.Term term(Binning binning) {
    List<Double> zeros = Collections.nCopies(binning.bins(), 0.0);
    return new AdditiveModel.Term(
        binning, zeros, zeros, zeros, Collections.nCopies(binning.bins(), 10));
  }

  /** dsti with cuts, missing and NO_HIT; purpose car, home, missing. */
  private static Binning dsti(double... cuts) {
    int bins = cuts.length + 3;
    double[] counts = new double[bins];
    Arrays.fill(counts, 10);
    return Binning.ofNumber(
        TestModels.DSTI,
        cuts,
        BinTable.of(counts, counts, ZeroCellRule.HALF_IN_ZERO_BINS),
        new double[bins],
        BinOrigin.AUTO);
  }

  private static Binning purpose() {
    double[] counts = {10, 10, 10};
    return Binning.ofCategory(
        TestModels.PURPOSE,
        List.of(List.of("car"), List.of("home")),
        0,
        BinTable.of(counts, counts, ZeroCellRule.HALF_IN_ZERO_BINS),
        new double[3],
        BinOrigin.AUTO);
  }

  private static final AdditiveModel.Pair PAIR = new AdditiveModel.Pair(
      0,
      1,
      List.of(0, 1, 0, 0), // below 0.4, missing and NO_HIT together
      List.of(0, 1, 0), // home apart
      List.of(List.of(0.1, 0.2), List.of(0.3, 0.4)),
      List.of(List.of(0, 0), List.of(0, 0)));

  @Test
  void of_otherCellsOfAPair_namesEdgesNumberAndTheLargestChange() {
    RiskModel first =
        model(AdditiveModel.of(-1.0, List.of(term(dsti(0.4)), term(purpose())), List.of(PAIR)));
    // the features turned round, and a row of its own from 0.6 on
    AdditiveModel.Pair turned = new AdditiveModel.Pair(
        0,
        1,
        List.of(0, 1, 0),
        List.of(0, 1, 2, 0, 0),
        List.of(List.of(0.1, 0.3, 0.9), List.of(0.2, 0.4, 0.5)),
        List.of(List.of(0, 0, 0), List.of(0, 0, 0)));
    RiskModel second = model(
        AdditiveModel.of(-1.0, List.of(term(purpose()), term(dsti(0.4, 0.6))), List.of(turned)));

    // parts of dsti: below 0.4, [0.4, 0.6), 0.6 and above, missing, NO_HIT; of purpose: car, home,
    // unseen, missing. From 0.6 on: car, unseen (as car) and missing 0.3 to 0.9, home 0.4 to 0.5
    assertThat(lines(first, second))
        .contains(
            "pair dsti and purpose, edges of dsti: none of 1 of its own -> 1 of 2 of its own: 0.6",
            "pair dsti and purpose, 4 of 20 cells differ, most at dsti 0.6 and above and purpose car:"
                + " log-odds 0.3 -> log-odds 0.9");
  }

  @Test
  void of_samePairWithItsFeaturesTurnedRound_saysNothingOfIt() {
    RiskModel first =
        model(AdditiveModel.of(-1.0, List.of(term(dsti(0.4)), term(purpose())), List.of(PAIR)));
    AdditiveModel.Pair turned = new AdditiveModel.Pair(
        0,
        1,
        PAIR.columnOf(),
        PAIR.rowOf(),
        List.of(List.of(0.1, 0.3), List.of(0.2, 0.4)),
        PAIR.points());
    RiskModel second =
        model(AdditiveModel.of(-1.0, List.of(term(purpose()), term(dsti(0.4))), List.of(turned)));

    assertThat(lines(first, second)).noneMatch(line -> line.startsWith("pair"));
  }

  @Test
  void of_pairInOneModelOnly_saysHowLargeItIs() {
    RiskModel with =
        model(AdditiveModel.of(-1.0, List.of(term(dsti(0.4)), term(purpose())), List.of(PAIR)));
    RiskModel without =
        model(AdditiveModel.of(-1.0, List.of(term(dsti(0.4)), term(purpose())), List.of()));

    assertThat(lines(with, without))
        .contains("pair dsti and purpose: 2 x 2 cells, log-odds from 0.1 to 0.4 -> -");
    assertThat(lines(without, with))
        .contains("pair dsti and purpose: - -> 2 x 2 cells, log-odds from 0.1 to 0.4");
    assertThat(lines(with, with)).isEmpty();
  }

  /**
   * Tree 1: dsti below a threshold: -0.5 (cover 30); else car 0.25 (6), home 1 (4). Tree 2: no NO_HIT
   * 0 (38), else 0.5 (2).
   */
  private static TreeEnsemble trees(float threshold, float last) {
    return TreeEnsemble.of(
        List.of("dsti", "purpose"),
        List.of(
            new TreeColumn.Value(0),
            new TreeColumn.Flag(0, 0),
            new TreeColumn.Levels(1, List.of(0.0f, 1.0f), 1.0f)),
        -1.5f,
        PackedTrees.of(
            3,
            new int[] {0, 5},
            new int[] {0, 0, 2, 0, 0, 1, 0, 0},
            new boolean[] {false, false, true, false, false, true, false, false},
            new float[] {threshold, -0.5f, 0.5f, 0.25f, last, 0.5f, 0.0f, 0.5f},
            new int[] {1, 0, 3, 0, 0, 6, 0, 0},
            new float[] {0, 30, 0, 6, 4, 0, 38, 2}));
  }

  @Test
  void of_otherTrees_namesThresholdsAndTheFirstNodeThatDiffers() {
    RiskModel first = model(trees(0.4f, 1.0f));

    assertThat(lines(first, model(trees(0.4f, 1.0f)))).isEmpty();
    // cover of the splits: 40 on dsti, 10 on purpose, 40 on the flag
    assertThat(lines(first, model(trees(0.5f, 1.0f))))
        .contains(
            "feature dsti, thresholds: 1 of 1 of its own: dsti < 0.4 -> 1 of 1 of its own: dsti < 0.5",
            "trees, 1 of the first 2 differ, the first is number 1, at the root:"
                + " dsti < 0.4 -> dsti < 0.5");
    assertThat(lines(first, model(trees(0.4f, 1.25f))))
        .contains("trees, 1 of the first 2 differ, the first is number 1, where not dsti < 0.4 and"
            + " not purpose in {car}: leaf 1 -> leaf 1.25");
    assertThat(lines(first, model(trees(0.4f, Math.nextUp(1.0f)))))
        .anyMatch(line -> line.endsWith("leaf 1 -> leaf 1.0000001192092896"));
    assertThat(lines(first, model(trees(0.4f, 1.0f).first(1))))
        .contains(
            "trees: 2 -> 1",
            "feature dsti NO_HIT, splits: 1 splits, 44.4% of the cover -> 0 splits, 0.0% of the cover");
  }

  @Test
  void of_otherCalibration_namesParametersAndTheLargestChange() {
    ModelParts parts = TestModels.parts(Calibration.IDENTITY);
    RiskModel first = RiskModel.of(parts);
    RiskModel second = RiskModel.of(
        TestModels.parts(Calibration.of(new CalibrationCurve.Platt(0.5, 1.0)).withShift(-0.5)));

    // the shift takes the intercept back, so that no PD changes but for the last digit
    assertThat(lines(first, second))
        .contains(
            "calibration, method: IDENTITY -> PLATT",
            "calibration, intercept: - -> 0.5",
            "calibration, shift: 0 -> -0.5");
    RiskModel third =
        RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(1.0, 1.0))));
    // 1 / (1 + e^(x)) moves most where both are as far from 1/2: at log-odds -0.5
    assertThat(lines(first, third))
        .contains("calibration, largest change of the PD, at log-odds -0.5: 0.377541 -> 0.622459");
  }

  @Test
  void of_otherGradesTextsReferenceAndData_saysEach() {
    ModelParts parts = TestModels.parts(Calibration.IDENTITY);
    Field translated = new Field(
        "dsti",
        TestModels.DSTI.kind(),
        TestModels.DSTI.role(),
        TestModels.DSTI.source(),
        TestModels.DSTI.rules(),
        TestModels.DSTI.labels(),
        Texts.of(Map.of("en", "Your debt service is high", "zh-Hans", "月供过高")));
    List<MasterScale.Grade> grades = new ArrayList<>(parts.grades().grades());
    grades.set(2, new MasterScale.Grade("C", 0.06));
    List<Double> shares = new ArrayList<>(parts.reference().gradeShares());
    Collections.swap(shares, 0, 1);
    List<Reference.FeatureReference> features =
        new ArrayList<>(parts.reference().features());
    features.set(
        0,
        new Reference.FeatureReference(
            "dsti", -0.1, features.get(0).gradeMeans(), List.of(), List.of(0.35, 0.4, 0.15, 0.1)));
    ModelParts other = new ModelParts(
        Schema.of(
            parts.schema().target(),
            parts.schema().missingTokens(),
            List.of(translated, TestModels.PURPOSE)),
        parts.predictor(),
        parts.calibration(),
        parts.scale(),
        parts.grades(),
        new Reference(200, features, shares, List.of(565), List.of(0.5, 0.5)),
        new TrainingData("01", 200, 20),
        1,
        "{\"seed\":2}");
    ModelParts otherGrades = new ModelParts(
        parts.schema(),
        parts.predictor(),
        parts.calibration(),
        parts.scale(),
        new MasterScale(grades),
        parts.reference(),
        parts.data(),
        1,
        "{}");

    assertThat(lines(RiskModel.of(parts), RiskModel.of(other)))
        .containsExactlyInAnyOrder(
            "reference, records: 100 -> 200",
            "reference, cuts of the score: [560] -> [565]",
            "reference, share of grade A: 10.0% -> 20.0%",
            "reference, share of grade B: 20.0% -> 10.0%",
            "feature dsti, reference, share that differs most, bin below 0.4: 50.0% -> 35.0%",
            "schema.fields[dsti].reasons.zh-Hans: - -> \"月供过高\"",
            "plan.seed: - -> 2",
            "training data, records: 100 -> 200",
            "training data, SHA-256: 00 -> 01");
    assertThat(lines(RiskModel.of(parts), RiskModel.of(otherGrades)))
        .containsExactly("grade C: PD below 0.05 -> PD below 0.06");
  }

  @Test
  void of_listsOfTexts_saysWhatOnlyOneHas() {
    Differences differences = new Differences();
    new JsonDiff(differences)
        .compare("policy", "{\"a\":[\"x\",\"y\"]}", "{\"a\":[\"y\",\"z\",\"v\"]}");

    assertThat(differences.found())
        .containsExactly(new Difference(
            "policy.a", "1 of 2 of its own: \"x\"", "2 of 3 of its own: \"z\", \"v\""));
    Differences order = new Differences();
    new JsonDiff(order).compare("policy", "{\"a\":[\"x\",\"y\"]}", "{\"a\":[\"y\",\"x\"]}");
    assertThat(order.found())
        .extracting(Difference::place)
        .containsExactly("policy.a[0]", "policy.a[1]");
  }

  /** All effects of features are 0, so that log-odds differ by the pair alone. */
  private static AdditiveModel drawn(SplittableRandom random) {
    double[] cuts = random
        .ints(random.nextInt(4), 0, 8)
        .distinct()
        .sorted()
        .asDoubleStream()
        .toArray();
    List<Integer> rows = places(cuts.length + 3, random);
    List<Integer> columns = places(3, random);
    List<List<Double>> effects = new ArrayList<>();
    List<List<Integer>> points = new ArrayList<>();
    int width = Collections.max(columns) + 1;
    for (int row = 0; row <= Collections.max(rows); row++) {
      effects.add(random.ints(width, -3, 4).mapToObj(tenths -> tenths / 8.0).toList());
      points.add(Collections.nCopies(width, 0));
    }
    return AdditiveModel.of(
        0.0,
        List.of(term(dsti(cuts)), term(purpose())),
        List.of(new AdditiveModel.Pair(0, 1, rows, columns, effects, points)));
  }

  private static List<Integer> places(int bins, SplittableRandom random) {
    int places = 1 + random.nextInt(bins);
    List<Integer> placed = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      placed.add(bin < places ? bin : random.nextInt(places));
    }
    return placed;
  }

  /** The largest change that is told is the largest that any applicant can meet. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20_261_122})
  void of_drawnPairs_tellTheLargestChangeOfTheLogOdds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AdditiveModel first = drawn(random);
    AdditiveModel second = drawn(random);
    double largest = 0;
    for (double dsti = -0.5; dsti < 9; dsti += 0.5) {
      largest = Math.max(largest, largest(dsti, first, second));
    }
    largest = Math.max(largest, largest(Double.NaN, first, second));
    largest = Math.max(largest, largest(SpecialValues.cell(0), first, second));

    List<Difference> told = SemanticDiff.of(model(first), model(second)).stream()
        .filter(found -> found.place().contains("cells differ"))
        .toList();
    if (largest == 0) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told).hasSize(1);
      double before = Double.parseDouble(told.get(0).first().replace("log-odds ", ""));
      double after = Double.parseDouble(told.get(0).second().replace("log-odds ", ""));
      assertThat(Math.abs(before - after)).isEqualTo(largest);
    }
  }

  private static double largest(double dsti, AdditiveModel first, AdditiveModel second) {
    double largest = 0;
    for (double purpose : new double[] {0, 1, SpecialValues.UNSEEN, Double.NaN}) {
      double[] x = {dsti, purpose};
      largest = Math.max(largest, Math.abs(first.badLogOdds(x) - second.badLogOdds(x)));
    }
    return largest;
  }

  /** Merged and moved bins: cuts of both, and the parts between them. */
  @Test
  void of_movedCut_comparesThePartsBetweenTheCutsOfBoth() {
    RiskModel first = model(steps(List.of(0.1, 0.5, 0.0, 0.0), 0.4));
    RiskModel second = model(steps(List.of(0.1, 0.5, 0.25, 0.0), 0.6));

    assertThat(lines(first, second))
        .containsExactly(
            "feature dsti, cuts: 1 of 1 of its own: 0.4 -> 1 of 1 of its own: 0.6",
            "feature dsti, bin [0.4, 0.6): 10 points, log-odds 0.5 -> 10 points, log-odds 0.1",
            "feature dsti, bin missing: 10 points, log-odds 0 -> 10 points, log-odds 0.25");
  }

  private static AdditiveModel steps(List<Double> effects, double cut) {
    return AdditiveModel.of(
        -1.0,
        List.of(
            new AdditiveModel.Term(
                dsti(cut), effects, effects, effects, Collections.nCopies(4, 10)),
            term(purpose())),
        List.of());
  }
}
