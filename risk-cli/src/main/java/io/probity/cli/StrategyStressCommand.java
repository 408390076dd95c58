package io.probity.cli;

import io.probity.capital.OneFactor;
import io.probity.decision.CreditEngine;
import io.probity.model.RiskModel;
import io.probity.portfolio.MacroScenario;
import io.probity.report.StrategyJson;
import io.probity.report.StrategyReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code risk strategy stress}: a policy in worse times. */
@Command(
    name = "stress",
    description = "Decide again with lower incomes, higher rates and the PDs of bad times.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  risk strategy stress P.json loans.csv --model M.risk --income-cut 0.1 --adversity 0.99",
      "  risk strategy stress P.json loans.csv --model M.risk --scenarios macro.json"
    })
final class StrategyStressCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "P.json", description = "The policy.")
  private Path policy = Path.of("");

  @Parameters(index = "1", paramLabel = "CSV", description = "The applicants.")
  private Path csv = Path.of("");

  @Option(names = "--model", required = true, paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Option(
      names = "--income-cut",
      paramLabel = "SHARE",
      description = "Every income is this much lower.")
  private @Nullable Double incomeCut;

  @Option(
      names = "--rate-rise",
      paramLabel = "RATE",
      description = "Contract rates and the cost of funding are this much higher.")
  private @Nullable Double rateRise;

  @Option(
      names = "--adversity",
      paramLabel = "QUANTILE",
      description = "PDs are those of this quantile of bad times; 0.99 is 1 year in 100.")
  private @Nullable Double adversity;

  @Option(
      names = "--correlation",
      paramLabel = "SHARE",
      description = "With --adversity: the correlation of loans. Default: ${DEFAULT-VALUE}.")
  private double correlation = 0.04;

  @Option(
      names = "--scenarios",
      paramLabel = "FILE",
      description = "Instead of the options above: macroeconomic scenarios as JSON.")
  private @Nullable Path scenarioFile;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Mixin
  private final CostOptions costs = new CostOptions();

  @Mixin
  private final SeparatorOption separator = new SeparatorOption();

  @Spec
  private @Nullable CommandSpec spec;

  private final Console console;

  StrategyStressCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<MacroScenario> scenarios = scenarios();
    StrategyData data = new StrategyData(RiskModel.load(modelFile), csv, separator.value());
    CreditEngine engine = data.engine(policy);
    console.progress("deciding now and in " + scenarios.size() + " scenarios");
    Map<String, StrategyReport.InScenario> all = new LinkedHashMap<>();
    for (StrategyData.InScenario one : data.decide(engine, scenarios, costs)) {
      all.put(one.name(), new StrategyReport.InScenario(one.decided(), one.held()));
    }
    int[] bad = data.outcomes(all.values().iterator().next().decided().size());
    console.print(
        json ? StrategyJson.stress(all, bad) : StrategyReport.stress(all, bad, console.width()));
    return ExitCode.OK;
  }

  private List<MacroScenario> scenarios() throws IOException {
    boolean isStated = incomeCut != null || rateRise != null || adversity != null;
    if (isStated == (scenarioFile != null)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "state either --scenarios, or at least one of --income-cut, --rate-rise and --adversity");
    }
    if (scenarioFile != null) {
      return MacroScenario.load(scenarioFile);
    }
    return List.of(MacroScenario.of(
        "stressed",
        incomeCut == null ? 0 : incomeCut,
        rateRise == null ? 0 : rateRise,
        adversity == null ? OptionalDouble.empty() : OptionalDouble.of(adversity),
        new OneFactor(correlation)));
  }
}
