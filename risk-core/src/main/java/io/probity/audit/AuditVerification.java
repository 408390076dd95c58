package io.probity.audit;

import java.util.List;

/**
 * What came of checking the chain of a log.
 *
 * @param lines how many lines there are
 * @param head the end of the log, as far as the chain holds
 * @param faults what is wrong, the first hundred, each with its file and line
 * @param faultCount how many faults there are
 * @param erased how many lines have no personal part any more
 * @param clockSteps how many lines have a time before that of the line before; no fault
 * @param recoveries how often a killed process left an unfinished line, which was cut off; no fault
 * @param endsUnfinished whether the last line has no line feed, since its writer is at work or was
 *     killed: nothing of it was acknowledged and the next writer cuts it off; no fault
 */
public record AuditVerification(
    long lines,
    AuditHead head,
    List<String> faults,
    long faultCount,
    long erased,
    long clockSteps,
    long recoveries,
    boolean endsUnfinished) {

  /** Copies the faults. */
  public AuditVerification {
    faults = List.copyOf(faults);
  }

  /** Returns whether nothing is wrong. */
  public boolean isSound() {
    return faultCount == 0;
  }
}
