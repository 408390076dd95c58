package io.probity.training;

import io.probity.model.RiskModel;
import io.probity.training.calibration.CalibrationTraining;
import io.probity.training.family.FamilyChoice;
import io.probity.training.family.FamilyTraining;
import io.probity.training.grades.Grades;
import io.probity.training.honesty.Finding;
import io.probity.training.rounding.RoundingReport;
import io.probity.training.selection.Funnel;
import io.probity.training.split.Split;
import io.probity.validation.Validation;
import java.util.List;
import java.util.Optional;

/**
 * A trained model and the evidence for it.
 *
 * @param model the model
 * @param funnel what became of each field
 * @param trained how the predictor came about, bins of every candidate included
 * @param families the families that were compared; one where the plan states it
 * @param calibration how the PDs were calibrated
 * @param grades the grades and what they hold of the records learned from, by PDs of inner folds
 * @param rounding what whole points change; empty for a model without points, or with each value
 *     rounded by itself
 * @param findings what an analyst should look at in the records
 * @param learned the figures on the records learned from
 * @param heldOut the figures on records that the model did not learn from: those held out, or each
 *     fold by a model without it; empty where there were none
 * @param baseline the figures of Tribuo's plain logistic regression on the same records held out;
 *     empty where none were
 * @param split which records were learned from and which held out
 * @param run the record of the run as JSON: times, versions, hashes
 * @param warnings what an analyst should look at, in words
 */
public record TrainingResult(
    RiskModel model,
    Funnel funnel,
    FamilyTraining trained,
    List<FamilyChoice.Row> families,
    CalibrationTraining calibration,
    Grades grades,
    Optional<RoundingReport> rounding,
    List<Finding> findings,
    Validation learned,
    Optional<Validation> heldOut,
    Optional<Validation> baseline,
    Split split,
    String run,
    List<String> warnings) {

  /** Copies the lists. */
  public TrainingResult {
    families = List.copyOf(families);
    findings = List.copyOf(findings);
    warnings = List.copyOf(warnings);
  }
}
