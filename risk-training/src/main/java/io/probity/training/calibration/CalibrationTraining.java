package io.probity.training.calibration;

import io.probity.model.Calibration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A fitted calibration and how it came about.
 *
 * @param calibration the calibration, fitted on all records
 * @param method its method: the chosen one where the choice was automatic, a plainer one where the
 *     stated one could not be fitted
 * @param compared what each method comes to on records it was not fitted on, the plainest first; empty
 *     where the method was stated
 * @param badRate the weighted share of bads
 * @param meanPd the weighted mean PD that the calibration gives to the same records, clipped
 * @param shift how the mean PD was moved to the long-run default rate; empty if it was not
 * @param warnings what an analyst should look at, in words; why another method was taken, too
 */
public record CalibrationTraining(
    Calibration calibration,
    CalibrationMethod method,
    List<Comparison> compared,
    double badRate,
    double meanPd,
    Optional<LongRunShift> shift,
    List<String> warnings) {

  /** Copies the lists. */
  public CalibrationTraining {
    compared = List.copyOf(compared);
    warnings = List.copyOf(warnings);
  }

  /**
   * A method on records that it was not fitted on.
   *
   * @param method the method
   * @param logLoss the weighted mean log-loss of its clipped PDs; empty if it could not be fitted
   * @param refusal why it could not be fitted; empty if it could
   */
  public record Comparison(CalibrationMethod method, OptionalDouble logLoss, String refusal) {

    /** Checks that there is either a figure or a reason. */
    public Comparison {
      if (logLoss.isPresent() != refusal.isEmpty()) {
        throw new IllegalArgumentException(
            "a comparison has either a log-loss or a reason why there is none");
      }
    }
  }
}
