package io.probity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.schema.SpecialValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEnsembleTest {

  private static final String ENSEMBLE = "predictor/ensemble.json";
  private static final String TREES = "predictor/trees.bin";

  /** dsti below 0.4: -0.5 (cover 30); else car 0.25 (6), home 1 (4). Then NO_HIT 0.5 (2), else 0 (38). */
  private static final TreeEnsemble MODEL = TreeEnsemble.of(
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
          new float[] {0.4f, -0.5f, 0.5f, 0.25f, 1.0f, 0.5f, 0.0f, 0.5f},
          new int[] {1, 0, 3, 0, 0, 6, 0, 0},
          new float[] {0, 30, 0, 6, 4, 0, 38, 2}));

  private static final RiskModel RISK_MODEL = RiskModel.of(parts(MODEL));

  private static ModelParts parts(TreeEnsemble model) {
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
    assertThat(MODEL.badLogOdds(new double[] {0.2, 1})).isEqualTo(-1.5 - 0.5);
    assertThat(MODEL.badLogOdds(new double[] {0.5, 0})).isEqualTo(-1.5 + 0.25);
    // 0.4 as a double is below 0.4 as a float, but the same float: not below the threshold
    assertThat(MODEL.badLogOdds(new double[] {0.4, 1})).isEqualTo(-1.5 + 1);
    // NO_HIT is missing for the value, which goes right, and has its flag
    assertThat(MODEL.badLogOdds(new double[] {SpecialValues.cell(0), 0})).isEqualTo(-0.75);
    // a purpose nobody saw counts as 1, a missing one goes left
    assertThat(MODEL.badLogOdds(new double[] {Double.NaN, SpecialValues.UNSEEN}))
        .isEqualTo(-0.5);
    assertThat(MODEL.badLogOdds(new double[] {Double.NaN, Double.NaN})).isEqualTo(-1.25);
    // beyond the floats
    assertThat(MODEL.badLogOdds(new double[] {1e300, 0})).isEqualTo(-1.25);
    assertThat(MODEL.badLogOdds(new double[] {-1e300, 0})).isEqualTo(-2.0);
  }

  @Test
  void contributions_joinTheColumnsOfAFeature() {
    // means: tree 1 (-15 + 1.5 + 4) / 40 = -0.2375, right side 5.5 / 10 = 0.55; tree 2 1 / 40 =
    // 0.025
    // dsti 0.5, home. Sets: none -0.2375; dsti 0.55; purpose 0.75 * -0.5 + 0.25 * 1 = -0.125; both
    // 1
    // dsti (0.7875 + 1.125) / 2 - 0.025 = 0.93125; purpose (0.1125 + 0.45) / 2 = 0.28125
    double[] out = new double[3];
    out[2] = 7;

    MODEL.contributions(new double[] {0.5, 1}, out);

    assertThat(MODEL.base()).isCloseTo(-1.5 - 0.2375 + 0.025, within(1e-12));
    assertThat(out[0]).isCloseTo(0.93125, within(1e-12));
    assertThat(out[1]).isCloseTo(0.28125, within(1e-12));
    assertThat(out[2]).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void contributions_andBase_addUpToTheLogOdds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeEnsemble ensemble = random(random, 23, 4);
    double[] out = new double[2];
    for (int i = 0; i < 60; i++) {
      double[] x = cells(random);
      ensemble.contributions(x, out);
      double[][] pairs = ensemble.interactions(x);

      assertThat(ensemble.base() + out[0] + out[1]).isCloseTo(ensemble.badLogOdds(x), within(1e-5));
      assertThat(pairs[0][1]).isCloseTo(pairs[1][0], within(1e-10));
      assertThat(pairs[0][0] + pairs[0][1]).isCloseTo(out[0], within(1e-10));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void badLogOdds_addsTheLeavesOfPlainWalksInOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeEnsemble ensemble = random(random, 22 + (int) seed, 7);
    PackedTrees trees = ensemble.trees();
    for (int i = 0; i < 1_000; i++) {
      double[] x = cells(random);
      float sum = ensemble.baseLogOdds();
      for (int tree = 0; tree < trees.trees(); tree++) {
        int node = trees.root(tree);
        while (!trees.isLeaf(node)) {
          TreeColumn column = ensemble.columns().get(trees.column(node));
          node = trees.child(node, column.of(x[column.feature()]));
        }
        sum += trees.value(node);
      }
      assertThat(ensemble.badLogOdds(x)).isEqualTo((double) sum);
    }
  }

  private static double[] cells(SplittableRandom random) {
    double dsti = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
    return new double[] {
      random.nextInt(9) == 0 ? SpecialValues.cell(0) : dsti, random.nextInt(3) - 1
    };
  }

  /** Full trees of random depth over the columns of the small model. */
  private static TreeEnsemble random(SplittableRandom random, int count, int deepest) {
    int[] roots = new int[count];
    int most = count * (1 << (deepest + 1));
    int[] column = new int[most];
    boolean[] missingLeft = new boolean[most];
    float[] value = new float[most];
    int[] left = new int[most];
    float[] cover = new float[most];
    int node = 0;
    for (int tree = 0; tree < count; tree++) {
      roots[tree] = node;
      int splits = (1 << random.nextInt(deepest + 1)) - 1;
      for (int i = 0; i < 2 * splits + 1; i++, node++) {
        if (i < splits) {
          column[node] = random.nextInt(3);
          missingLeft[node] = random.nextBoolean();
          value[node] = (float) random.nextDouble();
          left[node] = roots[tree] + 2 * i + 1;
        } else {
          value[node] = (float) (random.nextDouble() - 0.5);
          cover[node] = (float) (0.1 + random.nextDouble());
        }
      }
    }
    PackedTrees trees = PackedTrees.of(
        3,
        roots,
        Arrays.copyOf(column, node),
        Arrays.copyOf(missingLeft, node),
        Arrays.copyOf(value, node),
        Arrays.copyOf(left, node),
        Arrays.copyOf(cover, node));
    return TreeEnsemble.of(MODEL.features(), MODEL.columns(), 0.1f, trees);
  }

  @Test
  void first_keepsTheFirstTrees() {
    assertThat(MODEL.trees().first(1).nodes()).isEqualTo(5);
    assertThat(MODEL.trees().first(0).trees()).isZero();
    TreeEnsemble none =
        TreeEnsemble.of(MODEL.features(), MODEL.columns(), -1.5f, MODEL.trees().first(0));
    assertThat(none.badLogOdds(new double[] {0.5, 1})).isEqualTo(-1.5);
    assertThatThrownBy(() -> MODEL.trees().first(3)).hasMessageContaining("3 cannot be taken");
  }

  @Test
  void probes_holdCutsLevelsMissingAndFlags() {
    double below = Math.nextDown(0.4f);
    assertThat(MODEL.probes(0))
        .containsExactly(SpecialValues.cell(0), below, (double) 0.4f, Double.NaN);
    assertThat(MODEL.probes(1)).containsExactly(-1, 0, 1, Double.NaN);
  }

  @Test
  void saveAndLoad_givesTheSameModel() throws IOException {
    RiskModel loaded =
        RiskModel.read(new ByteArrayInputStream(RISK_MODEL.toBytes()), ReadLimits.DEFAULT);

    assertThat(loaded.toBytes()).isEqualTo(RISK_MODEL.toBytes());
    TreeEnsemble read = (TreeEnsemble) loaded.predictor();
    assertThat(read.columns()).isEqualTo(MODEL.columns());
    assertThat(new TreeEnsembleFormat().write(read).get(TREES))
        .isEqualTo(new TreeEnsembleFormat().write(MODEL).get(TREES));
    for (double[] x : new double[][] {{0.39, 1}, {0.4, -1}, {Double.NaN, 0}}) {
      assertThat(read.badLogOdds(x)).isEqualTo(MODEL.badLogOdds(x));
    }
  }

  @Test
  void scorer_givesReasonsByContributions() {
    Scorer scorer = RISK_MODEL.newScorer();

    scorer.evaluate(new double[] {0.5, 1});

    assertThat(scorer.reasonCount()).isEqualTo(2);
    assertThat(scorer.reasonFeature(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"sum\" : \"FLOAT_IN_ORDER\" | \"sum\" : \"DOUBLE\" | FLOAT_IN_ORDER",
        "\"trees\" : 2 | \"trees\" : 3 | 2 and 3",
        "\"trees\" : 2 | \"trees\" : 2, \"extra\" : 1 | extra",
        "\"baseLogOdds\" : -1.5 | \"baseLogOdds\" : 0.1 | single precision",
        "\"baseLogOdds\" : -1.5 | \"baseLogOdds\" : NaN | NaN",
        "\"code\" : 0 | \"code\" : 7 | special code of dsti",
        "\"kind\" : \"FLAG\", \"code\" : 0 | \"kind\" : \"TEXT\" | TEXT",
        "\"values\" : [ 0, 1 ] | \"values\" : [ 0 ] | each level of purpose",
        "\"feature\" : \"dsti\", \"kind\" : \"VALUE\" | \"feature\" : \"purpose\", \"kind\" : \"VALUE\" | LEVELS",
        "\"feature\" : \"dsti\", \"kind\" : \"VALUE\" | \"feature\" : \"age\", \"kind\" : \"VALUE\" | age",
        "\"features\" : [ \"dsti\", \"purpose\" ] | \"features\" : [ \"dsti\", \"income\" ] | income",
        "\"binary\" : \"predictor/trees.bin\" | \"binary\" : \"x\" | must stand in"
      })
  void read_brokenJson_isRefusedWithTheRule(String before, String after, String message) {
    Map<String, byte[]> entries = new LinkedHashMap<>(new TreeEnsembleFormat().write(MODEL));
    String text = new String(entries.get(ENSEMBLE), StandardCharsets.UTF_8)
        .replaceAll("\\s+", " ")
        .replace(".0", "");
    assertThat(text).contains(before.strip());
    entries.put(
        ENSEMBLE, text.replace(before.strip(), after.strip()).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> read(entries))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message.strip());
  }

  // bytes: header 0-19, two roots 20-27, then nodes of 20 bytes from 28 on:
  // column +0, value +4, left +8, right +12, cover +16
  @ParameterizedTest
  @CsvSource({
    "0, 7, must start as trees",
    "4, 2, version 1",
    "8, 4, split on 4 columns",
    "12, 1, length",
    "12, -5, length",
    "12, 1000000000, length",
    "16, 2147483647, length",
    "20, 1, first tree must start",
    "24, 0, must have a node",
    "24, 4, the children of node 2",
    "28, 3, splits on the column 3",
    "28, -4, splits on the column 3",
    "32, 2143289344, finite",
    "36, 0, right child of node 0 must be 0",
    "36, 2, right child of node 0 must be 3",
    "40, 1, right child of node 0",
    "44, 1065353216, which splits",
    "48, 1, must not split",
    "64, 0, must be above 0",
    "64, -1082130432, must be above 0"
  })
  void read_brokenNodes_areRefusedWithTheRule(int offset, int patched, String message) {
    Map<String, byte[]> entries = new LinkedHashMap<>(new TreeEnsembleFormat().write(MODEL));
    ByteBuffer.wrap(entries.get(TREES)).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, patched);

    assertThatThrownBy(() -> read(entries))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void read_aLoop_isRefused() {
    Map<String, byte[]> entries = new LinkedHashMap<>(new TreeEnsembleFormat().write(MODEL));
    ByteBuffer bytes = ByteBuffer.wrap(entries.get(TREES)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(28 + 2 * 20 + 8, 1).putInt(28 + 2 * 20 + 12, 2);

    assertThatThrownBy(() -> read(entries))
        .hasMessageContaining("the children of node 2 must be the next two of its tree, 3 and 4");
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void read_randomDamage_isRefusedOrReadsAsTrees(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      Map<String, byte[]> entries = new LinkedHashMap<>(new TreeEnsembleFormat().write(MODEL));
      byte[] bytes = entries.get(TREES);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      entries.put(
          TREES,
          random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 9)) : bytes);
      try {
        assertThat(read(entries).badLogOdds(new double[] {0.5, 1})).isNotNaN();
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageNotContaining("null");
      }
    }
  }

  private static Predictor read(Map<String, byte[]> entries) {
    PredictorFormat.Entries stored = new PredictorFormat.Entries() {
      @Override
      public byte[] bytes(String name) {
        return entries.get(name);
      }

      @Override
      public JsonObject json(String name) {
        return JsonObject.parse(bytes(name), name, JsonLimits.FILE);
      }
    };
    return new TreeEnsembleFormat()
        .read(stored, TestModels.parts(Calibration.IDENTITY).schema());
  }
}
