package io.probity.validation;

import io.probity.metrics.CalibrationBin;
import io.probity.metrics.Gains;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is said of one set of records: all of them, a segment or a slice of time.
 *
 * @param counts how many there are
 * @param figures the single figures
 * @param calibration mean PD and bad rate in bins of equally many records, the safest first
 * @param equalWidth the same in bins of equal width, which the calibration error is read off
 * @param gains the bads among the riskiest tenth, two tenths and so on; none for one class only
 * @param grades the grades, where the records have them
 * @param stability the shares beside the reference, where the settings have one
 * @param decisions what each cut-off would have done
 * @param fairness how protected groups fare
 */
public record Findings(
    Counts counts,
    Figures figures,
    List<CalibrationBin> calibration,
    List<CalibrationBin> equalWidth,
    List<Gains.Row> gains,
    Optional<GradeFindings> grades,
    Optional<StabilityFindings> stability,
    List<DecisionFindings> decisions,
    List<FairnessFindings> fairness) {

  /** Copies the lists. */
  public Findings {
    calibration = List.copyOf(calibration);
    equalWidth = List.copyOf(equalWidth);
    gains = List.copyOf(gains);
    decisions = List.copyOf(decisions);
    fairness = List.copyOf(fairness);
  }

  /** Returns the figure of a measure. */
  public Figure figure(Measure measure) {
    return figures.of(measure);
  }
}
