package io.probity.cli;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.PolicyVerification;
import io.probity.decision.PolicyVerifier;
import io.probity.model.RiskModel;
import io.probity.report.VerificationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk policy}: works on policies. */
@Command(
    name = "policy",
    description = "Verify a policy.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand {

  private PolicyCommand() {}

  static CommandLine line(Console console) {
    return new CommandLine(new PolicyCommand()).addSubcommand(new Verify(console));
  }

  /** {@code risk policy verify}: proves what a policy promises. */
  @Command(
      name = "verify",
      description = "Prove that limits are monotone and affordable, or print a counter-example.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  risk policy verify datasets/policies/instalment-loan.json --model lending-club.risk"
      })
  static final class Verify implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "P.json", description = "The policy.")
    private Path policyFile = Path.of("");

    @Option(names = "--model", required = true, paramLabel = "M.risk", description = "The model.")
    private Path modelFile = Path.of("");

    private final Console console;

    Verify(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      CreditEngine engine =
          CreditEngine.of(RiskModel.load(modelFile), CreditPolicy.load(policyFile));
      PolicyVerification verification = PolicyVerifier.verify(engine);
      console.print(VerificationReport.text(verification));
      return verification.isProved() ? ExitCode.OK : ExitCode.INVALID_INPUT;
    }
  }
}
