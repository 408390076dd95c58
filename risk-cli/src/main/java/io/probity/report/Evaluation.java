package io.probity.report;

import io.probity.model.RiskModel;
import io.probity.validation.BinComparison;
import io.probity.validation.ModelComparison;
import io.probity.validation.ModelValidation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an evaluation found, to be reported.
 *
 * @param model the model
 * @param validation its figures
 * @param outcomeMonths how long outcomes were watched, where it was stated
 * @param bins its bins beside those of the new records; none where they were not asked for
 * @param other the model beside it on the same records, where there is one
 * @param warnings what must be known to read the figures
 */
public record Evaluation(
    RiskModel model,
    ModelValidation validation,
    OptionalInt outcomeMonths,
    List<BinComparison> bins,
    Optional<Other> other,
    List<String> warnings) {

  /** Copies the lists. */
  public Evaluation {
    bins = List.copyOf(bins);
    warnings = List.copyOf(warnings);
  }

  /**
   * The model beside it.
   *
   * @param id the id of that model
   * @param comparison the first minus that one
   */
  public record Other(String id, ModelComparison comparison) {}

  /** Returns the report for people, at most {@code width} columns wide where texts can be cut. */
  public String text(int width) {
    return new EvaluationText(this, width).render();
  }

  /** Returns the report for machines. */
  public String json() {
    return new EvaluationJson(this).render();
  }
}
