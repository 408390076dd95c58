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

  private final LearnSet records;
  private final TreeInputs inputs;
  private final DMatrix learn;

  /** Makes the columns of records. */
  Boosting(LearnSet records, BoostedSettings settings) {
    this.records = records;
    this.inputs = TreeInputs.of(records, settings);
    this.learn = matrix(records);
  }

  private DMatrix matrix(LearnSet of) {
    try {
      DMatrix matrix =
          new DMatrix(inputs.numbers(of.features()), of.rows(), inputs.columns().size(), Float.NaN);
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
   * What came of boosting with records left out.
   *
   * @param ensemble all trees
   * @param losses the weighted log-loss of the records left out, without trees and after each further
   *     {@value #STRIDE} trees
   */
  record Watched(TreeEnsemble ensemble, List<Double> losses) {}

  /** Returns trees boosted for so many rounds. */
  TreeEnsemble boosted(BoostingRules rules, int rounds) {
    try {
      Booster booster =
          BinaryXgboostTrainer.started(learn, rules.parameters(inputs.directions()), Map.of());
      try {
        float base = booster.predict(learn, true)[0][0];
        for (int round = 0; round < rounds; round++) {
          booster.update(learn, round);
        }
        return ensemble(booster, base);
      } finally {
        booster.dispose();
      }
    } catch (XGBoostError failed) {
      throw failure(failed);
    }
  }

  /** The records that a boosting is watched by. */
  final class Judge implements AutoCloseable {

    private final LearnSet others;
    private final DMatrix matrix;

    Judge(LearnSet others) {
      this.others = others;
      this.matrix = matrix(others);
    }

    /** Boosts until the log-loss of the records left out has not fallen for long enough. */
    Watched boosted(BoostingRules rules, int mostRounds, int patience) {
      try {
        Booster booster = BinaryXgboostTrainer.started(
            learn, rules.parameters(inputs.directions()), Map.of("judge", matrix));
        try {
          float[][] margins = booster.predict(matrix, true);
          float base = margins[0][0];
          List<Double> losses = new ArrayList<>(List.of(loss(margins)));
          int best = 0;
          int round = 0;
          while (round < mostRounds && round - best * STRIDE < patience) {
            for (int end = round + STRIDE; round < end; round++) {
              booster.update(learn, round);
            }
            losses.add(loss(booster.predict(matrix, true)));
            int last = losses.size() - 1;
            best = losses.get(last) < losses.get(best) ? last : best;
          }
          return new Watched(ensemble(booster, base), losses);
        } finally {
          booster.dispose();
        }
      } catch (XGBoostError failed) {
        throw failure(failed);
      }
    }

    private double loss(float[][] margins) {
      double loss = 0;
      for (int row = 0; row < margins.length; row++) {
        loss +=
            others.weightsUnsafe()[row] * LogLosses.of(others.targetUnsafe()[row], margins[row][0]);
      }
      return loss;
    }

    @Override
    public void close() {
      matrix.dispose();
    }
  }

  private TreeEnsemble ensemble(Booster booster, float base) throws XGBoostError {
    PackedTrees trees = BoosterTrees.of(booster, inputs.columns().size());
    List<String> names = records.features().fields().stream().map(Field::name).toList();
    return TreeEnsemble.of(names, inputs.columns(), base, trees);
  }

  @Override
  public void close() {
    learn.dispose();
  }
}
