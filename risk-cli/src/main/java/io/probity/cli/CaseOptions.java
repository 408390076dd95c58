package io.probity.cli;

import io.probity.application.LoanApplication;
import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.model.RiskModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One application, and the model and policy that it is decided by: what several commands ask for. */
final class CaseOptions {

  @Parameters(index = "0", paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "APPLICATION",
      description = "The application as JSON; - for standard input.")
  private String application = "-";

  @Option(names = "--policy", required = true, paramLabel = "P.json", description = "The policy.")
  private Path policyFile = Path.of("");

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "The language of reasons and advice: en, zh-Hans or zh-Hant. Default: en.")
  private String language = "en";

  String language() {
    return language;
  }

  /** Joins model and policy, and tells what is odd about the policy. */
  CreditEngine engine(Console console) throws IOException {
    RiskModel model = RiskModel.load(modelFile);
    CreditPolicy policy = CreditPolicy.load(policyFile);
    policy.warnings().forEach(warning -> console.remark("warning: " + warning));
    return CreditEngine.of(model, policy);
  }

  /** Reads the application. */
  LoanApplication application(Console console) throws IOException {
    if (application.equals("-")) {
      return LoanApplication.parse(console.in());
    }
    try (InputStream in = Files.newInputStream(Path.of(application))) {
      return LoanApplication.parse(in);
    }
  }
}
