package io.probity.cli;

import io.probity.application.LoanApplication;
import io.probity.decision.Counterfactual;
import io.probity.decision.Counterfactuals;
import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.Goal;
import io.probity.decision.Outcome;
import io.probity.model.RiskModel;
import io.probity.report.CounterfactualReport;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk explain}: what would have to change for a better decision. */
@Command(
    name = "explain",
    description = "Find the cheapest changes that lead to an outcome or a limit.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk explain lending-club.risk --policy datasets/policies/demo-personal-loan.json"
          + " --want APPROVE app.json"
    })
final class ExplainCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "APPLICATION",
      description = "The application as JSON; - for standard input.")
  private String application = "-";

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "P.json",
      description = "The policy, with the key \"actions\".")
  private Path policyFile = Path.of("");

  @Option(
      names = "--want",
      paramLabel = "OUTCOME",
      description =
          "The worst outcome that will do. Default: APPROVE, or APPROVE_REDUCED with --limit.")
  private @Nullable Outcome want;

  @Option(names = "--limit", paramLabel = "N", description = "The least limit that will do.")
  private @Nullable BigDecimal limit;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "The most decisions tried in order of cost. Default: ${DEFAULT-VALUE}.")
  private long tries = Counterfactuals.MOST_TRIES;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "The language of the advice: en, zh-Hans or zh-Hant. Default: en.")
  private String language = "en";

  @Option(names = "--json", description = "Print the result as JSON, the advice in all languages.")
  private boolean json;

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CreditEngine engine = CreditEngine.of(RiskModel.load(modelFile), CreditPolicy.load(policyFile));
    Counterfactual found = Counterfactuals.of(engine).find(read(), goal(), Math.max(1, tries));
    if (json) {
      console.println(CounterfactualReport.json(found));
    } else {
      console.print(CounterfactualReport.text(found, language));
    }
    return ExitCode.OK;
  }

  private Goal goal() {
    Outcome otherwise = limit == null ? Outcome.APPROVE : Outcome.APPROVE_REDUCED;
    return new Goal(want == null ? otherwise : want, limit == null ? BigDecimal.ZERO : limit);
  }

  private LoanApplication read() throws IOException {
    if (application.equals("-")) {
      return LoanApplication.parse(console.in());
    }
    try (InputStream in = Files.newInputStream(Path.of(application))) {
      return LoanApplication.parse(in);
    }
  }
}
