package io.probity.validation;

import io.probity.metrics.ProfitAssumptions;
import io.probity.model.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is computed in a validation and how. Immutable.
 *
 * @param level the level of every interval, above 0 and below 1
 * @param calibrationBins the number of bins of calibration tables, 2 to 1,000
 * @param prior the law of costs of the H-measure
 * @param profit what the expected maximum profit assumes of a loan
 * @param resampling bootstrap and simulation
 * @param slices by what the records are divided
 * @param protectedFields the columns of groups that must be treated alike
 * @param cutOffs where decisions are judged, and the treatment of protected groups
 * @param reference the population that shares are compared with; empty for no PSI and CSI
 */
public record ValidationSettings(
    double level,
    int calibrationBins,
    PriorRule prior,
    ProfitAssumptions profit,
    Resampling resampling,
    SliceSettings slices,
    List<ProtectedField> protectedFields,
    List<CutOff> cutOffs,
    Optional<Reference> reference) {

  /**
   * 95% intervals, ten bins, the prior of the R package hmeasure, the profit assumptions of Verbraken
   * and others, resampling as in {@link Resampling#DEFAULT}; no parts, no protected groups, no
   * cut-offs, no reference.
   */
  public static final ValidationSettings DEFAULT = new ValidationSettings(
      0.95,
      10,
      PriorRule.SEVERITY_BY_CLASS_SIZES,
      ProfitAssumptions.VERBRAKEN,
      Resampling.DEFAULT,
      SliceSettings.NONE,
      List.of(),
      List.of(),
      Optional.empty());

  private static final int MOST_BINS = 1_000;

  /** Checks the ranges and that no column or cut-off stands twice. */
  public ValidationSettings {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "the level of intervals must be above 0 and below 1, such as 0.95, not " + level);
    }
    if (!(calibrationBins >= 2 && calibrationBins <= MOST_BINS)) {
      throw new IllegalArgumentException(
          "calibration tables need 2 to " + MOST_BINS + " bins, not " + calibrationBins);
    }
    protectedFields = List.copyOf(protectedFields);
    cutOffs = List.copyOf(cutOffs);
    requireDifferent(
        "protected field", protectedFields.stream().map(ProtectedField::name).toList());
    requireDifferent("cut-off", cutOffs);
    requireDifferent("segment", slices.segments());
  }

  private static void requireDifferent(String what, List<?> values) {
    if (new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException("a " + what + " stands twice in " + values);
    }
  }

  /** Returns these settings with intervals of another level. */
  public ValidationSettings withLevel(double other) {
    return new ValidationSettings(
        other,
        calibrationBins,
        prior,
        profit,
        resampling,
        slices,
        protectedFields,
        cutOffs,
        reference);
  }

  /** Returns these settings with another number of bins of calibration tables. */
  public ValidationSettings withCalibrationBins(int other) {
    return new ValidationSettings(
        level, other, prior, profit, resampling, slices, protectedFields, cutOffs, reference);
  }

  /** Returns these settings with another prior of the H-measure. */
  public ValidationSettings withPrior(PriorRule other) {
    return new ValidationSettings(
        level,
        calibrationBins,
        other,
        profit,
        resampling,
        slices,
        protectedFields,
        cutOffs,
        reference);
  }

  /** Returns these settings with other assumptions of profit. */
  public ValidationSettings withProfit(ProfitAssumptions other) {
    return new ValidationSettings(
        level,
        calibrationBins,
        prior,
        other,
        resampling,
        slices,
        protectedFields,
        cutOffs,
        reference);
  }

  /** Returns these settings with another resampling. */
  public ValidationSettings withResampling(Resampling other) {
    return new ValidationSettings(
        level, calibrationBins, prior, profit, other, slices, protectedFields, cutOffs, reference);
  }

  /** Returns these settings with other parts. */
  public ValidationSettings withSlices(SliceSettings other) {
    return new ValidationSettings(
        level,
        calibrationBins,
        prior,
        profit,
        resampling,
        other,
        protectedFields,
        cutOffs,
        reference);
  }

  /** Returns these settings with other protected groups. */
  public ValidationSettings withProtectedFields(List<ProtectedField> other) {
    return new ValidationSettings(
        level, calibrationBins, prior, profit, resampling, slices, other, cutOffs, reference);
  }

  /** Returns these settings with other cut-offs. */
  public ValidationSettings withCutOffs(List<CutOff> other) {
    return new ValidationSettings(
        level,
        calibrationBins,
        prior,
        profit,
        resampling,
        slices,
        protectedFields,
        other,
        reference);
  }

  /** Returns these settings with the population that shares are compared with. */
  public ValidationSettings withReference(Reference other) {
    return new ValidationSettings(
        level,
        calibrationBins,
        prior,
        profit,
        resampling,
        slices,
        protectedFields,
        cutOffs,
        Optional.of(other));
  }
}
