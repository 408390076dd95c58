package io.probity.report.html;

import io.probity.model.RiskModel;
import io.probity.profile.DataProfile;
import io.probity.training.TrainingResult;
import io.probity.validation.BinComparison;
import io.probity.validation.ModelValidation;
import io.probity.validation.ScoredSample;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to report about a model.
 *
 * @param name the name of the model's file
 * @param model the model
 * @param records which records it is judged on
 * @param sample these records, scored
 * @param validation its figures on them
 * @param bins its bins beside those of these records; none for other families than scorecards
 * @param profile what the CSV holds
 * @param training how the model came about, where it was just trained
 * @param decisions what a policy makes of the records, where there is one
 * @param digests the SHA-256 of what the figures depend on, by name
 * @param warnings what must be known to read the figures
 */
public record ModelReport(
    String name,
    RiskModel model,
    Records records,
    ScoredSample sample,
    ModelValidation validation,
    List<BinComparison> bins,
    Optional<DataProfile> profile,
    Optional<TrainingResult> training,
    Optional<PolicyOutcomes> decisions,
    Map<String, String> digests,
    List<String> warnings) {

  /** Copies the collections. */
  public ModelReport {
    bins = List.copyOf(bins);
    warnings = List.copyOf(warnings);
  }

  /** Which records a model is judged on. */
  public enum Records {
    /** Those that were held out when it was trained. */
    HELD_OUT,
    /** Records of the file that it was trained on, which flatters it. */
    LEARNED_FROM,
    /** Records of another file. */
    OTHER_FILE
  }
}
