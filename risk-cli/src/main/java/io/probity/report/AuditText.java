package io.probity.report;

import io.probity.audit.AuditVerification;
import io.probity.audit.ReplayReport;

/** What was found in an audit log, in words. */
public final class AuditText {

  private AuditText() {}

  /** Returns what came of checking the chain. */
  public static String of(AuditVerification verification) {
    StringBuilder text = new StringBuilder();
    text.append(verification.isSound() ? "SOUND" : "BROKEN")
        .append("  ")
        .append(Figures.count(verification.lines()))
        .append(" lines, head ")
        .append(verification.head())
        .append('\n');
    note(text, verification.erased(), "records without their personal part, which was erased");
    note(text, verification.clockSteps(), "lines with a time before that of the line before");
    note(text, verification.recoveries(), "unfinished lines cut off after a process was killed");
    note(
        text,
        verification.endsUnfinished() ? 1 : 0,
        "unfinished line at the end, whose writer is at work or was killed");
    verification.faults().forEach(fault -> text.append("fault   ").append(fault).append('\n'));
    more(text, verification.faultCount() - verification.faults().size(), "faults");
    return text.toString();
  }

  /** Returns what came of a replay. */
  public static String of(ReplayReport report, int width) {
    StringBuilder text = new StringBuilder();
    text.append(report.differenceCount() == 0 ? "EQUAL" : "DIFFERENT")
        .append("  ")
        .append(Figures.count(report.fromInputs()))
        .append(" decisions came out the same from their inputs, ")
        .append(Figures.count(report.fromFeatures()))
        .append(" from their features\n");
    note(text, report.erased(), "decisions were erased and cannot be replayed");
    note(text, report.notDecisions(), "lines are no decisions");
    note(text, report.differenceCount(), "decisions came out otherwise");
    if (!report.differences().isEmpty()) {
      TextTable table = TextTable.of("Place", "Application", "First difference", "Log", "Now");
      for (ReplayReport.Difference difference : report.differences()) {
        table.add(
            difference.place(),
            difference.id(),
            difference.what(),
            difference.stored(),
            difference.replayed());
      }
      text.append('\n').append(table.render(width));
      more(text, report.differenceCount() - report.differences().size(), "differences");
    }
    return text.toString();
  }

  private static void note(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append("note    ")
          .append(Figures.count(count))
          .append(' ')
          .append(what)
          .append('\n');
    }
  }

  private static void more(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append("... and ").append(Figures.count(count)).append(" more ").append(what);
      text.append('\n');
    }
  }
}
