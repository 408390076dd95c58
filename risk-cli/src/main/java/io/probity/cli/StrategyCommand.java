package io.probity.cli;

import io.probity.model.RiskModel;
import io.probity.portfolio.ApprovedBefore;
import io.probity.portfolio.DecidedCase;
import io.probity.portfolio.OutcomeFairness;
import io.probity.portfolio.StrategyComparison;
import io.probity.report.StrategyJson;
import io.probity.report.StrategyReport;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code risk strategy}: what another policy would have done. */
@Command(
    name = "strategy",
    description = "Compare two policies on the same applicants, or stress one.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk strategy now.json next.json loans.csv --model M.risk --segment term"
    })
final class StrategyCommand implements Callable<Integer> {

  private static final int FILES = 3;

  @Parameters(
      arity = "0..*",
      paramLabel = "P1.json P2.json CSV",
      hideParamSyntax = true,
      description = "The policy in force, the other policy, and the applicants.")
  private List<Path> files = List.of();

  @Option(names = "--model", paramLabel = "M.risk", description = "The model; required.")
  private @Nullable Path modelFile;

  @Option(
      names = "--segment",
      paramLabel = "COLUMN",
      description = "Show figures by this column; numbers need cuts, COLUMN:25,62.")
  private @Nullable String segment;

  @Option(
      names = "--protected",
      paramLabel = "COLUMN",
      description = "Compare how both policies treat the groups of this column.")
  private @Nullable String protectedColumn;

  @Option(
      names = "--given",
      paramLabel = "COLUMN",
      description = "With --protected: compare those alike in this column, too.")
  private @Nullable String given;

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      description = "Where what both policies do with each record goes, as CSV.")
  private @Nullable Path casesFile;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Mixin
  private final CostOptions costs = new CostOptions();

  @Mixin
  private final SeparatorOption separator = new SeparatorOption();

  @Spec
  private @Nullable CommandSpec spec;

  private final Console console;

  private StrategyCommand(Console console) {
    this.console = console;
  }

  static CommandLine line(Console console) {
    return new CommandLine(new StrategyCommand(console))
        .addSubcommand(new StrategyStressCommand(console))
        .addSubcommand(new StrategyAlternativesCommand(console));
  }

  @Override
  public Integer call() throws IOException {
    if (files.size() != FILES || modelFile == null) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "name two policies, a CSV and --model M.risk: risk strategy P1.json P2.json CSV");
    }
    RiskModel model = RiskModel.load(modelFile);
    StrategyData data = new StrategyData(model, files.get(2), separator.value());
    console.progress("deciding by " + files.get(0));
    List<DecidedCase> first = data.decide(data.engine(files.get(0)), costs);
    console.progress("deciding by " + files.get(1));
    List<DecidedCase> second = data.decide(data.engine(files.get(1)), costs);
    List<String> segments = data.groups("--segment", segment, first.size());
    StrategyComparison comparison =
        StrategyComparison.of(first, second, data.outcomes(first.size()), segments);
    Map<String, Integer> unlike = unlike(model, data, first, second);
    Map<String, OutcomeFairness> fairness = fairness(data, first, second);
    if (json) {
      console.print(StrategyJson.comparison(comparison, unlike, fairness));
    } else {
      console.print(StrategyReport.text(comparison, console.width(), segment != null));
      fairness.forEach((policy, of) ->
          console.print(StrategyReport.fairness(policy, of, console.width(), given != null)));
    }
    warn(comparison, unlike);
    if (casesFile != null) {
      CaseTable.write(first, second, casesFile, separator.value());
      console.remark("cases: " + casesFile);
    }
    return ExitCode.OK;
  }

  private Map<String, OutcomeFairness> fairness(
      StrategyData data, List<DecidedCase> first, List<DecidedCase> second) throws IOException {
    Map<String, OutcomeFairness> fairness = new LinkedHashMap<>();
    if (protectedColumn == null) {
      if (given != null) {
        throw new ParameterException(
            Objects.requireNonNull(spec).commandLine(), "--given needs --protected");
      }
      return fairness;
    }
    List<String> groups = data.groups("--protected", protectedColumn, first.size());
    List<String> factors = data.groups("--given", given, first.size());
    String reference = StrategyData.largest(groups);
    fairness.put("first", OutcomeFairness.of(first, groups, factors, reference));
    fairness.put("second", OutcomeFairness.of(second, groups, factors, reference));
    return fairness;
  }

  /** Returns how many are newly approved who are unlike everybody approved before, by feature. */
  private static Map<String, Integer> unlike(
      RiskModel model, StrategyData data, List<DecidedCase> first, List<DecidedCase> second)
      throws IOException {
    Set<String> categories = model.schema().fields().stream()
        .filter(field -> field.kind() == FieldKind.CATEGORY)
        .map(Field::name)
        .collect(Collectors.toSet());
    ApprovedBefore before = ApprovedBefore.of(
        model.features(), categories, data.features(row -> first.get(row).approved()));
    Map<String, Integer> counts = new TreeMap<>();
    data.features(row -> second.get(row).approved() && !first.get(row).approved())
        .forEach(cells ->
            before.unlike(cells).forEach(feature -> counts.merge(feature, 1, Integer::sum)));
    return counts;
  }

  private void warn(StrategyComparison comparison, Map<String, Integer> unlike) {
    if (comparison.unlike() > 0) {
      console.remark(
          "warning: " + comparison.unlike() + " approvals of the second policy are unlike"
              + " any of the first: their PD is higher than all of them, or their segment had none;"
              + " no outcome of such people is known");
    }
    if (!unlike.isEmpty()) {
      String features = unlike.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .map(each -> each.getKey() + " (" + each.getValue() + ")")
          .collect(Collectors.joining(", "));
      console.remark("warning: the second policy approves people with values that nobody has whom"
          + " the first approves: " + features);
    }
  }
}
