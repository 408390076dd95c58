package io.probity.cli;

import io.probity.decision.Counterfactual;
import io.probity.decision.Counterfactuals;
import io.probity.decision.Goal;
import io.probity.decision.Outcome;
import io.probity.report.CounterfactualReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin
  private final CaseOptions options = new CaseOptions();

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

  @Option(names = "--json", description = "Print the result as JSON, the advice in all languages.")
  private boolean json;

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Counterfactual found = Counterfactuals.of(options.engine(console))
        .find(options.application(console), goal(), Math.max(1, tries));
    if (json) {
      console.println(CounterfactualReport.json(found));
    } else {
      console.print(CounterfactualReport.text(found, options.language()));
    }
    return ExitCode.OK;
  }

  private Goal goal() {
    Outcome otherwise = limit == null ? Outcome.APPROVE : Outcome.APPROVE_REDUCED;
    return new Goal(want == null ? otherwise : want, limit == null ? BigDecimal.ZERO : limit);
  }
}
