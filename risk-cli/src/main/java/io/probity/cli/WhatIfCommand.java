package io.probity.cli;

import io.probity.application.LoanApplication;
import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.file.WholeFile;
import io.probity.model.RiskModel;
import io.probity.report.html.WhatIfPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk whatif}: a page on which an applicant's inputs are moved and the decision follows. */
@Command(
    name = "whatif",
    description = "Write a page that decides at once as the inputs of an applicant are moved.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The page computes everything itself, equal to risk decide. It takes scorecards and additive",
      "models, whose tables it holds; boosted trees and other families are refused.",
      "",
      "Example:",
      "  risk whatif lending-club.risk --policy datasets/policies/demo-personal-loan.json"
          + " --out whatif.html"
    })
final class WhatIfCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Option(names = "--policy", required = true, paramLabel = "P.json", description = "The policy.")
  private Path policyFile = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the page is written.")
  private Path page = Path.of("");

  @Option(
      names = "--application",
      paramLabel = "FILE",
      description = "Begin with this application. Default: an ordinary applicant.")
  private @Nullable Path application;

  private final Console console;

  WhatIfCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RiskModel model = RiskModel.load(modelFile);
    CreditPolicy policy = CreditPolicy.load(policyFile);
    policy.warnings().forEach(warning -> console.remark("warning: " + warning));
    CreditEngine engine = CreditEngine.of(model, policy);
    String html = WhatIfPage.page(String.valueOf(modelFile.getFileName()), engine, start());
    WholeFile.write(page, html.getBytes(StandardCharsets.UTF_8));
    console.remark("page: " + page);
    return ExitCode.OK;
  }

  private Optional<LoanApplication> start() throws IOException {
    if (application == null) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(application)) {
      return Optional.of(LoanApplication.parse(in));
    }
  }
}
