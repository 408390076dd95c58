package io.probity.bench;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.model.AdditiveModel;
import io.probity.model.Calibration;
import io.probity.model.MasterScale;
import io.probity.model.ModelParts;
import io.probity.model.PackedTrees;
import io.probity.model.Predictor;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import io.probity.model.ScorecardPoints;
import io.probity.model.TrainingData;
import io.probity.model.TreeColumn;
import io.probity.model.TreeEnsemble;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up models and applicants of the size of a real one: 20 numbers and 4 categories. */
final class LatencyModels {

  /** So many distinct applicants that the processor cannot learn their branches by heart. */
  static final int ROWS = 8_192;

  static final int NUMBERS = 20;
  static final int CATEGORIES = 4;
  static final int LEVELS = 6;
  static final double INTERCEPT = -3.2;
  private static final int CARD_CUTS = 6;
  private static final int ADDITIVE_CUTS = 250;
  private static final int FEATURES_WITH_GAPS = 7;
  private static final double SHARE_MISSING = 0.05;
  private static final long SEED = 20_261_121;
  private static final int TREES = 300;
  private static final int TREE_NODES = 31; // depth 4
  private static final List<Float> INDICES =
      IntStream.range(0, LEVELS).mapToObj(level -> (float) level).toList();

  private LatencyModels() {}

  /** Returns the names of the features. */
  static List<String> names() {
    return IntStream.range(0, NUMBERS + CATEGORIES)
        .mapToObj(i -> i < NUMBERS ? "n" + i : "c" + (i - NUMBERS))
        .toList();
  }

  /** Returns applicants: numbers from a normal distribution, some missing, and levels. */
  static double[][] rows() {
    return rows(ROWS, SEED);
  }

  /** Returns the cells of rows by feature. */
  static double[][] columns(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][row] = rows[row][i];
      }
    }
    return columns;
  }

  static double[][] rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[count][NUMBERS + CATEGORIES];
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        boolean missing = i < FEATURES_WITH_GAPS && random.nextDouble() < SHARE_MISSING;
        double number = i < NUMBERS ? random.nextGaussian() : random.nextInt(LEVELS);
        row[i] = missing ? Double.NaN : number;
      }
    }
    return rows;
  }

  /** Returns a scorecard of 7 bins a number and 3 groups of levels a category. */
  static RiskModel scorecard() {
    return model(scorecard(fields(names())), fields(names()));
  }

  /** Returns an additive model with 250 cuts in all. */
  static RiskModel additive() {
    List<Field> fields = fields(names());
    SplittableRandom random = new SplittableRandom(SEED);
    List<AdditiveModel.Term> terms = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      int share = ADDITIVE_CUTS / NUMBERS + (i < ADDITIVE_CUTS % NUMBERS ? 1 : 0);
      Binning binning = binning(fields.get(i), share, random);
      List<Double> effects = IntStream.range(0, binning.bins())
          .mapToObj(bin -> random.nextDouble(-0.4, 0.4))
          .toList();
      List<Integer> points = Collections.nCopies(binning.bins(), 0);
      terms.add(new AdditiveModel.Term(binning, effects, effects, effects, points));
    }
    ScorecardPoints points =
        ScorecardPoints.of(ScoreScale.DEFAULT, Calibration.IDENTITY, INTERCEPT, fields.size());
    return model(AdditiveModel.of(INTERCEPT, terms, List.of()).withPoints(points), fields);
  }

  /** Returns 300 boosted trees of depth 4 on all features, a category as its index. */
  static RiskModel boosted() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> names = names();
    int[] roots = new int[TREES];
    int nodes = TREES * TREE_NODES;
    int[] column = new int[nodes];
    boolean[] missingLeft = new boolean[nodes];
    float[] value = new float[nodes];
    int[] left = new int[nodes];
    float[] cover = new float[nodes];
    for (int node = 0; node < nodes; node++) {
      int place = node % TREE_NODES;
      int root = node - place;
      roots[node / TREE_NODES] = root;
      if (place >= TREE_NODES / 2) {
        value[node] = (float) random.nextDouble(-0.05, 0.05);
        cover[node] = ROWS / (float) (TREE_NODES / 2 + 1);
        continue;
      }
      column[node] = random.nextInt(names.size());
      missingLeft[node] = random.nextBoolean();
      left[node] = root + 2 * place + 1;
      value[node] = (float)
          (column[node] < NUMBERS ? random.nextGaussian() : random.nextInt(1, LEVELS) - 0.5);
    }
    List<TreeColumn> columns = IntStream.range(0, names.size())
        .<TreeColumn>mapToObj(
            i -> i < NUMBERS ? new TreeColumn.Value(i) : new TreeColumn.Levels(i, INDICES, 0.0f))
        .toList();
    PackedTrees trees =
        PackedTrees.of(columns.size(), roots, column, missingLeft, value, left, cover);
    return model(TreeEnsemble.of(names, columns, (float) INTERCEPT, trees), fields(names));
  }

  /** Returns a scorecard on any fields; categories must have {@value #LEVELS} levels or none. */
  static Scorecard scorecard(List<Field> fields) {
    SplittableRandom random = new SplittableRandom(SEED);
    ScorecardPoints points =
        ScorecardPoints.of(ScoreScale.DEFAULT, Calibration.IDENTITY, INTERCEPT, fields.size());
    List<Scorecard.Term> terms = new ArrayList<>();
    for (Field field : fields) {
      Binning binning = binning(field, CARD_CUTS, random);
      double coefficient = -0.3 - random.nextDouble();
      List<Integer> whole = IntStream.range(0, binning.bins())
          .mapToObj(bin -> points.whole(coefficient * binning.woe(bin)))
          .toList();
      terms.add(new Scorecard.Term(binning, coefficient, 0, whole));
    }
    return Scorecard.of(INTERCEPT, terms);
  }

  /** Returns a model of a predictor. */
  static RiskModel model(Predictor predictor, List<Field> fields) {
    MasterScale grades = MasterScale.DEFAULT;
    List<Double> means = Collections.nCopies(grades.size(), 0.0);
    List<Reference.FeatureReference> features = predictor.features().stream()
        .map(name -> new Reference.FeatureReference(name, 0.0, means, List.of(), List.of(1.0)))
        .toList();
    List<Double> shares = Collections.nCopies(grades.size(), 1.0 / grades.size());
    return RiskModel.of(new ModelParts(
        Schema.of(Optional.of(new Target("90+", 12, false)), Set.of(), fields),
        predictor,
        Calibration.IDENTITY,
        ScoreScale.DEFAULT,
        grades,
        new Reference(ROWS, features, shares, List.of(560), List.of(0.5, 0.5)),
        new TrainingData("00", ROWS, ROWS / 10),
        1,
        "{}"));
  }

  static List<String> levels() {
    return IntStream.range(0, LEVELS).mapToObj(level -> "level-" + level).toList();
  }

  private static List<Field> fields(List<String> names) {
    return names.stream()
        .map(name -> name.startsWith("n")
            ? Field.of(name, FieldKind.NUMBER, FieldRole.FEATURE)
            : Field.of(name, FieldKind.CATEGORY, FieldRole.FEATURE)
                .withRules(FieldRules.NONE.withLevels(levels())))
        .toList();
  }

  private static Binning binning(Field field, int cuts, SplittableRandom random) {
    int specials = field.rules().specials().size();
    if (field.kind() == FieldKind.CATEGORY) {
      List<String> levels = field.rules().levels();
      int half = levels.size() / 2;
      List<List<String>> groups =
          List.of(levels.subList(0, half), levels.subList(half, levels.size()));
      int bins = groups.size() + 1 + specials;
      return Binning.ofCategory(field, groups, 0, table(bins), woe(bins, random), BinOrigin.AUTO);
    }
    double[] ends = random.doubles(cuts, -2.0, 2.0).sorted().toArray();
    int bins = cuts + 2 + specials;
    return Binning.ofNumber(field, ends, table(bins), woe(bins, random), BinOrigin.AUTO);
  }

  private static double[] woe(int bins, SplittableRandom random) {
    return random.doubles(bins, -0.6, 0.6).toArray();
  }

  private static BinTable table(int bins) {
    double[] counts = new double[bins];
    Arrays.fill(counts, 100);
    return BinTable.of(counts, counts, ZeroCellRule.HALF_IN_ZERO_BINS);
  }
}
