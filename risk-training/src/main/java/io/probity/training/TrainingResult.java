package io.probity.training;

import io.probity.model.RiskModel;
import io.probity.training.binning.BinningResult;
import io.probity.training.scorecard.ScorecardTraining;
import io.probity.validation.Validation;
import java.util.List;
import java.util.Optional;

/**
 * A trained model and the evidence for it.
 *
 * @param model the model
 * @param binnings the bins of every candidate feature, in the schema's order, on the records learned
 *     from
 * @param funnel what became of each field
 * @param scorecard how the scorecard came about
 * @param learned the figures on the records learned from
 * @param heldOut the figures on the records held out; empty where none were
 * @param baseline the figures of Tribuo's plain logistic regression on the same records held out;
 *     empty where none were
 * @param holdout which records were learned from and which held out
 * @param run the record of the run as JSON: times, versions, hashes
 * @param warnings what an analyst should look at, in words
 */
public record TrainingResult(
    RiskModel model,
    List<BinningResult> binnings,
    Funnel funnel,
    ScorecardTraining scorecard,
    Validation learned,
    Optional<Validation> heldOut,
    Optional<Validation> baseline,
    Holdout holdout,
    String run,
    List<String> warnings) {

  /** Copies the lists. */
  public TrainingResult {
    binnings = List.copyOf(binnings);
    warnings = List.copyOf(warnings);
  }
}
