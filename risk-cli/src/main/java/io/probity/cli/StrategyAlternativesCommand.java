package io.probity.cli;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.portfolio.AlternativeSearch;
import io.probity.portfolio.DecidedCase;
import io.probity.report.StrategyJson;
import io.probity.report.StrategyReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code risk strategy alternatives}: the search for a less discriminatory alternative. */
@Command(
    name = "alternatives",
    description = "Search policies, models and feature sets for one that treats protected groups"
        + " more alike at a stated loss of profit.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The first policy with the first model is what the others are compared with. Screening, not a",
      "finding.",
      "",
      "Example:",
      "  risk strategy alternatives now.json next.json loans.csv --model M.risk --protected term"
          + " --without all"
    })
final class StrategyAlternativesCommand implements Callable<Integer> {

  private static final String ALL = "all";

  @Parameters(
      arity = "0..*",
      paramLabel = "P.json... CSV",
      hideParamSyntax = true,
      description = "Policies, the one in force first, and the applicants.")
  private List<Path> files = List.of();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "M.risk",
      description = "A model; several may be given, the one in force first.")
  private List<Path> modelFiles = List.of();

  @Option(
      names = "--protected",
      required = true,
      paramLabel = "COLUMN",
      description = "The column of the groups; numbers need cuts, COLUMN:25,62.")
  private String protectedColumn = "";

  @Option(
      names = "--reference",
      paramLabel = "GROUP",
      description = "The group that others are compared with. Default: the largest.")
  private @Nullable String reference;

  @Option(
      names = "--given",
      paramLabel = "COLUMN",
      description = "Compare those alike in this column, too.")
  private @Nullable String given;

  @Option(
      names = "--most-loss",
      paramLabel = "SHARE",
      description = "The largest loss of profit. Default: ${DEFAULT-VALUE}.")
  private double mostLoss = 0.05;

  @Option(
      names = "--without",
      paramLabel = "FEATURE",
      split = ",",
      description = "Learn the first model again without one of these features each, by its own"
          + " plan from the same CSV; all for every feature. Judged on records held out.")
  private List<String> without = List.of();

  @Option(
      names = "--most-left-out",
      paramLabel = "N",
      description = "With --without: go on from the best while that helps, up to N features."
          + " Default: ${DEFAULT-VALUE}.")
  private int mostLeftOut = 1;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Mixin
  private final CostOptions costs = new CostOptions();

  @Mixin
  private final SeparatorOption separator = new SeparatorOption();

  @Spec
  private @Nullable CommandSpec spec;

  private final Console console;
  private final Map<String, List<DecidedCase>> strategies = new LinkedHashMap<>();

  StrategyAlternativesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (files.size() < 2) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "name at least one policy and a CSV: risk strategy alternatives P.json CSV");
    }
    for (Path file : modelFiles) {
      String model = modelFiles.size() == 1 ? "" : " with " + file.getFileName();
      decide(RiskModel.load(file), model);
    }
    RiskModel first = RiskModel.load(modelFiles.get(0));
    StrategyData data = data(first);
    int records = strategies.values().iterator().next().size();
    Groups groups = new Groups(
        data.groups("--protected", protectedColumn, records),
        data.groups("--given", given, records),
        IntStream.range(0, records).boxed().toList());
    if (!without.isEmpty()) {
      groups = leaveOut(first, groups);
    }
    if (strategies.size() < 2) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "there is nothing to compare; name another policy or --model, or --without features");
    }
    AlternativeSearch search = search(groups);
    console.print(
        json
            ? StrategyJson.alternatives(search, mostLoss)
            : StrategyReport.alternatives(search, mostLoss, console.width()));
    return ExitCode.OK;
  }

  /** The group and the business factors of each record, and which records are judged by. */
  private record Groups(List<String> group, List<String> factors, List<Integer> rows) {

    List<String> groupsOfRows() {
      return at(group);
    }

    List<String> factorsOfRows() {
      return at(factors);
    }

    <T> List<T> at(List<T> all) {
      return rows.stream().map(all::get).toList();
    }

    Groups judgedBy(List<Integer> others) {
      return others.isEmpty() ? this : new Groups(group, factors, others);
    }
  }

  private AlternativeSearch search(Groups groups) {
    Map<String, List<DecidedCase>> judged = new LinkedHashMap<>();
    strategies.forEach((name, cases) -> judged.put(name, groups.at(cases)));
    List<String> group = groups.groupsOfRows();
    return AlternativeSearch.of(
        judged.keySet().iterator().next(),
        judged,
        group,
        groups.factorsOfRows(),
        reference == null ? StrategyData.largest(group) : reference,
        mostLoss);
  }

  /** Decides by all policies with a model. */
  private void decide(RiskModel model, String named) throws IOException {
    for (Path policy : files.subList(0, files.size() - 1)) {
      String name = policy.getFileName() + named;
      console.progress("deciding by " + name);
      CreditEngine engine = CreditEngine.of(model, CreditPolicy.load(policy));
      if (strategies.put(name, data(model).decide(engine, costs)) != null) {
        throw new InvalidInputException(new Violation(
            name, "two strategies have one name", "", "give files of different names"));
      }
    }
  }

  private StrategyData data(RiskModel model) {
    return new StrategyData(model, files.get(files.size() - 1), separator.value());
  }

  /** Leaves out one feature after another, each time the one that helps most. */
  private Groups leaveOut(RiskModel model, Groups groups) throws IOException {
    FewerFeatures training =
        new FewerFeatures(model, files.get(files.size() - 1), separator.value());
    List<String> candidates = without.equals(List.of(ALL)) ? model.features() : without;
    Groups judged = groups.judgedBy(training.heldOut());
    List<String> leftOut = new ArrayList<>();
    double reached = 0;
    while (leftOut.size() < mostLeftOut && leftOut.size() < candidates.size()) {
      Map<String, String> features = new LinkedHashMap<>();
      for (String feature : candidates) {
        if (!leftOut.contains(feature)) {
          List<String> all = new ArrayList<>(leftOut);
          all.add(feature);
          String named = " without " + String.join(", ", all);
          console.progress("learning" + named);
          decide(training.without(all), named);
          files
              .subList(0, files.size() - 1)
              .forEach(policy -> features.put(policy.getFileName() + named, feature));
        }
      }
      double least = reached;
      Optional<AlternativeSearch.Alternative> step = search(judged).alternatives().stream()
          .filter(one -> features.containsKey(one.name()) && one.isWithinLoss())
          .filter(one -> one.leastRatio().orElse(0) > least)
          .findFirst();
      if (step.isEmpty()) {
        break;
      }
      reached = step.get().leastRatio().orElse(0);
      leftOut.add(Objects.requireNonNull(features.get(step.get().name())));
    }
    return judged;
  }
}
