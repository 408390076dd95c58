package io.probity.training.boosted;

import io.probity.model.PackedTrees;
import io.probity.model.TreeEnsemble;
import io.probity.schema.Field;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosts on some records with XGBoost, on one thread, and flattens what it learned. */
final class Boosting implements AutoCloseable {

  /** After how many trees the loss of the records left out is looked at. */
  static final int STRIDE = 5;

  private final List<String> features;
  private final TreeInputs inputs;
  private final DMatrix learn;

  /** Makes the columns of records. */
  Boosting(LearnSet records, BoostedSettings settings) {
    this.features = records.features().fields().stream().map(Field::name).toList();
    this.inputs = TreeInputs.of(records, settings);
    this.learn = matrix(records, inputs.learnNumbers(records));
  }

  private DMatrix matrix(LearnSet of, float[] numbers) {
    try {
      DMatrix matrix = new DMatrix(numbers, of.rows(), inputs.columns().size(), Float.NaN);
      float[] labels = new float[of.rows()];
      float[] weights = new float[of.rows()];
      double mean = Arrays.stream(of.weightsUnsafe()).sum() / of.rows();
      for (int row = 0; row < labels.length; row++) {
        labels[row] = of.targetUnsafe()[row];
        weights[row] = (float) (of.weightsUnsafe()[row] / mean);
      }
      matrix.setLabel(labels);
      matrix.setWeight(weights);
      return matrix;
    } catch (XGBoostError failed) {
      throw failure(failed);
    }
  }

  private static IllegalStateException failure(XGBoostError failed) {
    return new IllegalStateException("XGBoost failed: " + failed.getMessage(), failed);
  }

  /**
   * What came of boosting.
   *
   * @param ensemble the trees
   * @param gains by how much splits on each feature lowered the loss, by XGBoost's own count
   * @param splits the number of splits on each feature
   */
  record Boosted(TreeEnsemble ensemble, List<Double> gains, List<Integer> splits) {}

  /** Returns trees boosted for so many rounds. */
  Boosted boosted(BoostingRules rules, int rounds) {
    try {
      Booster booster =
          BinaryXgboostTrainer.started(learn, rules.parameters(inputs.directions()), Map.of());
      try {
        float base = booster.predict(learn, true)[0][0];
        for (int round = 0; round < rounds; round++) {
          booster.update(learn, round);
        }
        return counted(booster, base);
      } finally {
        booster.dispose();
      }
    } catch (XGBoostError failed) {
      throw failure(failed);
    }
  }

  private Boosted counted(Booster booster, float base) throws XGBoostError {
    BoosterTrees trees = BoosterTrees.of(booster, inputs.columns().size());
    double[] gains = new double[features.size()];
    int[] splits = new int[features.size()];
    for (int i = 0; i < inputs.columns().size(); i++) {
      int feature = inputs.columns().get(i).feature();
      gains[feature] += trees.gain(i);
      splits[feature] += trees.splits(i);
    }
    return new Boosted(
        TreeEnsemble.of(features, inputs.columns(), base, trees.packed()),
        Arrays.stream(gains).boxed().toList(),
        Arrays.stream(splits).boxed().toList());
  }

  /** The records that a boosting is watched by. */
  final class Judge implements AutoCloseable {

    private final int[] target;
    private final double[] weights;
    private final DMatrix matrix;

    Judge(LearnSet others) {
      this.target = others.targetUnsafe();
      this.weights = others.weightsUnsafe();
      this.matrix = matrix(others, inputs.numbers(others.features()));
    }

    /** Returns a boosting by some rules, without trees yet. */
    Course begin(BoostingRules rules) {
      try {
        Booster booster = BinaryXgboostTrainer.started(
            learn, rules.parameters(inputs.directions()), Map.of("judge", matrix));
        float[][] margins = booster.predict(matrix, true);
        return new Course(booster, margins[0][0], loss(margins));
      } catch (XGBoostError failed) {
        throw failure(failed);
      }
    }

    /** A boosting that goes on as long as it is told to. */
    final class Course implements AutoCloseable {

      private final Booster booster;
      private final float base;
      private final List<Double> losses = new ArrayList<>();
      private int round;

      Course(Booster booster, float base, double loss) {
        this.booster = booster;
        this.base = base;
        losses.add(loss);
      }

      /** Adds so many trees, a multiple of {@value #STRIDE}. */
      void advance(int trees) {
        try {
          for (int end = round + trees; round < end; round++) {
            booster.update(learn, round);
            if ((round + 1) % STRIDE == 0) {
              losses.add(loss(booster.predict(matrix, true)));
            }
          }
        } catch (XGBoostError failed) {
          throw failure(failed);
        }
      }

      /**
       * Returns the weighted log-loss of the records left out, without trees and after each further
       * {@value #STRIDE}.
       */
      List<Double> losses() {
        return losses;
      }

      /** Returns all trees. */
      TreeEnsemble ensemble() {
        try {
          return Boosting.this.ensemble(booster, base);
        } catch (XGBoostError failed) {
          throw failure(failed);
        }
      }

      @Override
      public void close() {
        booster.dispose();
      }
    }

    private double loss(float[][] margins) {
      double loss = 0;
      for (int row = 0; row < margins.length; row++) {
        loss += weights[row] * LogLosses.of(target[row], margins[row][0]);
      }
      return loss;
    }

    @Override
    public void close() {
      matrix.dispose();
    }
  }

  private TreeEnsemble ensemble(Booster booster, float base) throws XGBoostError {
    PackedTrees trees = BoosterTrees.of(booster, inputs.columns().size()).packed();
    return TreeEnsemble.of(features, inputs.columns(), base, trees);
  }

  @Override
  public void close() {
    learn.dispose();
  }
}
