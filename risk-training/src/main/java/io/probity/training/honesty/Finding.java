package io.probity.training.honesty;

import java.util.List;

/**
 * Something that an analyst should look at.
 *
 * @param code what it is
 * @param severity how bad it is
 * @param fields the fields it is about; empty where it is about the records
 * @param message what was found and what to do, in words
 */
public record Finding(Code code, Severity severity, List<String> fields, String message) {

  /** Copies the fields. */
  public Finding {
    fields = List.copyOf(fields);
  }

  /** How bad a finding is. */
  public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** Figures may be flattered or shaky. */
    WARNING,
    /** A model of this is wrong or not allowed. */
    ERROR
  }

  /** What was found. */
  public enum Code {
    /** A feature separates goods from bads all but perfectly. */
    TARGET_DERIVED,
    /** The AUC of a single feature is above {@link HonestyChecks#HIGHEST_AUC}. */
    AUC_TOO_HIGH,
    /** The IV of a feature is above {@link HonestyChecks#HIGHEST_IV}. */
    IV_TOO_HIGH,
    /** Whether a field is filled says almost all about the outcome. */
    FILLED_BY_OUTCOME,
    /** A date lies after the day that the record belongs to. */
    POST_EVENT_DATE,
    /** Records have the same features as others. */
    DUPLICATES,
    /** Records all but equal stand on both sides of a split. */
    NEAR_DUPLICATES_ACROSS_PARTS,
    /** Records of the same id stand on both sides of a split. */
    SAME_ID_ACROSS_PARTS,
    /** There are too few bads, or goods. */
    TOO_FEW_OUTCOMES,
    /** In a quarter there are no bads, or no goods. */
    CONSTANT_IN_TIME,
    /** Elderly applicants have fewer points for their age than younger ones. */
    AGE_PENALISED,
    /** The run is likely to need more memory than there is. */
    MEMORY
  }
}
