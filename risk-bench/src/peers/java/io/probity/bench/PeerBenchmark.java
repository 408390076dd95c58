package io.probity.bench;

import hex.genmodel.easy.EasyPredictModelWrapper;
import hex.genmodel.easy.RowData;
import hex.genmodel.easy.exception.PredictException;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jpmml.evaluator.Evaluator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import smile.classification.GradientTreeBoost;
import smile.classification.LogisticRegression;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;

/**
 * What the same question costs elsewhere on the JVM: one applicant of 24 features at a time, 8,192
 * distinct ones. JPMML gets our own scorecard; the others learn a model of their kind from the PDs that
 * it gives. Linear models without bins are an easier task than a scorecard.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class PeerBenchmark {

  private static final int MASK = LatencyModels.ROWS - 1;

  /** Applicants with made-up outcomes. */
  @State(Scope.Thread)
  public static class Data {

    private final RiskModel card = LatencyModels.scorecard();
    private final double[][] rows = LatencyModels.rows();
    private final List<String> names = LatencyModels.names();
    private final int[] bad = new int[rows.length];
    private int next;

    /** Draws the outcomes. */
    public Data() {
      SplittableRandom random = new SplittableRandom(rows.length);
      for (int i = 0; i < rows.length; i++) {
        bad[i] = random.nextDouble() < card.pd(rows[i]) ? 1 : 0;
      }
    }

    private int next() {
      return ++next & MASK;
    }

    private double[] imputed(int row) {
      double[] filled = rows[row].clone();
      for (int i = 0; i < filled.length; i++) {
        filled[i] = Double.isNaN(filled[i]) ? 0.0 : filled[i];
      }
      return filled;
    }

    private Map<String, Object> map(int row) {
      Map<String, Object> map = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        double cell = rows[row][i];
        if (i >= LatencyModels.NUMBERS) {
          map.put(names.get(i), LatencyModels.levels().get((int) cell));
        } else if (!Double.isNaN(cell)) {
          map.put(names.get(i), cell);
        }
      }
      return map;
    }
  }

  /** Tribuo's logistic regression. */
  @State(Scope.Thread)
  public static class Tribuo {

    private Model<Label> model = train(new Data());

    private static Model<Label> train(Data data) {
      MutableDataset<Label> set = new MutableDataset<>(
          new SimpleDataSourceProvenance("made up", new LabelFactory()), new LabelFactory());
      for (int i = 0; i < data.rows.length; i++) {
        set.add(example(data, i, new Label(data.bad[i] == 1 ? "bad" : "good")));
      }
      return new LogisticRegressionTrainer().train(set);
    }

    private static ArrayExample<Label> example(Data data, int row, Label label) {
      double[] values = data.imputed(row);
      return new ArrayExample<>(label, data.names.toArray(new String[0]), values);
    }
  }

  /** Builds the example and predicts. */
  @Benchmark
  public Prediction<Label> tribuoLogistic(Data data, Tribuo tribuo) {
    return tribuo.model.predict(Tribuo.example(data, data.next(), LabelFactory.UNKNOWN_LABEL));
  }

  /** Smile's logistic regression. */
  @State(Scope.Thread)
  public static class Smile {

    private final List<double[]> rows = new ArrayList<>();
    private final double[] posterior = new double[2];
    private LogisticRegression model = train(new Data(), rows);

    private static LogisticRegression train(Data data, List<double[]> rows) {
      for (int i = 0; i < data.rows.length; i++) {
        rows.add(data.imputed(i));
      }
      return LogisticRegression.fit(rows.toArray(new double[0][]), data.bad);
    }
  }

  /** Predicts. */
  @Benchmark
  public double smileLogistic(Data data, Smile smile) {
    smile.model.predict(smile.rows.get(data.next()), smile.posterior);
    return smile.posterior[1];
  }

  /** Smile's boosted trees: 300 of depth 4. */
  @State(Scope.Thread)
  public static class SmileTrees {

    private static final int TREES = 300;
    private static final int DEPTH = 4;
    private static final int LEAVES = 16;

    private final DataFrame rows;
    private final GradientTreeBoost model;

    /** Trains them. */
    public SmileTrees() {
      Data data = new Data();
      double[][] filled = new double[data.rows.length][];
      for (int i = 0; i < filled.length; i++) {
        filled[i] = data.imputed(i);
      }
      rows = DataFrame.of(filled, data.names.toArray(new String[0]));
      model = GradientTreeBoost.fit(
          Formula.lhs("bad"),
          rows.merge(IntVector.of("bad", data.bad)),
          TREES,
          DEPTH,
          LEAVES,
          5,
          0.05,
          0.7);
    }
  }

  /** Predicts. */
  @Benchmark
  public double smileTrees(Data data, SmileTrees smile) {
    double[] posterior = new double[2];
    smile.model.predict(smile.rows.get(data.next()), posterior);
    return posterior[1];
  }

  /** Boosted trees of XGBoost: 250 stumps, and 300 trees of depth 4. */
  @State(Scope.Thread)
  public static class Boosted {

    private static final int FEATURES = LatencyModels.NUMBERS + LatencyModels.CATEGORIES;

    private final float[][] single = new float[LatencyModels.ROWS][FEATURES];
    private final float[] all = new float[LatencyModels.ROWS * FEATURES];
    private Booster stumps;
    private Booster trees;

    /** Trains both. */
    public Boosted() {
      try {
        Data data = new Data();
        float[] labels = new float[data.rows.length];
        for (int row = 0; row < data.rows.length; row++) {
          labels[row] = data.bad[row];
          for (int i = 0; i < FEATURES; i++) {
            single[row][i] = (float) data.rows[row][i];
            all[row * FEATURES + i] = single[row][i];
          }
        }
        DMatrix matrix = new DMatrix(all, labels.length, FEATURES, Float.NaN);
        matrix.setLabel(labels);
        stumps = train(matrix, 1, 250);
        trees = train(matrix, 4, 300);
      } catch (XGBoostError broken) {
        throw new IllegalStateException(broken);
      }
    }

    private static Booster train(DMatrix matrix, int depth, int rounds) throws XGBoostError {
      Map<String, Object> settings = new HashMap<>();
      settings.put("objective", "binary:logistic");
      settings.put("max_depth", depth);
      settings.put("eta", 0.05);
      settings.put("nthread", 1);
      settings.put("tree_method", "hist");
      return XGBoost.train(matrix, settings, rounds, new HashMap<>(), null, null);
    }

    private float predict(Booster booster, float[] row) throws XGBoostError {
      DMatrix matrix = new DMatrix(row, 1, FEATURES, Float.NaN);
      try {
        return booster.predict(matrix)[0][0];
      } finally {
        matrix.dispose();
      }
    }
  }

  /** 250 stumps, one row. */
  @Benchmark
  public float xgboostStumps(Data data, Boosted boosted) throws XGBoostError {
    return boosted.predict(boosted.stumps, boosted.single[data.next()]);
  }

  /** 300 trees of depth 4, one row. */
  @Benchmark
  public float xgboostTrees(Data data, Boosted boosted) throws XGBoostError {
    return boosted.predict(boosted.trees, boosted.single[data.next()]);
  }

  /** 300 trees of depth 4, all rows. */
  @Benchmark
  @OperationsPerInvocation(LatencyModels.ROWS)
  public float[][] xgboostTreesBatch(Boosted boosted) throws XGBoostError {
    DMatrix matrix =
        new DMatrix(boosted.all, LatencyModels.ROWS, Boosted.FEATURES, Float.NaN);
    try {
      return boosted.trees.predict(matrix);
    } finally {
      matrix.dispose();
    }
  }

  /** 250 stumps, all rows. */
  @Benchmark
  @OperationsPerInvocation(LatencyModels.ROWS)
  public float[][] xgboostStumpsBatch(Boosted boosted) throws XGBoostError {
    DMatrix matrix =
        new DMatrix(boosted.all, LatencyModels.ROWS, Boosted.FEATURES, Float.NaN);
    try {
      return boosted.stumps.predict(matrix);
    } finally {
      matrix.dispose();
    }
  }

  /** Our scorecard, read and evaluated by JPMML. */
  @State(Scope.Thread)
  public static class Jpmml {

    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Evaluator plain;
    private final Evaluator withReasons;

    /** Writes the card as PMML and loads it. */
    public Jpmml() {
      Data data = new Data();
      Scorecard card = (Scorecard) data.card.predictor();
      plain = PmmlCard.evaluator(card, false);
      withReasons = PmmlCard.evaluator(card, true);
      for (int i = 0; i < data.rows.length; i++) {
        rows.add(data.map(i));
      }
      requireSameScores(data, card);
    }

    private void requireSameScores(Data data, Scorecard card) {
      for (int i = 0; i < data.rows.length; i += 97) {
        Map<String, ?> result = plain.evaluate(rows.get(i));
        double score = ((Number) PmmlCard.score(result)).doubleValue();
        if (score != card.score(data.rows[i], data.card.scale())) {
          throw new IllegalStateException("JPMML scores another way: " + score);
        }
      }
    }
  }

  /** The score from a map. */
  @Benchmark
  public Map<String, ?> jpmmlScorecard(Data data, Jpmml jpmml) {
    return jpmml.plain.evaluate(jpmml.rows.get(data.next()));
  }

  /** The score and four reason codes from a map. */
  @Benchmark
  public Map<String, ?> jpmmlScorecardReasons(Data data, Jpmml jpmml) {
    return jpmml.withReasons.evaluate(jpmml.rows.get(data.next()));
  }

  /** H2O's linear model as a MOJO. */
  @State(Scope.Thread)
  public static class H2o {

    private final List<RowData> rows = new ArrayList<>();
    private final EasyPredictModelWrapper model;

    /** Writes and loads the MOJO. */
    public H2o() {
      Data data = new Data();
      model = GlmMojo.load(data.names);
      for (int i = 0; i < data.rows.length; i++) {
        double[] values = data.imputed(i);
        RowData row = new RowData();
        for (int column = 0; column < values.length; column++) {
          row.put(data.names.get(column), values[column]);
        }
        rows.add(row);
      }
    }
  }

  /** The probability from a map. */
  @Benchmark
  public double h2oGlm(Data data, H2o h2o) throws PredictException {
    return h2o.model.predictBinomial(h2o.rows.get(data.next())).classProbabilities[1];
  }
}
