package io.probity.training;

import io.probity.binning.Binning;
import io.probity.feature.FeatureMatrix;
import io.probity.model.AdditiveModel;
import io.probity.model.Calibration;
import io.probity.model.MasterScale;
import io.probity.model.Predictor;
import io.probity.model.Reference;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Describes the training population through a model. */
final class ReferenceBuilder {

  private static final int BANDS = 10;

  /** The most records that a predictor is explained on which has no table to look contributions up in. */
  private static final int MOST_EXPLAINED = 5_000;

  private final Predictor predictor;
  private final Calibration calibration;
  private final ScoreScale scale;
  private final MasterScale grades;

  ReferenceBuilder(
      Predictor predictor, Calibration calibration, ScoreScale scale, MasterScale grades) {
    this.predictor = predictor;
    this.calibration = calibration;
    this.scale = scale;
    this.grades = grades;
  }

  /**
   * Describes a population. The mean contributions are over all records for a points table, else over
   * at most {@value #MOST_EXPLAINED} spread evenly.
   *
   * @param matrix the records, with the predictor's features in its order
   * @param binnings the bins of each feature
   */
  Reference of(FeatureMatrix matrix, List<Binning> binnings) {
    int features = predictor.features().size();
    double[] sums = new double[features];
    double[][] gradeSums = new double[grades.size()][features];
    int[] gradeCounts = new int[grades.size()];
    int[] gradeExplained = new int[grades.size()];
    int stride = stride(matrix.rows());
    int[] scores = new int[matrix.rows()];
    double[] x = new double[features];
    double[] contributions = new double[features];
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.copyRow(row, x);
      int grade = grades.gradeOf(calibration.pd(predictor.badLogOdds(x)));
      gradeCounts[grade]++;
      scores[row] = predictor.score(x, scale);
      if (row % stride == 0) {
        predictor.contributions(x, contributions);
        gradeExplained[grade]++;
        for (int i = 0; i < features; i++) {
          sums[i] += contributions[i];
          gradeSums[grade][i] += contributions[i];
        }
      }
    }
    int explained = Arrays.stream(gradeExplained).sum();
    List<Reference.FeatureReference> described = new ArrayList<>();
    for (int i = 0; i < features; i++) {
      double mean = sums[i] / explained;
      List<Double> gradeMeans = new ArrayList<>();
      for (int grade = 0; grade < gradeCounts.length; grade++) {
        gradeMeans.add(
            gradeExplained[grade] == 0 ? mean : gradeSums[grade][i] / gradeExplained[grade]);
      }
      described.add(new Reference.FeatureReference(
          predictor.features().get(i),
          mean,
          gradeMeans,
          List.of(),
          shares(binnings.get(i), matrix.columnUnsafe(i))));
    }
    return reference(matrix.rows(), described, gradeCounts, scores);
  }

  /** Returns every how many records contributions are taken: of each from a points table. */
  private int stride(int rows) {
    boolean table = predictor instanceof Scorecard || predictor instanceof AdditiveModel;
    return table ? 1 : Math.max(1, (rows + MOST_EXPLAINED - 1) / MOST_EXPLAINED);
  }

  private static Reference reference(
      int rows, List<Reference.FeatureReference> features, int[] gradeCounts, int[] scores) {
    int[] sorted = scores.clone();
    Arrays.sort(sorted);
    List<Integer> cuts = new ArrayList<>();
    for (int band = 1; band < BANDS; band++) {
      int cut = sorted[(int) ((long) band * rows / BANDS)];
      if (cut > sorted[0] && (cuts.isEmpty() || cut > cuts.get(cuts.size() - 1))) {
        cuts.add(cut);
      }
    }
    int[] counts = new int[cuts.size() + 1];
    for (int score : scores) {
      int band = 0;
      while (band < cuts.size() && score >= cuts.get(band)) {
        band++;
      }
      counts[band]++;
    }
    return new Reference(rows, features, shares(gradeCounts, rows), cuts, shares(counts, rows));
  }

  private static List<Double> shares(Binning binning, double[] cells) {
    int[] counts = new int[binning.bins()];
    for (double cell : cells) {
      counts[binning.binOf(cell)]++;
    }
    return shares(counts, cells.length);
  }

  private static List<Double> shares(int[] counts, int total) {
    return Arrays.stream(counts).mapToObj(count -> (double) count / total).toList();
  }
}
