package io.probity.training;

import io.probity.binning.Binning;
import io.probity.feature.FeatureMatrix;
import io.probity.model.Calibration;
import io.probity.model.MasterScale;
import io.probity.model.Predictor;
import io.probity.model.Reference;
import io.probity.model.ScoreScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Describes the training population through a model. */
final class ReferenceBuilder {

  private static final int BANDS = 10;

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
   * Describes a population.
   *
   * @param matrix the records, with the predictor's features in its order
   * @param binnings the bins of each feature
   */
  Reference of(FeatureMatrix matrix, List<Binning> binnings) {
    int features = predictor.features().size();
    double[] sums = new double[features];
    double[][] gradeSums = new double[grades.size()][features];
    int[] gradeCounts = new int[grades.size()];
    int[] scores = new int[matrix.rows()];
    double[] x = new double[features];
    double[] contributions = new double[features];
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.copyRow(row, x);
      predictor.contributions(x, contributions);
      int grade = grades.gradeOf(calibration.pd(predictor.badLogOdds(x)));
      gradeCounts[grade]++;
      scores[row] = predictor.score(x, scale);
      for (int i = 0; i < features; i++) {
        sums[i] += contributions[i];
        gradeSums[grade][i] += contributions[i];
      }
    }
    List<Reference.FeatureReference> described = new ArrayList<>();
    for (int i = 0; i < features; i++) {
      double mean = sums[i] / matrix.rows();
      List<Double> gradeMeans = new ArrayList<>();
      for (int grade = 0; grade < gradeCounts.length; grade++) {
        gradeMeans.add(gradeCounts[grade] == 0 ? mean : gradeSums[grade][i] / gradeCounts[grade]);
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
