package io.probity.training.family;

import io.probity.input.InvalidInputException;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * A fair choice between families: all learn on the same inner folds, and the simplest is taken whose
 * log-loss on records left out is no more than one standard error of the paired difference, and no
 * more than a thousandth of the log-loss, above the best.
 *
 * @param training what the chosen family learned
 * @param rows one for each family, the simplest first
 */
public record FamilyChoice(FamilyTraining training, List<Row> rows) {

  private static final double TOLERANCE = 0.001;

  /** Copies the rows. */
  public FamilyChoice {
    rows = List.copyOf(rows);
  }

  /**
   * A family beside the best.
   *
   * @param family its name
   * @param logLoss its weighted mean log-loss on records left out, before calibration; NaN if it could
   *     not learn
   * @param difference its log-loss less the best one
   * @param standardError the standard error of the paired difference of single records
   * @param chosen whether it was taken
   * @param refusal why it could not learn; empty if it could
   */
  public record Row(
      String family,
      double logLoss,
      double difference,
      double standardError,
      boolean chosen,
      String refusal) {}

  /** A family that learned, with the log-loss of each record left out. */
  private static final class Candidate {

    private final String family;
    private final FamilyTraining training;
    private final double[] losses;
    private final double mean;

    Candidate(String family, FamilyTraining training, LearnSet records) {
      this.family = family;
      this.training = training;
      this.losses = losses(training.outOfFold(), records);
      this.mean = FamilyChoice.mean(losses, records);
    }

    double mean() {
      return mean;
    }

    double above(Candidate best) {
      return mean - best.mean;
    }

    boolean isEnough(Candidate best, LearnSet records) {
      return above(best) <= TOLERANCE * best.mean
          && above(best) <= pairedError(losses, best.losses, records);
    }
  }

  /**
   * Lets every family learn and chooses.
   *
   * @param trainers by name, the simplest first; at least one
   * @throws InvalidInputException if none can learn; the reason of the first
   */
  public static FamilyChoice of(
      Map<String, FamilyTrainer> trainers,
      LearnSet records,
      Folds folds,
      long seed,
      Executor executor) {
    List<Candidate> learned = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<InvalidInputException> refused = new ArrayList<>();
    trainers.forEach((family, trainer) -> {
      try {
        FamilyTraining training = trainer.train(records, folds, seed, executor);
        learned.add(new Candidate(family, training, records));
      } catch (InvalidInputException refusal) {
        refused.add(refusal);
        String why = String.valueOf(refusal.getMessage());
        rows.add(new Row(family, Double.NaN, Double.NaN, Double.NaN, false, why));
      }
    });
    Candidate best = learned.stream()
        .min(Comparator.comparingDouble(Candidate::mean))
        .orElseThrow(() -> refused.get(0));
    Candidate chosen = learned.stream()
        .filter(candidate -> candidate.isEnough(best, records))
        .findFirst()
        .orElse(best);
    for (Candidate candidate : learned) {
      rows.add(new Row(
          candidate.family,
          candidate.mean,
          candidate.above(best),
          pairedError(candidate.losses, best.losses, records),
          candidate.family.equals(chosen.family),
          ""));
    }
    List<String> order = List.copyOf(trainers.keySet());
    rows.sort(Comparator.comparingInt(row -> order.indexOf(row.family())));
    return new FamilyChoice(chosen.training, rows);
  }

  /** Returns the log-loss of each record. */
  private static double[] losses(double[] logOdds, LearnSet records) {
    double[] losses = new double[logOdds.length];
    for (int row = 0; row < losses.length; row++) {
      double margin = records.targetUnsafe()[row] == 1 ? -logOdds[row] : logOdds[row];
      losses[row] = margin > 0
          ? margin + StrictMath.log1p(StrictMath.exp(-margin))
          : StrictMath.log1p(StrictMath.exp(margin));
    }
    return losses;
  }

  private static double mean(double[] values, LearnSet records) {
    double sum = 0;
    double weight = 0;
    for (int row = 0; row < values.length; row++) {
      sum += records.weightsUnsafe()[row] * values[row];
      weight += records.weightsUnsafe()[row];
    }
    return sum / weight;
  }

  /** Returns sqrt(sum w² (d - mean d)²) / sum w for the paired differences d. */
  private static double pairedError(double[] own, double[] best, LearnSet records) {
    double[] differences = new double[own.length];
    for (int row = 0; row < own.length; row++) {
      differences[row] = own[row] - best[row];
    }
    double mean = mean(differences, records);
    double squares = 0;
    double weight = 0;
    for (int row = 0; row < own.length; row++) {
      double w = records.weightsUnsafe()[row];
      squares += w * w * (differences[row] - mean) * (differences[row] - mean);
      weight += w;
    }
    return Math.sqrt(squares) / weight;
  }
}
