package io.probity.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * How well the PDs of one model do on one set of records: everything about all records, and the same
 * about each segment and slice of time that was asked for. Immutable.
 *
 * <p>The same sample and settings give the same validation, whatever the threads. Figures do not
 * depend on the order of rows, bootstrap intervals do. A figure that is not defined for the records
 * says why; nothing is NaN. {@link Validation} is the short form that training makes.
 *
 * @param settings the settings, with the replicates that were made and the reference groups that were
 *     chosen
 * @param overall what is said of all records
 * @param breakdowns the records divided: by each segment column, then by time
 */
public record ModelValidation(
    ValidationSettings settings, Findings overall, List<Breakdown> breakdowns) {

  /** The most parts that a column may divide the records into. */
  public static final int MOST_PARTS = 500;

  /** Copies the list. */
  public ModelValidation {
    breakdowns = List.copyOf(breakdowns);
  }

  /** Judges a sample in the caller's thread. */
  public static ModelValidation of(ScoredSample sample, ValidationSettings settings) {
    return of(sample, settings, Runnable::run);
  }

  /**
   * Judges a sample.
   *
   * @param executor where resamples are drawn
   * @throws IllegalArgumentException if the settings name a column that the sample does not have, a
   *     cut-off that cannot be applied, or one that divides it into more than {@value #MOST_PARTS}
   *     parts
   */
  public static ModelValidation of(
      ScoredSample sample, ValidationSettings settings, Executor executor) {
    ScoredSample present = sample.withoutAbsent();
    ValidationSettings resolved = settings
        .withResampling(settings.resampling().forRecords(present.rows()))
        .withProtectedFields(settings.protectedFields().stream()
            .map(field -> FairnessFigures.resolved(present, field))
            .toList());
    Examination examination = new Examination(resolved, executor);
    List<Groups> dividers = dividers(present, settings.slices());
    List<Breakdown> breakdowns = new ArrayList<>();
    for (int i = 0; i < dividers.size(); i++) {
      boolean byTime = i >= settings.slices().segments().size();
      breakdowns.add(examination.breakdown(present, dividers.get(i), byTime));
    }
    return new ModelValidation(resolved, examination.findings(present), breakdowns);
  }

  private static List<Groups> dividers(ScoredSample sample, SliceSettings slices) {
    List<Groups> dividers = new ArrayList<>();
    slices.segments().forEach(segment -> dividers.add(sample.groups(segment)));
    slices.length().ifPresent(length -> dividers.add(sample.slices(length)));
    for (Groups divider : dividers) {
      if (divider.labels().size() > MOST_PARTS) {
        throw new IllegalArgumentException("the column " + divider.name() + " divides the records"
            + " into " + divider.labels().size() + " parts; at most " + MOST_PARTS + " can be");
      }
    }
    return dividers;
  }

  /** Returns the number of records. */
  public int rows() {
    return overall.counts().rows();
  }

  /** Returns a figure of all records. */
  public Figure figure(Measure measure) {
    return overall.figure(measure);
  }
}
