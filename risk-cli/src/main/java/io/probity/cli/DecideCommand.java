package io.probity.cli;

import io.probity.application.LoanApplication;
import io.probity.audit.AuditEntry;
import io.probity.audit.AuditLevel;
import io.probity.audit.AuditSettings;
import io.probity.audit.JsonLinesAudit;
import io.probity.decision.CreditEngine;
import io.probity.decision.DecidedFeatures;
import io.probity.decision.Decision;
import io.probity.decision.DecisionWorkspace;
import io.probity.report.DecisionReport;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code risk decide}: decides on one application. */
@Command(
    name = "decide",
    description = "Decide on an application: outcome, limit, reasons and how they came about.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk decide lending-club.risk --policy datasets/policies/instalment-loan.json app.json"
    })
final class DecideCommand implements Callable<Integer> {

  @Mixin
  private final CaseOptions options = new CaseOptions();

  @Option(
      names = "--audit",
      paramLabel = "FOLDER",
      description = "Record the decision in the audit log of this folder before printing it.")
  private @Nullable Path audit;

  @Option(names = "--json", description = "Print the whole decision as JSON.")
  private boolean json;

  private final Console console;

  DecideCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CreditEngine engine = options.engine(console);
    LoanApplication loan = options.application(console);
    DecisionWorkspace workspace = engine.newWorkspace();
    Decision decision = engine.decide(loan, workspace);
    record(loan, decision, workspace.lastFeatures(), engine);
    if (json) {
      console.println(decision.toJson());
    } else {
      console.print(DecisionReport.text(decision, options.language(), console.width()));
    }
    return ExitCode.OK;
  }

  private void record(
      LoanApplication loan, Decision decision, DecidedFeatures features, CreditEngine engine)
      throws IOException {
    if (audit == null) {
      return;
    }
    AuditSettings settings = AuditSettings.of(AuditLevel.SYNCED);
    try (JsonLinesAudit log = JsonLinesAudit.open(audit, settings, new SecureRandom())) {
      log.record(new AuditEntry.Decided(
          Instant.now(), AuditEntry.Role.CHAMPION, "", true, loan, decision, features, engine));
      console.remark("recorded: " + log.head());
    }
  }
}
