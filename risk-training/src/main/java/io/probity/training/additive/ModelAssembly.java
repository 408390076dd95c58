package io.probity.training.additive;

import io.probity.binning.Binning;
import io.probity.model.AdditiveModel;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Makes the model of several bags: the mean of their effects, each feature centred on a mean of 0 over
 * the records, steps joined that hardly differ, and the lowest and highest effect between the bags.
 * Features that are in no pair are left out if every effect is 0 or all records lie in one bin.
 */
final class ModelAssembly {

  private final List<FeatureCodes> features;
  private final LearnSet learn;
  private final List<double[]> weights;
  private final double tolerance;

  ModelAssembly(
      List<FeatureCodes> features, LearnSet learn, CodedRecords records, double tolerance) {
    this.features = features;
    this.learn = learn;
    this.tolerance = tolerance;
    this.weights = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      weights.add(records.weightOf(records.codes[i], features.get(i).binning().bins()));
    }
  }

  AdditiveModel assemble(List<FittedSum> bags) {
    FittedSum mean = FittedSum.mean(bags);
    List<Integer> kept = kept(mean);
    double intercept = mean.start();
    List<AdditiveModel.Term> terms = new ArrayList<>();
    List<FinalBins> bins = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      double centre = FinalBins.mean(mean.mainsUnsafe()[i], weights.get(i));
      intercept += centre;
      if (!kept.contains(i)) {
        continue;
      }
      double[] fine = less(mean.mainsUnsafe()[i], centre);
      FinalBins joined =
          FinalBins.of(features.get(i), fine, weights.get(i), keys(i, mean), tolerance);
      bins.add(joined);
      terms.add(term(i, joined, joined.effects(fine), bags));
    }
    return AdditiveModel.of(intercept, terms, pairs(mean, kept, bins));
  }

  private List<Integer> kept(FittedSum mean) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      int feature = i;
      boolean moves = Arrays.stream(mean.mainsUnsafe()[i]).anyMatch(effect -> effect != 0);
      boolean paired = mean.grids().stream()
          .anyMatch(grid -> grid.first() == feature || grid.second() == feature);
      if (paired || (moves && isVarying(i))) {
        kept.add(i);
      }
    }
    return kept.isEmpty() ? List.of(0) : kept;
  }

  /** Returns whether records lie in more than one bin of a feature. */
  private boolean isVarying(int feature) {
    return Arrays.stream(weights.get(feature)).filter(weight -> weight > 0).count() > 1;
  }

  /** Returns where the pairs place each fine bin of a feature. */
  private List<List<Integer>> keys(int feature, FittedSum mean) {
    List<List<Integer>> keys = new ArrayList<>();
    for (int bin = 0; bin < features.get(feature).binning().bins(); bin++) {
      List<Integer> places = new ArrayList<>();
      for (PairGrid grid : mean.grids()) {
        if (grid.first() == feature) {
          places.add(grid.rows().positionOf(bin));
        } else if (grid.second() == feature) {
          places.add(grid.columns().positionOf(bin));
        }
      }
      keys.add(places);
    }
    return keys;
  }

  private AdditiveModel.Term term(
      int feature, FinalBins joined, double[] effects, List<FittedSum> bags) {
    double[] low = effects.clone();
    double[] high = effects.clone();
    for (FittedSum bag : bags) {
      double[] fine = bag.mainsUnsafe()[feature];
      double[] own = joined.effects(less(fine, FinalBins.mean(fine, weights.get(feature))));
      for (int bin = 0; bin < own.length; bin++) {
        low[bin] = Math.min(low[bin], own[bin]);
        high[bin] = Math.max(high[bin], own[bin]);
      }
    }
    Binning binning = joined.binning(learn, effects);
    return new AdditiveModel.Term(
        binning,
        list(effects),
        list(low),
        list(high),
        Arrays.stream(effects).mapToObj(effect -> 0).toList());
  }

  private static List<AdditiveModel.Pair> pairs(
      FittedSum mean, List<Integer> kept, List<FinalBins> bins) {
    List<AdditiveModel.Pair> pairs = new ArrayList<>();
    for (int p = 0; p < mean.grids().size(); p++) {
      PairGrid grid = mean.grids().get(p);
      int first = kept.indexOf(grid.first());
      int second = kept.indexOf(grid.second());
      pairs.add(
          pair(grid, mean.tablesUnsafe()[p], first, bins.get(first), second, bins.get(second)));
    }
    return pairs;
  }

  /** Makes one table; a bin without records has a row or column of zeros, after all others. */
  private static AdditiveModel.Pair pair(
      PairGrid grid, double[] table, int first, FinalBins rows, int second, FinalBins columns) {
    List<Integer> rowOf = places(rows, grid.rows()::positionOf, grid.rows().positions());
    List<Integer> columnOf =
        places(columns, grid.columns()::positionOf, grid.columns().positions());
    int width = grid.columns().positions();
    List<List<Double>> effects = new ArrayList<>();
    List<List<Integer>> points = new ArrayList<>();
    for (int row = 0; row <= largest(rowOf); row++) {
      List<Double> cells = new ArrayList<>();
      for (int column = 0; column <= largest(columnOf); column++) {
        boolean trained = row < grid.rows().positions() && column < width;
        cells.add(trained ? table[row * width + column] : 0.0);
      }
      effects.add(cells);
      points.add(cells.stream().map(cell -> 0).toList());
    }
    return new AdditiveModel.Pair(first, second, rowOf, columnOf, effects, points);
  }

  private static List<Integer> places(FinalBins bins, IntUnaryOperator positionOf, int none) {
    return bins.blocks().stream()
        .map(block -> positionOf.applyAsInt(block.get(0)))
        .map(position -> position == PairAxis.NONE ? none : position)
        .toList();
  }

  private static int largest(List<Integer> places) {
    return places.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static double[] less(double[] values, double centre) {
    return Arrays.stream(values).map(value -> value - centre).toArray();
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
